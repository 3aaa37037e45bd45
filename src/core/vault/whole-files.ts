import type { FileSystem, OpenFile, VaultPorts } from './ports.ts'

export function readWhole(files: FileSystem, path: string): Uint8Array {
  return withFile(files.open(path, 'read'), (file) => file.read(0, file.size()))
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
