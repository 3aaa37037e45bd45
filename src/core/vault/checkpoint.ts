import { sealChunk, type ChunkRef, isIntact } from './chunk.ts'
import { damaged, failureOf } from './fault.ts'
import { chunkPath, chunksFolder, collect, journalPath, manifestPath, type Collected } from './generations.ts'
import type { Image } from './image.ts'
import { encodeJournal, readJournal, unrecoverable } from './journal.ts'
import { encodeManifest, type ChunkList, type Header } from './manifest.ts'
import type { FileSystem } from './ports.ts'
import { openJournal, type Vault } from './vault.ts'
import { readWhole, writeWhole } from './whole-files.ts'

export interface CheckpointReport extends Collected {
  generation: number
  chunksWritten: number
}

/** What the new generation says besides its image. */
export interface Saved {
  sequence: number
  savedAt: string | null
  /** Replaces the key slots. */
  slots?: Header['slots']
}

/**
 * Makes the next generation from the image, which must be what the current one and its journal amount to.
 *
 * Everything new is written and synced before the one rename that makes it count; the journal comes before its manifest, so
 * that a manifest without a journal is always damage. Until that rename a fault leaves the current generation untouched
 * (`disk-full`: what was written is removed). From the rename on, a fault is `write-failed`.
 */
export function checkpoint(vault: Vault, image: Image, saved: Saved): CheckpointReport {
  const { ports, folder, keys } = vault
  const header = {
    ...vault.header,
    generation: vault.header.generation + 1,
    slots: saved.slots ?? vault.header.slots,
  }
  const written = writeDirtyChunks(vault, image)
  const list: ChunkList = {
    sequence: saved.sequence,
    savedAt: saved.savedAt,
    imageLength: image.length(),
    chunks: written.chunks,
  }
  const next = prepareGeneration(vault, header, list, written.paths)

  const manifest = manifestPath(folder, header.generation)
  unrecoverable(() => {
    ports.files.rename(`${manifest}.tmp`, manifest)
    ports.files.syncFolder(folder)
  })
  image.settle()
  retireJournal(vault)
  vault.header = header
  vault.list = list
  vault.journal = next
  return {
    generation: header.generation,
    chunksWritten: written.paths.length,
    ...collect(ports, folder, keys, header.generation),
  }
}

function writeDirtyChunks(vault: Vault, image: Image): { chunks: ChunkRef[]; paths: string[] } {
  const { ports, folder, keys, header } = vault
  const chunks = [...vault.list.chunks]
  const paths: string[] = []
  return undoing(vault, paths, () => {
    for (const { place, content } of image.dirty()) {
      const { ref, bytes } = sealChunk(ports.crypto, keys, header.vaultId, content)
      const path = chunkPath(folder, ref)
      paths.push(path)
      writeWhole(ports.files, path, bytes, 'create')
      if (!isIntact(ports.crypto, ref, readWhole(ports.files, path))) damaged()
      chunks[place] = ref
    }
    ports.files.syncFolder(chunksFolder(folder))
    return { chunks, paths }
  })
}

/** Writes the manifest under its temporary name and the journal under its own, and opens the latter. */
function prepareGeneration(vault: Vault, header: Header, list: ChunkList, chunkPaths: string[]) {
  const { ports, folder, keys } = vault
  const manifest = encodeManifest(ports.crypto, keys, header, list)
  const identity = {
    vaultId: header.vaultId,
    generation: header.generation,
    manifestHash: ports.crypto.hash(manifest),
  }
  const journal = encodeJournal(ports.crypto, keys, identity)
  const temporary = `${manifestPath(folder, header.generation)}.tmp`
  const journalFile = journalPath(folder, header.generation)
  return undoing(vault, [...chunkPaths, temporary, journalFile, `${journalFile}.tmp`], () => {
    writeWhole(ports.files, temporary, manifest, 'replace')
    writeWhole(ports.files, `${journalFile}.tmp`, journal, 'replace')
    ports.files.rename(`${journalFile}.tmp`, journalFile)
    ports.files.syncFolder(folder)
    const reading = readJournal(ports.crypto, keys, identity, list.sequence, journal)
    return openJournal(vault, keys, identity, reading)
  })
}

/** Runs `work`; when the file system refuses it, removes `paths` (those that exist) to give the room back. */
function undoing<T>({ ports }: Vault, paths: string[], work: () => T): T {
  try {
    return work()
  } catch (fault) {
    for (const path of paths) removeIfPossible(ports.files, path)
    throw fault
  }
}

function removeIfPossible(files: FileSystem, path: string): void {
  try {
    files.removeFile(path)
  } catch (fault) {
    // Nothing refers to these files, and the next collection removes what is left of them.
    failureOf(fault)
  }
}

/**
 * Tells whoever finds this journal without the generation that follows it that files are missing. Not being able to write
 * it takes nothing away from what was just saved.
 */
function retireJournal({ journal }: Vault): void {
  try {
    journal.append('superseded')
  } catch (fault) {
    failureOf(fault)
  } finally {
    journal.close()
  }
}
