import { writeBallast } from './ballast.ts'
import { sealChunk } from './chunk.ts'
import { VaultFault } from './fault.ts'
import { chunkPath, chunksFolder, journalPath, manifestPath } from './generations.ts'
import type { Image } from './image.ts'
import { encodeJournal, readJournal } from './journal.ts'
import { deriveKeys } from './keys.ts'
import { writeLock } from './lock-file.ts'
import { encodeManifest, identityOf, type ChunkList, type Header } from './manifest.ts'
import { FileFault, type FileSystem, type KdfCosts, type VaultPorts } from './ports.ts'
import { sizes } from './sizes.ts'
import { sealSlot, withinPolicy, type CostPolicy, type SlotRole } from './slots.ts'
import { openJournal, type Vault } from './vault.ts'
import { writeWhole } from './whole-files.ts'

export interface NewVault {
  folder: string
  /** One slot for each: the bytes that will open it. */
  secrets: { role: SlotRole; secret: Uint8Array }[]
  costs: KdfCosts
  policy: CostPolicy
  /** The whole first image. */
  image: Image
}

/**
 * Makes a vault at `folder`, which must be missing or empty, and opens it. It is built beside and renamed into place: a
 * creation cut short leaves no half vault. Throws `already-exists` and the file system's own failures.
 */
export function createVault(ports: VaultPorts, wanted: NewVault): Vault {
  if (!withinPolicy(wanted.costs, wanted.policy)) throw new RangeError('costs outside the policy')
  const { folder } = wanted
  const building = `${folder}.creating`
  refuseIfOccupied(ports.files, folder)
  discard(ports.files, building)
  const draft = sealDraft(ports, wanted)
  try {
    writeDraft(ports, building, draft)
    removeEmptyFolder(ports.files, folder)
    ports.files.rename(building, folder)
    ports.files.syncParent(folder)
  } catch (fault) {
    discard(ports.files, building)
    throw fault
  }
  wanted.image.settle()
  const { keys, identity, header, list } = draft
  const reading = readJournal(ports.crypto, keys, identity, 0, draft.journal)
  const journal = openJournal({ ports, folder }, keys, identity, reading)
  return { ports, folder, policy: wanted.policy, keys, header, list, journal }
}

function sealDraft({ crypto }: VaultPorts, { secrets, costs, image }: NewVault) {
  const vaultId = crypto.randomBytes(sizes.vaultId)
  const vaultKey = crypto.newKey()
  vaultKey.set(crypto.randomBytes(sizes.key))
  const identity = identityOf(vaultId)
  const header: Header = {
    vaultId,
    generation: 1,
    slots: secrets.map((secret) => sealSlot(crypto, identity, vaultKey, { ...secret, costs })),
  }
  const keys = deriveKeys(crypto, vaultKey)
  const chunks = image.dirty().map(({ content }) => sealChunk(crypto, keys, vaultId, content))
  const list: ChunkList = {
    imageLength: image.length(),
    sequence: 0,
    savedAt: null,
    chunks: chunks.map(({ ref }) => ref),
  }
  const manifest = encodeManifest(crypto, keys, header, list)
  const journalIdentity = { vaultId, generation: 1, manifestHash: crypto.hash(manifest) }
  const journal = encodeJournal(crypto, keys, journalIdentity)
  return { header, keys, list, chunks, manifest, identity: journalIdentity, journal }
}

function writeDraft(ports: VaultPorts, folder: string, draft: ReturnType<typeof sealDraft>): void {
  const { files } = ports
  makeVaultFolder(files, folder)
  files.makeFolder(chunksFolder(folder))
  for (const { ref, bytes } of draft.chunks) writeWhole(files, chunkPath(folder, ref), bytes, 'create')
  files.syncFolder(chunksFolder(folder))
  writeWhole(files, journalPath(folder, 1), draft.journal, 'create')
  writeWhole(files, manifestPath(folder, 1), draft.manifest, 'create')
  writeBallast(ports, folder)
  writeLock(ports, folder)
  files.syncFolder(folder)
}

function makeVaultFolder(files: FileSystem, folder: string): void {
  try {
    files.makeFolder(folder)
  } catch (fault) {
    if (fault instanceof FileFault && fault.code === 'missing') throw new VaultFault('vault-missing', fault)
    throw fault
  }
}

function refuseIfOccupied(files: FileSystem, folder: string): void {
  const names = ifThere(() => files.list(folder))
  if (names && names.length > 0) throw new VaultFault('already-exists')
}

function removeEmptyFolder(files: FileSystem, folder: string): void {
  ifThere(() => files.removeFolder(folder))
}

/** Removes what an earlier creation, cut short, left beside; it never held anything acknowledged. */
function discard(files: FileSystem, building: string): void {
  for (const folder of [chunksFolder(building), building]) {
    for (const name of ifThere(() => files.list(folder)) ?? []) {
      if (name !== 'chunks') files.removeFile(`${folder}/${name}`)
    }
    ifThere(() => files.removeFolder(folder))
  }
}

function ifThere<T>(act: () => T): T | null {
  try {
    return act()
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault
    if (fault.code === 'missing') return null
    if (fault.code === 'not-a-folder' || fault.code === 'exists')
      throw new VaultFault('already-exists', fault)
    throw fault
  }
}
