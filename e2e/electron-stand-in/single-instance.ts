/** The single instance lock: a file with the owner's process id, and a message file the owner watches. */
import { type FSWatcher, mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SecondInstance {
  argv: string[]
  workingDirectory: string
  additionalData: unknown
}

const MESSAGE = 'SingletonMessage'
let held: { path: string; watcher: FSWatcher } | undefined

export const holdsLock = (): boolean => held !== undefined

/** Takes the lock of this folder, or leaves a message to the instance that has it. */
export function takeLock(
  folder: string,
  message: SecondInstance,
  onSecond: (second: SecondInstance) => void,
): boolean {
  if (held) return true
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'SingletonLock')
  // Twice: the lock of a dead process is removed, then taken.
  for (let attempt = 0; attempt < 2; attempt++) {
    const owner = claim(path)
    if (owner === process.pid) {
      held = { path, watcher: watchMessages(folder, onSecond) }
      return true
    }
    if (isAlive(owner)) {
      const draft = join(folder, `${MESSAGE}.${process.pid}`)
      writeFileSync(draft, JSON.stringify(message))
      renameSync(draft, join(folder, MESSAGE))
      return false
    }
    rmSync(path, { force: true })
  }
  return false
}

export function releaseLock(): void {
  if (!held) return
  held.watcher.close()
  rmSync(held.path, { force: true })
  held = undefined
}
process.on('exit', releaseLock)

/** @returns the process that owns the lock now; NaN when its file cannot be read. */
function claim(path: string): number {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return process.pid
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return Number(readFileSync(path, 'utf8'))
  }
}

function isAlive(pid: number): boolean {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function watchMessages(folder: string, onSecond: (second: SecondInstance) => void): FSWatcher {
  const path = join(folder, MESSAGE)
  return watch(folder, { persistent: false }, (_event, name) => {
    if (name !== MESSAGE) return
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch {
      // The removal just below is an event too.
      return
    }
    rmSync(path, { force: true })
    onSecond(JSON.parse(text) as SecondInstance)
  })
}
