import type { Steps } from '../steps.ts'
import type { ChunkRef } from './chunk.ts'
import { placesToMove, withChunks, type Bounds } from './chunk-table.ts'
import { failureOf } from './fault.ts'
import { collect, type Collected } from './generations.ts'
import type { Image } from './image.ts'
import { readJournal } from './journal.ts'
import type { ChunkList, Header } from './manifest.ts'
import { filesOfNext, makeNextCount, prepareNext } from './next-generation.ts'
import { beginDraft, packsFolder, writePacks, type Draft } from './pack.ts'
import type { FileSystem } from './ports.ts'
import { geometryOf, sizes } from './sizes.ts'
import { loadChunk, openJournal, type Vault } from './vault.ts'

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

/**
 * Packs are emptied early when nobody waits, as late as possible when somebody does, entirely when nothing old may stay. Three generations
 * together then have at most 5 chunks on the disk for one of the image: the oldest 3, and each of the next two what it wrote, at most 1.
 */
const bounds = {
  idle: { share: 2, packs: 128 },
  busy: { share: 3, packs: 512 },
  purge: { share: 1, packs: 512 },
} satisfies Record<string, Bounds>

/**
 * Makes the next generation from the image, which must say what the current one and its journal amount to.
 *
 * Everything new is written and synced before the one rename that makes it count; the journal comes before its manifest, so
 * that a manifest without a journal is always damage. Until that rename a fault leaves the current generation untouched
 * (`disk-full`: what was written is removed). From the rename on, a fault is `write-failed`.
 */
export function checkpoint(vault: Vault, image: Image, saved: Saved): CheckpointReport {
  const draft = beginDraft(vault.keys)
  try {
    return { ...finishDraft(vault, image, draft, saved), ...collect(vault) }
  } finally {
    giveUp(vault, draft)
  }
}

/**
 * The same, a few chunks a step. Between two steps the vault may be read, saved, even checkpointed. To give up: `return()`. `saved` is
 * asked at the very end. `kind`: `idle`, for moments when nobody waits, or `purge`, when that is what `saved` will ask for.
 */
export function* checkpointSlowly(
  vault: Vault,
  image: Image,
  saved: () => Saved,
  kind: 'idle' | 'purge' = 'idle',
): Steps<CheckpointReport> {
  let draft = beginDraft(vault.keys)
  try {
    for (;;) {
      const { generation } = vault.header
      for (const progress of fillDraft(vault, image, draft, kind)) {
        yield progress
        if (vault.header.generation !== generation) break
      }
      if (vault.header.generation === generation) break
      // a checkpoint asked for in the meantime did all of this, and perhaps erased some of it
      giveUp(vault, draft)
      draft = beginDraft(vault.keys)
    }
    const total = draft.chunks.size
    const made = finishDraft(vault, image, draft, saved())
    yield { done: total, total }
    return { ...made, ...collect(vault) }
  } finally {
    giveUp(vault, draft)
  }
}

/** Whoever writes between any two steps would have a purge begin its packs again for ever: past these, the last step does what is left. */
const mostRounds = 10

/** Writes what a draft lacks a few chunks a step, until what is left is the work of one. */
export function* fillDraft(
  vault: Vault,
  image: Image,
  draft: Draft,
  kind: 'idle' | 'purge' = 'idle',
): Steps<void> {
  const { step } = geometryOf(vault.ports)
  let done = 0
  for (let round = 0; round < mostRounds; round++) {
    const places = placesLeft(vault, image, draft, bounds[kind])
    if (places.length <= step) return
    const total = done + places.length
    for (const written of writePacks(destinationOf(vault), draft, image, places, 'in-steps')) {
      done += written
      yield { done, total }
    }
  }
}

/** Writes at once what a draft lacks, then makes it the current generation. The vault then holds the draft's keys; what they replace is the caller's to wipe. */
export function finishDraft(vault: Vault, image: Image, draft: Draft, saved: Saved) {
  const { ports, folder } = vault
  const places = placesLeft(vault, image, draft, saved.purge ? bounds.purge : bounds.busy)
  for (const _ of writePacks(destinationOf(vault), draft, image, places, 'at-once'));
  const generation = vault.header.generation + 1
  const header = { ...vault.header, generation, slots: saved.slots ?? vault.header.slots }
  const list: ChunkList = {
    ...vault.list,
    sequence: saved.sequence,
    savedAt: saved.savedAt,
    oldest: saved.purge ? generation : vault.list.oldest,
    imageLength: image.length(),
    chunks: withChunks(vault.list.chunks, image.counts().chunks, draft.chunks),
  }
  ports.files.syncFolder(packsFolder(folder))
  const next = openNext(vault, draft, header, list)

  // from here on the files of the draft are the vault's: they must never be removed
  draft.paths.length = 0
  makeNextCount(ports, folder, generation)
  retireJournal(vault)
  vault.keys = draft.keys
  vault.header = header
  vault.list = list
  vault.journal = next
  vault.known.set(generation, list.chunks.packs)
  image.settle((place, room) => loadChunk(vault, place, room))
  release(vault, draft)
  return { generation, chunksWritten: draft.chunks.size }
}

/** Where the packs of a vault go. */
function destinationOf({ ports, folder, header, spared, rooms }: Vault) {
  return { ports, folder, vaultId: header.vaultId, spared, rooms }
}

/** Places whose content the draft has not, then those to be moved for the packs to stay within bounds. */
function placesLeft(vault: Vault, image: Image, draft: Draft, within: Bounds): number[] {
  const count = image.counts().chunks
  // under new keys nothing that is there can stay
  const places =
    draft.keys === vault.keys ? image.dirty() : Array.from({ length: count }, (_, place) => place)
  const missing = new Set(places.filter((place) => draft.versions.get(place) !== image.version(place)))
  const changed = new Map([...draft.chunks, ...pending(missing)])
  const moved = placesToMove(vault.list.chunks, count, changed, within, geometryOf(vault.ports).pack)
  return [...missing, ...moved.filter((place) => !missing.has(place))]
}

/** Where the chunks about to be written will be: in a pack that has no other. */
function pending(places: ReadonlySet<number>): [number, ChunkRef][] {
  const pack = { id: new Uint8Array(), name: '', count: places.size }
  return Array.from(places, (place, at) => [place, { pack, at, hash: new Uint8Array(sizes.hash) }])
}

/** Writes the next generation, which does not count yet, and opens its journal. */
function openNext(vault: Vault, draft: Draft, header: Header, list: ChunkList) {
  const { ports, folder } = vault
  const { keys } = draft
  draft.paths.push(...filesOfNext(folder, header.generation))
  const { identity, journal } = prepareNext(vault, keys, header, list)
  const { growth } = geometryOf(ports)
  const reading = readJournal(ports.crypto, keys, identity, list.sequence, journal, growth)
  return openJournal(vault, keys, identity, reading)
}

/** Removes what a draft wrote, unless it became the current generation. */
export function giveUp(vault: Vault, draft: Draft): void {
  release(vault, draft)
  for (const path of draft.paths) removeIfPossible(vault.ports.files, path)
}

function release({ spared }: Vault, { packs }: Draft): void {
  for (const name of packs) spared.delete(name)
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
