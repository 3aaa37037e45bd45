import type { Crypto, FileSystem, OpenFile } from '#core/vault/ports'
import { sealedLength } from '#core/vault/chunk'
import { sizes } from '#core/vault/sizes'
import { watched } from './watched.ts'
import { tinyGeometry, type Mutant } from './world.ts'

/** Saves by `withLateWrites` in a process of its own. */
const lateWriter = new URL('./late-writer.ts', import.meta.url)

/**
 * Vaults broken on purpose. A proof that finds nothing wrong with one of them proves nothing: by `kinds`, among `states` if 4,000
 * are too few to meet it.
 */
export const mutants: Readonly<Record<string, { mutant: Mutant; kinds: string[]; states?: number }>> = {
  'a save is not synced': {
    kinds: ['reorderings'],
    mutant: { files: withFiles((file) => ({ ...file, syncData: () => undefined })) },
  },
  'new files are not synced': {
    kinds: ['reorderings'],
    mutant: { files: withFiles((file) => ({ ...file, sync: () => undefined })) },
  },
  'folders are not synced': {
    kinds: ['reorderings'],
    mutant: { files: (files) => ({ ...files, syncFolder: () => undefined }) },
  },
  'a write is acknowledged before it is made': {
    kinds: ['cuts', 'kills'],
    mutant: { files: withLateWrites, writer: lateWriter },
  },
  'a refused write is not told': {
    kinds: ['full-disks', 'refusals'],
    states: 20_000,
    mutant: { files: withFiles((file) => ({ ...file, write: silently(file) })) },
  },
  'an authentication tag is not checked': {
    kinds: ['fuzz', 'bits', 'splices'],
    mutant: { crypto: withUncheckedTags },
  },
  'nothing of a backup is checked': {
    kinds: ['backups'],
    mutant: { crypto: (crypto) => ({ ...withUncheckedTags(crypto), hash: () => new Uint8Array(32) }) },
  },
  'every manifest is taken for an empty file': {
    kinds: ['bits', 'lengths', 'splices', 'packs', 'fuzz', 'creations'],
    mutant: { files: withEmptyManifests },
  },
  'a file that is cut short ends in zeroes': {
    kinds: ['lengths'],
    mutant: { files: withFiles(padded), crypto: withUncheckedTags },
  },
  'packs are not synced before the manifest that refers to them': {
    kinds: ['reorderings'],
    mutant: {
      files: withPacks((file) => ({ ...file, syncData: () => undefined, sync: () => undefined })),
    },
  },
  'a collection removes a pack still referred to': {
    kinds: ['cuts'],
    mutant: { files: withGreedyCollections },
  },
  'packs are not read back, on a disk that spoils some': {
    kinds: ['cuts'],
    mutant: { files: (files) => spoilingPacks(files, 'unnoticed') },
  },
  'what is set aside is not what was there': {
    kinds: ['fallbacks'],
    mutant: { files: withPartialCopies },
  },
  'a spoilt chunk passes for a whole one': {
    kinds: ['fallbacks'],
    mutant: {
      crypto: (crypto) => ({
        ...crypto,
        hash: (bytes, key) =>
          crypto.hash(bytes.length === sealedLength(tinyGeometry.chunk) ? new Uint8Array() : bytes, key),
      }),
    },
  },
  'folders are not synced when a vault falls back': {
    kinds: ['fallbacks'],
    mutant: { files: (files) => ({ ...files, syncFolder: () => undefined }) },
  },
  'where a chunk belongs is not authenticated': {
    kinds: ['packs'],
    mutant: {
      crypto: (crypto) => ({
        ...crypto,
        seal: (plaintext, associated, ...rest) => crypto.seal(plaintext, anywhere(associated), ...rest),
        open: (plaintext, sealed, associated, ...rest) =>
          crypto.open(plaintext, sealed, anywhere(associated), ...rest),
      }),
    },
  },
}

function withUncheckedTags(crypto: Crypto): Crypto {
  return {
    ...crypto,
    open(plaintext, sealed, associated, nonce, key) {
      if (crypto.open(plaintext, sealed, associated, nonce, key)) return true
      // the stream cipher again, over the ciphertext, gives what was there
      const body = sealed.subarray(0, plaintext.length)
      plaintext.set(crypto.seal(body, associated, nonce, key).subarray(0, plaintext.length))
      return true
    },
  }
}

