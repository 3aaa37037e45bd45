import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { PublishedFile } from '#core/statistics/disclosure/ledger'
import { failed, ok, type Result } from '#core/result'

export type FolderFailure = 'no-folder' | 'folder-not-empty' | 'no-permission' | 'disk-full' | 'write-failed'

/** A folder written whole beside its place, under a hidden name, not yet visible. */
export type StagedFolder = {
  /** Gives it its name: from one moment to the next it is there whole. */
  show(): Result<undefined, FolderFailure>
  discard(): void
}

/** Refuses a place already taken. Leaves nothing behind when it fails. */
export function stageFolder(
  place: string,
  files: readonly PublishedFile[],
): Result<StagedFolder, FolderFailure> {
  const parent = dirname(place)
  if (!existsSync(parent)) return failed('no-folder')
  if (existsSync(place)) return failed('folder-not-empty')
  const hidden = join(parent, `.${basename(place)}.partiel`)
  const discard = () => rmSync(hidden, { recursive: true, force: true })
  const staged = attempt(() => {
    // what a crash may have left of an earlier try
    discard()
    mkdirSync(hidden)
    for (const { name, bytes } of files) writeDurably(join(hidden, name), bytes)
    syncFolder(hidden)
  })
  if (!staged.ok) {
    attempt(discard)
    return staged
  }
  const show = () =>
    attempt(() => {
      renameSync(hidden, place)
      syncFolder(parent)
    })
  return ok({ show, discard: () => void attempt(discard) })
}

/** One file, whole or not at all, in the place of whatever had its name. */
export function writeFile(place: string, bytes: Uint8Array): Result<undefined, FolderFailure> {
  const parent = dirname(place)
  const hidden = join(parent, `.${basename(place)}.partiel`)
  const written = attempt(() => {
    rmSync(hidden, { force: true })
    writeDurably(hidden, bytes)
    renameSync(hidden, place)
    syncFolder(parent)
  })
  if (!written.ok) attempt(() => rmSync(hidden, { force: true }))
  return written
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o644)
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function syncFolder(path: string): void {
  // Windows cannot open a folder; there a rename is made durable by the file system's own journal
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Failures of the disk become codes; anything else is a bug. */
function attempt(act: () => void): Result<undefined, FolderFailure> {
  try {
    act()
    return ok()
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    return failed(failureOf(error.code))
  }
}

function failureOf(code: unknown): FolderFailure {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no-permission'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full'
    case 'EEXIST':
    case 'ENOTEMPTY':
      return 'folder-not-empty'
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no-folder'
    default:
      return 'write-failed'
  }
}
