import { writeBallast } from './ballast.ts'
import { beginBuilding, discardVault, finishBuilding, makeVaultFolder } from './building.ts'
import { sealChunk } from './chunk.ts'
import { chunkPath, chunksFolder, journalPath, manifestPath } from './generations.ts'
import type { Image } from './image.ts'
import { encodeJournal, readJournal } from './journal.ts'
import { deriveKeys } from './keys.ts'
import { writeLock } from './lock-file.ts'
import { encodeManifest, identityOf, type ChunkList, type Header } from './manifest.ts'
import type { KdfCosts, VaultPorts } from './ports.ts'
import { sizes } from './sizes.ts'
import { sealSlot, withinPolicy, type CostPolicy, type SlotRole } from './slots.ts'
import { geometryOf, loadChunk, openJournal, type Vault } from './vault.ts'
import { writeWhole } from './whole-files.ts'

export interface NewVault {
  folder: string
  /** One slot for each: the bytes that will open it. The first is the session's. */
  secrets: [{ role: SlotRole; secret: Uint8Array }, ...{ role: SlotRole; secret: Uint8Array }[]]
  costs: KdfCosts
  policy: CostPolicy
  /** The whole first image. */
  image: Image
}

/**
 * Makes a vault at `folder`, which must be missing or empty, and opens it. A creation cut short leaves no half vault. Throws `already-exists` and the file system's own failures.
 */
export function createVault(ports: VaultPorts, wanted: NewVault): Vault {
  if (!withinPolicy(wanted.costs, wanted.policy)) throw new RangeError('costs outside the policy')
  const { folder } = wanted
  const building = beginBuilding(ports.files, folder)
  const draft = sealDraft(ports, wanted)
  try {
    writeDraft(ports, building, draft)
    finishBuilding(ports.files, building, folder)
  } catch (fault) {
    discardVault(ports.files, building)
    throw fault
  }
  const vault = openDraft(ports, wanted, draft)
  wanted.image.settle((place) => loadChunk(vault, place))
  return vault
}

function openDraft(ports: VaultPorts, { folder, policy, secrets }: NewVault, draft: Draft): Vault {
  const { keys, notesKey, identity, header, list } = draft
  const reading = readJournal(ports.crypto, keys, identity, 0, draft.journal, geometryOf({ ports }).growth)
  const journal = openJournal({ ports, folder }, keys, identity, reading)
  const [{ role }] = secrets
  return { ports, folder, policy, role, keys, notesKey, spared: new Set(), header, list, journal }
}

type Draft = ReturnType<typeof sealDraft>

function sealDraft(ports: VaultPorts, { secrets, costs, image }: NewVault) {
  const { crypto } = ports
  const { chunk, growth } = geometryOf({ ports })
  const vaultId = crypto.randomBytes(sizes.vaultId)
  const vaultKey = crypto.newKey()
  vaultKey.set(crypto.randomBytes(sizes.key))
  const notes = crypto.boxKeyPair()
  const identity = identityOf(vaultId)
  const wrapped = { vault: vaultKey, notes: notes.secretKey }
  const header: Header = {
    vaultId,
    generation: 1,
    slots: secrets.map((secret) => sealSlot(crypto, identity, wrapped, { ...secret, costs })),
  }
  const keys = deriveKeys(crypto, vaultKey)
  const chunks = image.dirty().map(({ content }) => sealChunk(crypto, keys, vaultId, content))
  const list: ChunkList = {
    imageLength: image.length(),
    sequence: 0,
    savedAt: null,
    oldest: 1,
    notesPublicKey: notes.publicKey,
    chunks: chunks.map(({ ref }) => ref),
  }
  const manifest = encodeManifest(crypto, keys, header, list, chunk)
  const journalIdentity = { vaultId, generation: 1, manifestHash: crypto.hash(manifest) }
  const journal = encodeJournal(crypto, keys, journalIdentity, growth)
  const notesKey = notes.secretKey
  return { header, keys, notesKey, list, chunks, manifest, identity: journalIdentity, journal }
}

function writeDraft(ports: VaultPorts, folder: string, draft: Draft): void {
  const { files } = ports
  makeVaultFolder(files, folder)
  for (const { ref, bytes } of draft.chunks) writeWhole(files, chunkPath(folder, ref), bytes, 'create')
  files.syncFolder(chunksFolder(folder))
  writeWhole(files, journalPath(folder, 1), draft.journal, 'create')
  writeWhole(files, manifestPath(folder, 1), draft.manifest, 'create')
  writeBallast(ports, folder)
  writeLock(ports, folder)
  files.syncFolder(folder)
}
