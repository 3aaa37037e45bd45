/** Folders that refuse: a full disk needs a small one of its own, and root passes through mere modes. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'

const mount = (...args: string[]): void => void execFileSync('mount', args, { stdio: 'pipe' })
/** At once for new users, and for good when the last file in use is closed: a failed test leaves the app open. */
const unmount = (folder: string): void => void execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' })
const isRoot = process.getuid?.() === 0

/** Undoes what it is the answer to. */
export type Release = () => void

/** A disk of its own of that size, or null where mounting is not allowed. */
export function mountSmallDisk(folder: string, kilobytes: number): Release | null {
  mkdirSync(folder, { recursive: true })
  try {
    mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)
  } catch {
    return null
  }
  return () => unmount(folder)
}

/** Takes away the right to write there: by its modes, or for root by a read-only mount; null where neither is possible. */
export function forbidWriting(folder: string): Release | null {
  if (!isRoot) {
    chmodSync(folder, 0o500)
    return () => chmodSync(folder, 0o700)
  }
  try {
    mount('--bind', folder, folder)
    mount('-o', 'remount,bind,ro', folder)
  } catch {
    return null
  }
  return () => unmount(folder)
}
