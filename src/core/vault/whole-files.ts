import type { FileSystem, OpenFile } from './ports.ts'

export function readWhole(files: FileSystem, path: string): Uint8Array {
  return withFile(files.open(path, 'read'), (file) => file.read(0, file.size()))
}

/** Writes a file whole and returns once its bytes are on the disk, unless told that `syncFile` comes later (its name is, after `syncFolder`). */
export function writeWhole(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode: 'create' | 'replace',
  sync: 'sync-now' | 'sync-later' = 'sync-now',
): void {
  withFile(files.open(path, mode), (file) => {
    file.write(0, bytes)
    if (sync === 'sync-now') file.sync()
  })
}

/** Puts on the disk what was written of a file. */
export function syncFile(files: FileSystem, path: string): void {
  withFile(files.open(path, 'write'), (file) => file.sync())
}

function withFile<T>(file: OpenFile, use: (file: OpenFile) => T): T {
  try {
    return use(file)
  } finally {
    file.close()
  }
}
