import { damaged } from './fault.ts'
import type { FileSystem, OpenFile, VaultPorts } from './ports.ts'

/** What is read whole is read into memory: a file longer than any of its kind can be is damage. */
export const longest = { manifest: 64 * 1024 * 1024, journal: 4 * 1024 * 1024 * 1024 } as const

/** Damage when the file is longer than `most` bytes, nothing of it being read. */
export function readWhole(files: FileSystem, path: string, most: number): Uint8Array {
  return withFile(files.open(path, 'read'), (file) => {
    const size = file.size()
    return size > most ? damaged() : file.read(0, size)
  })
}

/** Whether a file holds just these bytes; it is read into `room`, again and again. */
export function holds(
  { files, crypto }: Pick<VaultPorts, 'files' | 'crypto'>,
  path: string,
  bytes: Uint8Array,
  room: Uint8Array,
): boolean {
  return withFile(files.open(path, 'read'), (file) => {
    if (file.size() !== bytes.length) return false
    for (let at = 0; at < bytes.length; at += room.length) {
      const piece = bytes.subarray(at, at + room.length)
      if (!crypto.same(file.read(at, piece.length, room), piece)) return false
    }
    return true
  })
}

/** Up to `length` bytes of a file from `offset`; fewer at its end. They may lie in `room`. */
export function readPart(
  files: FileSystem,
  path: string,
  offset: number,
  length: number,
  room?: Uint8Array,
): Uint8Array {
  return withFile(files.open(path, 'read'), (file) => file.read(offset, length, room))
}

/** Writes a file whole and returns once its bytes are on the disk (its name is after `syncFolder`). */
export function writeWhole(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode: 'create' | 'replace',
): void {
  withFile(files.open(path, mode), (file) => {
    file.write(0, bytes)
    file.sync()
  })
}

function withFile<T>(file: OpenFile, use: (file: OpenFile) => T): T {
  try {
    return use(file)
  } finally {
    file.close()
  }
}
