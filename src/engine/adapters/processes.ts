import { readFileSync } from 'node:fs'
import type { ProcessMark, Processes } from '#core/vault/ports'

/** On Linux a process is told apart from a later one of the same number; elsewhere its number must do. */
export const processes: Processes = {
  self: () => ({ pid: process.pid, bootId: bootId(), startedAt: startOf(process.pid) }),
  isAlive(mark: ProcessMark) {
    return mark.bootId === bootId() && isRunning(mark.pid) && mark.startedAt === startOf(mark.pid)
  },
}

function bootId(): string {
  return readIfThere('/proc/sys/kernel/random/boot_id').trim()
}

/** Field 22 of /proc/PID/stat, in clock ticks since boot. The fields are counted after the command's closing parenthesis. */
function startOf(pid: number): string {
  const stat = readIfThere(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return ''
    throw error
  }
}
