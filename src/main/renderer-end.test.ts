import { expect, test, vi } from 'vitest'
import { endRenderer } from './renderer-end.ts'

const renderer = (pid: number) => ({
  getOSProcessId: () => pid,
  forcefullyCrashRenderer: vi.fn<() => void>(),
})

test('the process is killed: a crash would leave its memory to whatever collects crashes', () => {
  const contents = renderer(4321)
  const kill = vi.fn<(pid: number, signal: 'SIGKILL') => unknown>()
  endRenderer(contents, kill)
  expect(kill.mock.calls).toEqual([[4321, 'SIGKILL']])
  expect(contents.forcefullyCrashRenderer).not.toHaveBeenCalled()
})

test.each([
  ['has no number', 0],
  ['may not be killed', 4321],
])('one that %s is crashed', (_why, pid) => {
  const contents = renderer(pid)
  const kill = vi.fn<() => unknown>(() => {
    throw new Error('kill EPERM')
  })
  endRenderer(contents, kill)
  expect(kill).toHaveBeenCalledTimes(pid === 0 ? 0 : 1)
  expect(contents.forcefullyCrashRenderer).toHaveBeenCalledOnce()
})
