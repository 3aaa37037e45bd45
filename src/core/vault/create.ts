import type { Steps } from '../steps.ts'
import { writeBallast } from './ballast.ts'
import { beginBuilding, discardVault, finishBuilding, makeVaultFolder } from './building.ts'
import { emptyTable, withChunks } from './chunk-table.ts'
import { journalPath, manifestPath } from './generations.ts'
import type { Image } from './image.ts'
import { encodeJournal, readJournal } from './journal.ts'
import { deriveKeys, wipeKeys, type VaultKeys } from './keys.ts'
import { writeLock } from './lock-file.ts'
import { encodeManifest, identityOf, type ChunkList, type Header } from './manifest.ts'
import { beginDraft, packsFolder, writePacks, type Destination } from './pack.ts'
import type { Crypto, KdfCosts, VaultPorts } from './ports.ts'
import { geometryOf, sizes } from './sizes.ts'
import { sealSlot, withinPolicy, type CostPolicy, type Slot, type SlotRole } from './slots.ts'
import { loadChunk, openJournal, workspaceOf, type Vault } from './vault.ts'
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
 * Makes a vault at `folder`, which must be missing or empty, and opens it. A creation cut short or given up leaves no half vault. Throws
 * `already-exists` and the file system's own failures.
 */
export function* createVault(ports: VaultPorts, wanted: NewVault): Steps<Vault> {
  if (!withinPolicy(wanted.costs, wanted.policy)) throw new RangeError('costs outside the policy')
  const { folder, policy, secrets, image } = wanted
  const building = beginBuilding(ports.files, folder)
  const { header, keys, notes } = yield* makeKeys(ports, wanted)
  const giveBack = () => {
    discardVault(ports.files, building)
    wipeKeys(ports.crypto, keys)
    ports.crypto.wipe(notes.secretKey)
  }
  const workspace = workspaceOf(ports)
  const { list, journal, identity } = unlessDone(giveBack, () => {
    const to = {
      ports,
      folder: building,
      vaultId: header.vaultId,
      spared: new Set<string>(),
      rooms: workspace.rooms,
    }
    const first = writeFirst(to, { header, keys, notesPublicKey: notes.publicKey, image })
    finishBuilding(ports.files, building, folder)
    return first
  })
  const reading = readJournal(ports.crypto, keys, identity, 0, journal, geometryOf(ports).growth)
  const [{ role }] = secrets
  const vault: Vault = {
    ports,
    folder,
    policy,
    role,
    keys,
    notesKey: notes.secretKey,
    ...workspace,
    known: new Map([[header.generation, list.chunks.packs]]),
    header,
    list,
    journal: openJournal({ ports, folder }, keys, identity, reading),
  }
  image.settle((place, room) => loadChunk(vault, place, room))
  return vault
}

interface NewKeys {
  header: Header
  keys: VaultKeys
  notes: ReturnType<Crypto['boxKeyPair']>
}

function* makeKeys({ crypto }: VaultPorts, { secrets, costs }: NewVault): Steps<NewKeys> {
  const vaultId = crypto.randomBytes(sizes.vaultId)
  const vaultKey = crypto.newKey()
  vaultKey.set(crypto.randomBytes(sizes.key))
  const notes = crypto.boxKeyPair()
  const slots: Slot[] = []
  let isDone = false
  try {
    const wrapped = { vault: vaultKey, notes: notes.secretKey }
    for (const secret of secrets)
      slots.push(yield* sealSlot(crypto, identityOf(vaultId), wrapped, { ...secret, costs }))
    isDone = true
    return { header: { vaultId, generation: 1, slots }, keys: deriveKeys(crypto, vaultKey), notes }
  } finally {
    if (!isDone) for (const key of [vaultKey, notes.secretKey]) crypto.wipe(key)
  }
}

/** Runs `work`, and `giveBack` when it fails. */
function unlessDone<T>(giveBack: () => void, work: () => T): T {
  try {
    return work()
  } catch (fault) {
    giveBack()
    throw fault
  }
}

/** Writes the first generation of a vault; the folder must be given its name afterwards. */
function writeFirst(
  to: Destination,
  first: { header: Header; keys: VaultKeys; notesPublicKey: Uint8Array; image: Image },
) {
  const { ports, folder } = to
  const { crypto, files } = ports
  const { header, keys, notesPublicKey, image } = first
  const { chunk, growth } = geometryOf(ports)
  const { vaultId, generation } = header
  makeVaultFolder(files, folder)
  const draft = beginDraft(keys)
  for (const _ of writePacks(to, draft, image, image.dirty(), 'at-once'));
  files.syncFolder(packsFolder(folder))
  const list: ChunkList = {
    imageLength: image.length(),
    sequence: 0,
    savedAt: null,
    oldest: 1,
    notesPublicKey,
    chunks: withChunks(emptyTable, image.counts().chunks, draft.chunks),
  }
  const manifest = encodeManifest(crypto, keys, header, list, chunk)
  const identity = { vaultId, generation, manifestHash: crypto.hash(manifest) }
  const journal = encodeJournal(crypto, keys, identity, growth)
  writeWhole(files, journalPath(folder, generation), journal, 'create')
  writeWhole(files, manifestPath(folder, generation), manifest, 'create')
  writeBallast(ports, folder)
  writeLock(ports, folder)
  files.syncFolder(folder)
  return { list, journal, identity }
}
