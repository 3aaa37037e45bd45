import type { Steps } from '../steps.ts'
import { sealChunk, type ChunkRef } from './chunk.ts'
import { damaged, failureOf } from './fault.ts'
import {
  chunkPath,
  chunksFolder,
  collect,
  journalPath,
  manifestPath,
  spareChunks,
  type Collected,
} from './generations.ts'
import type { Image } from './image.ts'
import { encodeJournal, readJournal, unrecoverable } from './journal.ts'
import type { VaultKeys } from './keys.ts'
import { encodeManifest, type ChunkList, type Header } from './manifest.ts'
import type { FileSystem } from './ports.ts'
import { geometryOf, isChunkIntact, loadChunk, openJournal, type Vault } from './vault.ts'
import { syncFile, writeWhole } from './whole-files.ts'

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
  /** Removes every generation before this one, now or when the vault is next opened. */
  purge?: boolean
}

/** A generation in the making: its chunks are on the disk, nothing refers to them yet. */
export interface Draft {
  keys: VaultKeys
  chunks: ChunkRef[]
  /** Files written for it so far, removed when it is given up. */
  paths: string[]
}

/**
 * Makes the next generation from the image, which must be what the current one and its journal amount to.
 *
 * Everything new is written and synced before the one rename that makes it count; the journal comes before its manifest, so
 * that a manifest without a journal is always damage. Until that rename a fault leaves the current generation untouched
 * (`disk-full`: what was written is removed). From the rename on, a fault is `write-failed`.
 */
export function checkpoint(vault: Vault, image: Image, saved: Saved): CheckpointReport {
  const draft: Draft = { keys: vault.keys, chunks: [...vault.list.chunks], paths: [] }
  return undoing(vault, draft, () => {
    const places = image.dirty()
    for (const { place, content } of places) writeChunk(vault, draft, place, content, 'sync-later')
    // once all are written: the first sync then does most of the work of the others
    const refs = places.flatMap(({ place }) => draft.chunks[place] ?? [])
    for (const ref of refs) syncFile(vault.ports.files, chunkPath(vault.folder, ref))
    for (const ref of refs) if (!isChunkIntact(vault, ref)) damaged()
    return commitDraft(vault, image, draft, saved)
  })
}

/**
 * The same, one chunk a step, for moments when nobody waits. Between two steps the vault may be read, saved, even checkpointed. To give
 * up: `return()`. `saved` is asked at the very end.
 */
export function* checkpointSlowly(vault: Vault, image: Image, saved: () => Saved): Steps<CheckpointReport> {
  const generation = vault.header.generation
  const draft: Draft = { keys: vault.keys, chunks: [], paths: [] }
  const written = new Map<number, number>()
  const sparing = spareChunks(vault, [])
  let isDone = false
  try {
    const places = image.dirty()
    for (const [done, { place, content, version }] of places.entries()) {
      // a checkpoint asked for in the meantime did all of this
      if (vault.header.generation !== generation) break
      sparing.add(writeChunk(vault, draft, place, content))
      written.set(place, version)
      yield { done: done + 1, total: places.length }
    }
    sparing.release()
    const isCurrent = vault.header.generation === generation
    if (!isCurrent) discardDraft(vault.ports.files, draft)
    const kept: Draft = {
      keys: vault.keys,
      chunks: isCurrent ? Object.assign([...vault.list.chunks], draft.chunks) : [...vault.list.chunks],
      paths: isCurrent ? draft.paths : [],
    }
    for (const { place, content, version } of image.dirty())
      if (!isCurrent || written.get(place) !== version) writeChunk(vault, kept, place, content)
    const report = commitDraft(vault, image, kept, saved())
    isDone = true
    return report
  } finally {
    sparing.release()
    if (!isDone) discardDraft(vault.ports.files, draft)
  }
}

/** Seals a content under the draft's keys and writes it; unless told that this comes later, syncs it and reads it back. */
export function writeChunk(
  vault: Vault,
  draft: Draft,
  place: number,
  content: Uint8Array,
  sync: 'sync-now' | 'sync-later' = 'sync-now',
): ChunkRef {
  const { ports, folder, header } = vault
  const { ref, bytes } = sealChunk(ports.crypto, draft.keys, header.vaultId, content)
  const path = chunkPath(folder, ref)
  draft.paths.push(path)
  writeWhole(ports.files, path, bytes, 'create', sync)
  if (sync === 'sync-now' && !isChunkIntact(vault, ref)) damaged()
  draft.chunks[place] = ref
  return ref
}

/** Makes a draft the current generation. The vault then holds the draft's keys; what they replace is the caller's to wipe. */
export function commitDraft(vault: Vault, image: Image, draft: Draft, saved: Saved): CheckpointReport {
  const { ports, folder } = vault
  const chunksWritten = draft.paths.length
  const generation = vault.header.generation + 1
  const header = { ...vault.header, generation, slots: saved.slots ?? vault.header.slots }
  const list: ChunkList = {
    ...vault.list,
    sequence: saved.sequence,
    savedAt: saved.savedAt,
    oldest: saved.purge ? generation : vault.list.oldest,
    imageLength: image.length(),
    chunks: draft.chunks,
  }
  ports.files.syncFolder(chunksFolder(folder))
  const next = prepareGeneration(vault, draft, header, list)

  const manifest = manifestPath(folder, generation)
  // from here on the files of the draft are the vault's: they must never be removed
  draft.paths.length = 0
  unrecoverable(() => {
    ports.files.rename(`${manifest}.tmp`, manifest)
    ports.files.syncFolder(folder)
  })
  retireJournal(vault)
  vault.keys = draft.keys
  vault.header = header
  vault.list = list
  vault.journal = next
  image.settle((place) => loadChunk(vault, place))
  return { generation, chunksWritten, ...collect(vault) }
}

/** Writes the manifest under its temporary name and the journal under its own, and opens the latter. */
function prepareGeneration(vault: Vault, draft: Draft, header: Header, list: ChunkList) {
  const { ports, folder } = vault
  const { chunk, growth } = geometryOf(vault)
  const { vaultId, generation } = header
  const manifest = encodeManifest(ports.crypto, draft.keys, header, list, chunk)
  const identity = { vaultId, generation, manifestHash: ports.crypto.hash(manifest) }
  const journal = encodeJournal(ports.crypto, draft.keys, identity, growth)
  const temporary = `${manifestPath(folder, generation)}.tmp`
  const journalFile = journalPath(folder, generation)
  draft.paths.push(temporary, journalFile, `${journalFile}.tmp`)
  writeWhole(ports.files, temporary, manifest, 'replace')
  writeWhole(ports.files, `${journalFile}.tmp`, journal, 'replace')
  ports.files.rename(`${journalFile}.tmp`, journalFile)
  ports.files.syncFolder(folder)
  const reading = readJournal(ports.crypto, draft.keys, identity, list.sequence, journal, growth)
  return openJournal(vault, draft.keys, identity, reading)
}

/** Runs `work`; when the file system refuses it, removes what the draft wrote, to give the room back. */
function undoing<T>({ ports }: Vault, draft: Draft, work: () => T): T {
  try {
    return work()
  } catch (fault) {
    discardDraft(ports.files, draft)
    throw fault
  }
}

export function discardDraft(files: FileSystem, { paths }: Draft): void {
  for (const path of paths) removeIfPossible(files, path)
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
