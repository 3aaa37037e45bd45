import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const MAX_BYTES = 256 * 1024

/** The local log: a time, a code, places in the code. Never a message: it could quote what a user typed. */
export type EventLog = (code: string, details: readonly string[]) => void

export const logFile = (folder: string): string => join(folder, 'filigrane.log')

export function openEventLog(folder: string): EventLog {
  const file = logFile(folder)
  return (code, details) => {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`)
      appendFileSync(file, `${new Date().toISOString()} ${code} ${details.join(' < ')}\n`)
    } catch {
      // a full disk: what was being told must not be lost for a line of the log
    }
  }
}
