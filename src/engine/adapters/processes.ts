import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import type { ProcessMark, Processes } from '#core/vault/ports'

/**
 * On Linux a process is told apart from a later one of the same number. Elsewhere the system does not say when another process began: a lock
 * from before the machine was last started is told apart by the time of that start, one from the same start by its number alone.
 */
export const processes: Processes = {
  self: () => ({ pid: process.pid, bootId: bootId(), startedAt: startOf(process.pid) }),
  isAlive(mark: ProcessMark) {
    return isSameBoot(mark.bootId, bootId()) && isRunning(mark.pid) && mark.startedAt === startOf(mark.pid)
  },
}

/** Where the system numbers its starts, that number; elsewhere the second of the last one. */
function bootId(): string {
  const numbered = readIfThere('/proc/sys/kernel/random/boot_id').trim()
  return numbered === '' ? String(Math.round(Date.now() / 1000 - uptime())) : numbered
}

/** So far apart, two times of start are of two starts. A clock set right moves one by less; when in doubt, the lock is a living engine's. */
const clockSeconds = 600

export function isSameBoot(marked: string, now: string): boolean {
  const seconds = /^\d+$/
  if (!seconds.test(marked) || !seconds.test(now)) return marked === now
  return Math.abs(Number(marked) - Number(now)) < clockSeconds
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
