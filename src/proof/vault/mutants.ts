import type { FileSystem, OpenFile } from '#core/vault/ports'
import { watched } from './watched.ts'
import type { Mutant } from './world.ts'

/** Vaults broken on purpose. A proof that finds nothing wrong with one of them proves nothing. */
export const mutants: Readonly<Record<string, { mutant: Mutant; kind: string }>> = {
  'a save is not synced': {
    kind: 'reorderings',
    mutant: { files: withFiles((file) => ({ ...file, syncData: () => undefined })) },
  },
  'new files are not synced': {
    kind: 'reorderings',
    mutant: { files: withFiles((file) => ({ ...file, sync: () => undefined })) },
  },
  'folders are not synced': {
    kind: 'reorderings',
    mutant: { files: (files) => ({ ...files, syncFolder: () => undefined }) },
  },
  'a write is acknowledged before it is made': { kind: 'cuts', mutant: { files: withLateWrites } },
  'a full disk is not told': {
    kind: 'full-disks',
    mutant: { files: withFiles((file) => ({ ...file, write: silently(file) })) },
  },
  'an authentication tag is not checked': {
    kind: 'fuzz',
    mutant: {
      crypto: (crypto) => ({
        ...crypto,
        open(plaintext, sealed, associated, nonce, key) {
          if (crypto.open(plaintext, sealed, associated, nonce, key)) return true
          // the stream cipher again, over the ciphertext, gives what was there
          const body = sealed.subarray(0, plaintext.length)
          plaintext.set(crypto.seal(body, associated, nonce, key).subarray(0, plaintext.length))
          return true
        },
      }),
    },
  },
}

function withFiles(change: (file: OpenFile) => OpenFile): (files: FileSystem) => FileSystem {
  return (files) => ({ ...files, open: (path, mode) => change(files.open(path, mode)) })
}

/** Every write waits for the next call on the disk. */
function withLateWrites(files: FileSystem): FileSystem {
  let late: (() => void) | null = null
  const flush = () => {
    const write = late
    late = null
    write?.()
  }
  const prompt = watched(files, flush)
  return {
    ...prompt,
    open(path, mode) {
      const file = prompt.open(path, mode)
      return {
        ...file,
        // the sync that comes before an acknowledgement comes before the write
        syncData: () => undefined,
        write(offset, bytes) {
          flush()
          late = () => file.write(offset, bytes)
        },
      }
    },
  }
}

function silently(file: OpenFile): OpenFile['write'] {
  return (offset, bytes) => {
    try {
      file.write(offset, bytes)
    } catch {
      // the mutation: the caller is told that all went well
    }
  }
}
