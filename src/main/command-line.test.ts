import { expect, test } from 'vitest'
import { closeDoors } from './command-line.ts'

const left = (isPackaged: boolean) => {
  const given = new Set(['remote-debugging-port', 'remote-debugging-pipe', 'no-sandbox'])
  closeDoors({ removeSwitch: (name) => void given.delete(name) }, isPackaged)
  return [...given]
}

test('a package listens to no debugger, whatever it was started with', () => {
  expect(left(true)).toEqual(['no-sandbox'])
  expect(left(false)).toContain('remote-debugging-port')
})