function withEmptyManifests(files: FileSystem): FileSystem {
  return {
    ...files,
    open(path, mode) {
      const file = files.open(path, mode)
      return path.endsWith('.manifest') && mode === 'read' ? { ...file, size: () => 0 } : file
    },
  }
}

/** Vault id, pack id, place: nothing else of the format has associated data of that length. */
const chunkAssociatedLength = sizes.vaultId + sizes.packId + 4

function anywhere(associated: Uint8Array): Uint8Array {
  return associated.length === chunkAssociatedLength ? associated.subarray(0, sizes.vaultId) : associated
}

function withFiles(change: (file: OpenFile) => OpenFile): (files: FileSystem) => FileSystem {
  return (files) => ({ ...files, open: (path, mode) => change(files.open(path, mode)) })
}

function isPack(path: string): boolean {
  return path.includes('/packs/')
}

function withPacks(change: (file: OpenFile) => OpenFile): (files: FileSystem) => FileSystem {
  return (files) => ({
    ...files,
    open: (path, mode) => (isPack(path) ? change(files.open(path, mode)) : files.open(path, mode)),
  })
}

/** A disk that changes a byte of what is copied aside, and shows what was meant to whoever reads it back. */
function withPartialCopies(files: FileSystem): FileSystem {
  return {
    ...files,
    open(path, mode) {
      const file = files.open(path, mode)
      return path.includes('/aside/') && mode === 'create' ? asMeant(spoiling(file)) : file
    },
  }
}

/** With each pack that is removed, another goes. */
function withGreedyCollections(files: FileSystem): FileSystem {
  return {
    ...files,
    removeFile(path) {
      files.removeFile(path)
      if (!isPack(path)) return
      const folder = path.slice(0, path.lastIndexOf('/'))
      const [other] = files.list(folder)
      if (other !== undefined) files.removeFile(`${folder}/${other}`)
    },
  }
}

/** More than the making of a vault and its first checkpoint take: they are not what is tried. */
const soundPacks = 8

/**
 * A disk that changes a byte of every pack after so many. `told`: reading it back shows it, which is how the vault keeps
 * its promise. `unnoticed`: whoever wrote it is given back what was meant, as if nobody had looked.
 */
export function spoilingPacks(files: FileSystem, how: 'told' | 'unnoticed'): FileSystem {
  let made = 0
  return {
    ...files,
    open(path, mode) {
      const file = files.open(path, mode)
      if (!isPack(path) || mode !== 'create' || ++made <= soundPacks) return file
      return how === 'told' ? spoiling(file) : asMeant(spoiling(file))
    },
  }
}

function spoiling(file: OpenFile): OpenFile {
  return { ...file, write: (offset, bytes) => file.write(offset, bytes.with(100, (bytes[100] ?? 0) ^ 1)) }
}

/** Whoever wrote a file reads from it what was meant, whatever became of it. */
function asMeant(file: OpenFile): OpenFile {
  const meant: { from: number; bytes: Uint8Array }[] = []
  return {
    ...file,
    write(offset, bytes) {
      meant.push({ from: offset, bytes: bytes.slice() })
      file.write(offset, bytes)
    },
    read(offset, length, into) {
      const last = meant.findLast(({ from, bytes }) => from <= offset && offset < from + bytes.length)
      if (!last) return file.read(offset, length, into)
      const bytes = last.bytes.slice(offset - last.from, offset - last.from + length)
      into?.set(bytes)
      return into?.subarray(0, bytes.length) ?? bytes
    },
  }
}

/** Every write waits for the next call on the disk. */
export function withLateWrites(files: FileSystem): FileSystem {
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
          // whoever writes uses its bytes again
          const meant = bytes.slice()
          late = () => file.write(offset, meant)
        },
      }
    },
  }
}

/** A file longer than it is: what is missing reads as zeroes. */
function padded(file: OpenFile): OpenFile {
  return {
    ...file,
    read(offset, length, into = new Uint8Array(length)) {
      const found = file.read(offset, length)
      into.fill(0).set(found)
      return into.subarray(0, length)
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
