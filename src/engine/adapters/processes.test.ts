import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { isSameBoot, processes } from './processes.ts'

test('this process is alive', () => {
  expect(processes.isAlive(processes.self())).toBe(true)
})

test('a process that ended is not', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  expect(processes.isAlive({ ...processes.self(), pid: child.pid ?? 0 })).toBe(false)
})

test('where starts of the machine have no number, their times tell them apart, a clock set right excepted', () => {
  expect(isSameBoot('1795000000', '1795000000')).toBe(true)
  expect(isSameBoot('1795000000', '1795000599')).toBe(true)
  expect(isSameBoot('1795000000', '1795000600')).toBe(false)
  expect(isSameBoot('1795000000', '1794990000')).toBe(false)
  // a lock of an older program said nothing
  expect(isSameBoot('', '1795000000')).toBe(false)
})

test.runIf(process.platform === 'linux')(
  'a mark of another start of the machine, or of another process of the same number, is dead',
  () => {
    expect(processes.isAlive({ ...processes.self(), bootId: 'another' })).toBe(false)
    expect(processes.isAlive({ ...processes.self(), startedAt: '1' })).toBe(false)
  },
)
