import { failed, ok, type Result } from '../result.ts'
import type { Steps } from '../steps.ts'
import { asideName, copyAside, discardAside } from './aside.ts'
import { hex } from './bytes.ts'
import { isIntact } from './chunk.ts'
import { inPackOrder } from './chunk-table.ts'
import { damaged, failureOf } from './fault.ts'
import {
  filesOfVault,
  generationsOf,
  journalPath,
  latestGeneration,
  manifestPath,
  nextNumber,
} from './generations.ts'
import { lastSequenceIn, readJournal, readSoundPart } from './journal.ts'
import { wipeKeys, type VaultKeys } from './keys.ts'
import { refuseIfInUse, releaseLock, takeLock } from './lock-file.ts'
import {
  decodeHeader,
  decodeSavedAt,
  openList,
  savedAtLength,
  type ChunkList,
  type Header,
  type ParsedHeader,
} from './manifest.ts'
import { filesOfNext, makeNextCount, prepareNext } from './next-generation.ts'
import { unlock, type Unlocking } from './open.ts'
import { readSealed, roomsOf } from './pack.ts'
import type { VaultPorts } from './ports.ts'
import { areNotesFor } from './sealed-notes.ts'
import { geometryOf } from './sizes.ts'
import { longest, readWhole } from './whole-files.ts'

/** The newest state of a damaged vault of which every byte is there: one that was acknowledged once. */
export interface WholeState {
  /** Of the vault, in hexadecimal. */
  id: string
  /** Whose image it is. */
  generation: number
  /** Number and local minute of its last transaction. */
  sequence: number
  savedAt: string | null
  /** Transactions after it that the files still speak of, whether or not they can be read; there may have been more. */
  missing: number
}

/** `vault-whole`: there is no damage to leave behind. `nothing-whole`: no generation that is left is whole. */
export type NoFallback = 'vault-whole' | 'nothing-whole'

/**
 * Looks for the newest whole state of a vault whose current generation is damaged: an image, and the transactions saved since up to the
 * first that is damaged. Reads everything, writes nothing. What is not damage is thrown, as by `openVault`: a wrong secret, a newer
 * format, a disk that does not answer.
 */
export function* findWhole(ports: VaultPorts, unlocking: Unlocking): Steps<Result<WholeState, NoFallback>> {
  refuseIfInUse(ports, unlocking.folder)
  const found = yield* search(ports, unlocking)
  if (!found.ok) return found
  wipeKeys(ports.crypto, found.value.keys)
  return ok(found.value.state)
}

/**
 * Makes that state a new generation, which then opens like any other, once every file was copied aside, under `asideName` of it. Given up
 * or failed, the vault is as it was. Throws like `findWhole`.
 */
export function* fallBack(
  ports: VaultPorts,
  unlocking: Unlocking,
): Steps<Result<WholeState & { aside: string }, NoFallback>> {
  const { folder } = unlocking
  takeLock(ports, folder)
  try {
    const found = yield* search(ports, unlocking)
    if (!found.ok) return found
    try {
      const generation = yield* leaveDamageBehind(ports, folder, found.value)
      return ok({ ...found.value.state, aside: asideName(generation) })
    } finally {
      wipeKeys(ports.crypto, found.value.keys)
    }
  } finally {
    releaseLock(ports, folder)
  }
}

interface Found {
  state: WholeState
  keys: VaultKeys
  vaultId: Uint8Array
  /** The newest that are authentic. */
  slots: Header['slots']
  list: ChunkList
  /** Contents of the transactions since the image. */
  contents: Uint8Array[]
}

/** The keys of what it finds are the caller's to wipe. */
function* search(ports: VaultPorts, unlocking: Unlocking): Steps<Result<Found, NoFallback>> {
  const { folder } = unlocking
  const current = latestGeneration(ports, folder)
  let keys: VaultKeys | null = null
  let notesKey: Uint8Array | null = null
  let slots: Header['slots'] | null = null
  let oldest = 0
  let lastKnown = 0
  let isKept = false
  try {
    for (const generation of generationsOf(ports, folder, 'manifest')) {
      const manifest = readManifest(ports, folder, generation, current)
      if (!manifest) continue
      if (!keys) ({ keys, notesKey } = yield* unlock(ports, manifest.header, unlocking))
      const list = openSoundList(ports, keys, manifest.header)
      if (!list || !areNotesFor(ports.crypto, list, notesKey)) continue
      slots ??= manifest.header.slots
      oldest = Math.max(oldest, list.oldest)
      lastKnown = Math.max(lastKnown, list.sequence)
      // what is below was being removed on purpose
      if (generation < oldest || !(yield* isImageWhole(ports, folder, list))) continue
      const contents = readContents(ports, folder, keys, manifest, list, current)
      if (contents === 'whole') return failed('vault-whole')
      for (const later of generationsOf(ports, folder, 'journal')) {
        if (later >= generation) lastKnown = Math.max(lastKnown, lastSequenceOf(ports, folder, keys, later))
      }
      isKept = true
      const state = stateOf(manifest.header, list, contents, lastKnown)
      return ok({ state, keys, vaultId: manifest.header.vaultId, slots, list, contents })
    }
    if (!keys) damaged()
    return failed('nothing-whole')
  } finally {
    if (keys && !isKept) wipeKeys(ports.crypto, keys)
    if (notesKey) ports.crypto.wipe(notesKey)
  }
}

