import { isIntact, openChunk, type Pack } from './chunk.ts'
import { chunkAt } from './chunk-table.ts'
import type { JournalIdentity } from './frame.ts'
import { journalPath } from './generations.ts'
import { holdFiles, type HeldFiles } from './held-files.ts'
import { createImage, type Image } from './image.ts'
import { Journal, type JournalReading } from './journal.ts'
import { wipeKeys, type VaultKeys } from './keys.ts'
import { releaseLock } from './lock-file.ts'
import type { ChunkList, Header } from './manifest.ts'
import { readSealed, roomsOf, whereSealed, type Rooms } from './pack.ts'
import type { VaultPorts } from './ports.ts'
import { geometryOf } from './sizes.ts'
import type { CostPolicy, SlotRole } from './slots.ts'
import { longest, readWhole, writeWhole } from './whole-files.ts'

/** A vault whose key is in hand and whose lock is ours. A checkpoint moves it to its next generation. */
export interface Vault {
  readonly ports: VaultPorts
  readonly folder: string
  readonly policy: CostPolicy
  /** Whose slot opened it. */
  readonly role: SlotRole
  keys: VaultKeys
  /** Opens sealed notes; null in a coordinator's session. */
  readonly notesKey: Uint8Array | null
  /** Names of packs a long act needs though no generation refers to them, or will soon no more: a collection spares them. */
  readonly spared: Set<string>
  readonly rooms: Rooms
  /** Packs whose chunks the image asks for. */
  readonly heldPacks: HeldFiles
  /** The packs of the generations this session opened or made. */
  readonly known: Map<number, readonly Pack[]>
  header: Header
  list: ChunkList
  journal: Journal
}

/** The image of the current generation, none of its chunks opened yet. */
export function imageOf(vault: Vault): Image {
  const { chunk } = geometryOf(vault.ports)
  const load = (place: number, room: Uint8Array) => loadChunk(vault, place, room)
  return createImage(vault.list.imageLength, load, chunk)
}

/** Reads and opens into `room` the chunk that the current generation has at a place. */
export function loadChunk(vault: Vault, place: number, room: Uint8Array): Uint8Array {
  const { ports, folder, keys, header, list, rooms, heldPacks } = vault
  const ref = chunkAt(list.chunks, place)
  const sealed = heldPacks.readPart(...whereSealed(ports, folder, ref), rooms.sealed)
  return openChunk(ports.crypto, keys, header.vaultId, ref, sealed, room)
}

/** Whether the chunk at a place is on the disk as the table says, under the name it should have. */
export function isChunkIntact({ ports, folder, list, rooms }: Vault, place: number): boolean {
  const ref = chunkAt(list.chunks, place)
  return isIntact(ports.crypto, ref, readSealed(ports, folder, ref, rooms.sealed))
}

/** What a session works with, besides what the files of the vault say. */
export function workspaceOf(ports: VaultPorts): Pick<Vault, 'spared' | 'rooms' | 'heldPacks'> {
  return { spared: new Set(), rooms: roomsOf(ports), heldPacks: holdFiles(ports.files) }
}

export function openJournal(
  { ports, folder }: Pick<Vault, 'ports' | 'folder'>,
  keys: VaultKeys,
  identity: JournalIdentity,
  reading: JournalReading,
): Journal {
  const file = ports.files.open(journalPath(folder, identity.generation), 'write')
  return new Journal(ports.crypto, keys, identity, file, reading)
}

/** Keeps a copy of a journal whose last frame was cut short, before a checkpoint leaves it behind. It stays sealed. */
export function keepTornJournal({ ports, folder, header }: Vault): void {
  const path = journalPath(folder, header.generation)
  writeWhole(ports.files, `${path}.torn`, readWhole(ports.files, path, longest.journal), 'replace')
}

/** Gives back everything the session held. The vault object is dead afterwards. */
export function releaseVault({ ports, folder, keys, notesKey, journal, heldPacks }: Vault): void {
  if (notesKey) ports.crypto.wipe(notesKey)
  wipeKeys(ports.crypto, keys)
  heldPacks.letGoOfAll()
  try {
    journal.close()
  } finally {
    releaseLock(ports, folder)
  }
}
