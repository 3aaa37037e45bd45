import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { FileFault, type FileFaultCode, type FileSystem, type OpenFile } from '#core/vault/ports'

/** Opening a pipe that nobody writes to would wait for ever. Windows knows neither. */
const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
/** So much is asked of the system at once: Node takes no more for a length. */
const mostAtOnce = 2 ** 30

const faultCodes: Record<string, FileFaultCode> = {
  ENOENT: 'missing',
  EEXIST: 'exists',
  ENOTEMPTY: 'exists',
  ENOTDIR: 'not-a-folder',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
}

/** Node's file system, with its refusals told apart. */
export const files: FileSystem = {
  open(path, mode) {
    if (mode === 'read') return openFile(reading(() => openToRead(path)))
    return openFile(writing(() => openToWrite(path, mode)))
  },
  list: (folder) => reading(() => readdirSync(folder)),
  isLink: (path) => reading(() => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false),
  makeFolder: (path) => writing(() => mkdirSync(path, { mode: 0o700 })),
  syncFolder,
  syncParent: (path) => syncFolder(dirname(path)),
  rename: (from, to) => writing(() => renameSync(from, to)),
  removeFile: (path) => writing(() => unlinkSync(path)),
  removeFolder: (path) => writing(() => rmdirSync(path)),
}

function openToRead(path: string): number {
  const descriptor = openSync(path, readFlags)
  if (fstatSync(descriptor).isFile()) return descriptor
  closeSync(descriptor)
  throw new FileFault('unreadable')
}

/** What is replaced goes first: a link would have what it leads to written over. */
function openToWrite(path: string, mode: 'write' | 'create' | 'replace'): number {
  if (mode === 'replace') rmSync(path, { force: true })
  return openSync(path, mode === 'write' ? 'r+' : 'wx+', 0o600)
}

function openFile(descriptor: number): OpenFile {
  return {
    size: () => reading(() => fstatSync(descriptor).size),
    read: (offset, length, room) => reading(() => readFully(descriptor, offset, length, room)),
    write: (offset, bytes) => writing(() => writeFully(descriptor, offset, bytes)),
    truncate: (length) => writing(() => ftruncateSync(descriptor, length)),
    syncData: () => writing(() => fdatasyncSync(descriptor)),
    sync: () => writing(() => fsyncSync(descriptor)),
    close: () => writing(() => closeSync(descriptor)),
  }
}

function readFully(
  descriptor: number,
  offset: number,
  length: number,
  // overwritten, and cut to what was: zeroing a chunk first takes as long as reading it
  bytes: Uint8Array = new Uint8Array(Buffer.allocUnsafeSlow(length).buffer),
): Uint8Array {
  let done = 0
  while (done < length) {
    const count = readSync(descriptor, bytes, done, Math.min(length - done, mostAtOnce), offset + done)
    if (count === 0) break
    done += count
  }
  return bytes.subarray(0, done)
}

function writeFully(descriptor: number, offset: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, offset + done)
  }
}

/** Windows has no fsync of a folder: NTFS journals its names itself. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  writing(() => {
    const descriptor = openSync(path, 'r')
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  })
}

function reading<T>(act: () => T): T {
  return translating('unreadable', act)
}

function writing<T>(act: () => T): T {
  return translating('unwritable', act)
}

function translating<T>(otherwise: FileFaultCode, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    const code = 'code' in error && typeof error.code === 'string' ? faultCodes[error.code] : undefined
    throw new FileFault(code ?? otherwise, error)
  }
}