interface Manifest {
  header: ParsedHeader
  hash: Uint8Array
}

/** Null when it is damaged. The format of the current one is believed: a newer program's vault is its own to mend. */
function readManifest(
  { files, crypto }: VaultPorts,
  folder: string,
  generation: number,
  current: number,
): Manifest | null {
  const ignored = ['vault-damaged', 'not-a-vault', ...(generation === current ? [] : ['vault-too-new'])]
  return unless(ignored, () => {
    const bytes = readWhole(files, manifestPath(folder, generation), longest.manifest)
    const header = decodeHeader(crypto, bytes)
    return header.generation === generation ? { header, hash: crypto.hash(bytes) } : damaged()
  })
}

function openSoundList(ports: VaultPorts, keys: VaultKeys, header: ParsedHeader): ChunkList | null {
  return unless(['vault-damaged'], () => openList(ports.crypto, keys, header, geometryOf(ports).chunk))
}

/** A few chunks a step. */
function* isImageWhole(ports: VaultPorts, folder: string, { chunks }: ChunkList): Steps<boolean> {
  const { step } = geometryOf(ports)
  const refs = inPackOrder(chunks)
  for (const [done, ref] of refs.entries()) {
    if (done % step === 0) yield { done, total: refs.length }
    if (!unless(['vault-damaged'], () => isIntact(ports.crypto, ref, readSealed(ports, folder, ref))))
      return false
  }
  return true
}

/** Of the transactions since the image, up to the first that is damaged; or `whole`, when nothing is and this is the current generation. */
function readContents(
  ports: VaultPorts,
  folder: string,
  keys: VaultKeys,
  { header, hash }: Manifest,
  { sequence }: ChunkList,
  current: number,
): Uint8Array[] | 'whole' {
  const { vaultId, generation } = header
  const identity = { vaultId, generation, manifestHash: hash }
  const read = (how: typeof readJournal | typeof readSoundPart) =>
    unless(['vault-damaged'], () => {
      const bytes = readWhole(ports.files, journalPath(folder, generation), longest.journal)
      return how(ports.crypto, keys, identity, sequence, bytes, geometryOf(ports).growth)
    })
  if (generation === current && read(readJournal)) return 'whole'
  return (read(readSoundPart)?.transactions ?? []).map(({ content }) => content)
}

function lastSequenceOf(ports: VaultPorts, folder: string, keys: VaultKeys, generation: number): number {
  const read = () =>
    lastSequenceIn(
      ports.crypto,
      keys,
      readWhole(ports.files, journalPath(folder, generation), longest.journal),
    )
  return unless(['vault-damaged'], read) ?? 0
}

function stateOf(
  { vaultId, generation }: ParsedHeader,
  list: ChunkList,
  contents: readonly Uint8Array[],
  lastKnown: number,
): WholeState {
  const sequence = list.sequence + contents.length
  const last = contents.at(-1)
  const savedAt = last ? decodeSavedAt(last.subarray(0, savedAtLength)) : list.savedAt
  return { id: hex(vaultId), generation, sequence, savedAt, missing: Math.max(0, lastKnown - sequence) }
}

/** Answers the number of the new generation. */
function* leaveDamageBehind(
  ports: VaultPorts,
  folder: string,
  { keys, vaultId, slots, list, contents }: Found,
): Steps<number> {
  const { files } = ports
  const generation = nextNumber(ports, folder)
  yield* copyAside(ports, folder, generation, filesOfVault(ports, folder))
  let isReady = false
  try {
    const { sequence } = list
    prepareNext({ ports, folder, rooms: roomsOf(ports) }, keys, { vaultId, generation, slots }, list, {
      sequence,
      contents,
    })
    isReady = true
  } finally {
    if (!isReady) {
      for (const path of filesOfNext(folder, generation))
        unless(['vault-damaged'], () => files.removeFile(path))
      discardAside(files, `${folder}/${asideName(generation)}`)
    }
  }
  makeNextCount(ports, folder, generation)
  return generation
}

/** What `read` gives, or null when it fails in one of these ways. */
function unless<T>(ignored: readonly string[], read: () => T): T | null {
  try {
    return read()
  } catch (fault) {
    if (!ignored.includes(failureOf(fault))) throw fault
    return null
  }
}
