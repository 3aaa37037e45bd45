import { isIntact, openChunk, type ChunkRef } from './chunk.ts'
import type { JournalIdentity } from './frame.ts'
import { chunkPath, journalPath } from './generations.ts'
import { createImage, type Image } from './image.ts'
import { Journal, type JournalReading } from './journal.ts'
import { wipeKeys, type VaultKeys } from './keys.ts'
import { releaseLock } from './lock-file.ts'
import type { ChunkList, Header } from './manifest.ts'
import type { VaultPorts } from './ports.ts'
import type { CostPolicy } from './slots.ts'
import { readWhole, writeWhole } from './whole-files.ts'

/** A vault whose key is in hand and whose lock is ours. A checkpoint moves it to its next generation. */
export interface Vault {
  readonly ports: VaultPorts
  readonly folder: string
  readonly policy: CostPolicy
  readonly keys: VaultKeys
  header: Header
  list: ChunkList
  journal: Journal
}

/** The image of the current generation, none of its chunks opened yet. */
export function imageOf(vault: Vault): Image {
  const { chunks, imageLength } = vault.list
  return createImage(imageLength, (place) => {
    const ref = chunks[place]
    if (!ref) throw new RangeError(`no chunk at place ${place}`)
    const bytes = readWhole(vault.ports.files, chunkPath(vault.folder, ref))
    return openChunk(vault.ports.crypto, vault.keys, vault.header.vaultId, ref, bytes)
  })
}

/** Whether a chunk on disk is the one the list speaks of. A file that cannot be read is not. */
export function isChunkIntact({ ports, folder }: Vault, ref: ChunkRef): boolean {
  return isIntact(ports.crypto, ref, readWhole(ports.files, chunkPath(folder, ref)))
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
  writeWhole(ports.files, `${path}.torn`, readWhole(ports.files, path), 'replace')
}

/** Gives back everything the session held. The vault object is dead afterwards. */
export function releaseVault({ ports, folder, keys, journal }: Vault): void {
  wipeKeys(ports.crypto, keys)
  journal.close()
  releaseLock(ports, folder)
}
