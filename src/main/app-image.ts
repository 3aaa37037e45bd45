import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { isAbsolute, relative } from 'node:path'

/**
 * The file of the AppImage that runs. An AppImage tells its program where it lies, but every program started from that one hears it too: it is
 * believed when it is also what holds the file that runs (`execPath`). Otherwise the update would take the place of another program.
 */
export function appImageOf(
  env: Readonly<Record<string, string | undefined>>,
  execPath: string,
): string | undefined {
  const { APPIMAGE: file, APPDIR: mounted } = env
  return file && mounted && holds(mounted, execPath) ? file : undefined
}

function holds(folder: string, path: string): boolean {
  const way = relative(real(folder), real(path))
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // not there: it holds nothing, and is held by nothing
    return path
  }
}

/** Puts a new AppImage in the place of another, whole: a power cut must leave one of the two. Throws what the system refuses, the old one being there. */
export function replaceAppImage(current: string, by: string): void {
  const next = `${current}.new`
  // whatever has that name, a link to elsewhere included
  rmSync(next, { force: true })
  try {
    copyFileSync(by, next, constants.COPYFILE_EXCL)
    chmodSync(next, 0o755)
    sync(next)
    renameSync(next, current)
  } catch (error) {
    rmSync(next, { force: true })
    throw error
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
