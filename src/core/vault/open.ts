import type { Steps } from '../steps.ts'
import { restoreBallast, sparesRoom } from './ballast.ts'
import { damaged, VaultFault } from './fault.ts'
import type { Frame } from './frame.ts'
import { journalPath, latestGeneration, manifestPath } from './generations.ts'
import { readJournal } from './journal.ts'
import { deriveKeys, wipeKeys } from './keys.ts'
import { refuseIfInUse, releaseLock, takeLock } from './lock-file.ts'
import { decodeHeader, identityOf, openList, type ChunkList, type ParsedHeader } from './manifest.ts'
import { packsFolder, type Rooms } from './pack.ts'
import type { VaultPorts } from './ports.ts'
import { areNotesFor } from './sealed-notes.ts'
import { geometryOf } from './sizes.ts'
import { openSlot, type CostPolicy, type SlotRole } from './slots.ts'
import { openJournal, workspaceOf, type Vault } from './vault.ts'
import { holds, longest, readWhole } from './whole-files.ts'

export interface Unlocking {
  folder: string
  role: SlotRole
  secret: Uint8Array
  policy: CostPolicy
}

export interface Opened {
  vault: Vault
  /** The transactions since the generation's image, to be replayed on it in this order. */
  transactions: Frame[]
  closedCleanly: boolean
  /** A write was cut short after the last transaction; a checkpoint must come before anything is appended. */
  torn: boolean
  /** There was no room even for the lock: the ballast gave it, and is to be put back. */
  isDiskFull: boolean
}

/**
 * Opens the highest generation of a vault; one that does not verify is damage, never passed over in silence. Nothing is
 * written before the key is known to be right; a failed opening leaves every file as it was, a new ballast apart on a full disk.
 */
export function* openVault(ports: VaultPorts, { folder, role, secret, policy }: Unlocking): Steps<Opened> {
  const generation = latestGeneration(ports, folder)
  refuseIfInUse(ports, folder)
  const manifest = readWhole(ports.files, manifestPath(folder, generation), longest.manifest)
  const header = decodeHeader(ports.crypto, manifest)
  if (header.generation !== generation) damaged()
  const { keys, notesKey } = yield* unlock(ports, header, { role, secret, policy })
  try {
    const list = openList(ports.crypto, keys, header, geometryOf(ports).chunk)
    if (!areNotesFor(ports.crypto, list, notesKey)) damaged()
    const isDiskFull = takeLockSparingRoom(ports, folder)
    try {
      const verified = { folder, policy, role, keys, notesKey, header, list, manifest }
      return { ...openLocked(ports, verified), isDiskFull }
    } catch (fault) {
      releaseLock(ports, folder)
      if (isDiskFull) restoreBallast(ports, folder)
      throw fault
    }
  } catch (fault) {
    wipeKeys(ports.crypto, keys)
    if (notesKey) ports.crypto.wipe(notesKey)
    throw fault
  }
}

/** Answers whether there was no room for it: a vault may be read on a full disk. */
function takeLockSparingRoom(ports: VaultPorts, folder: string): boolean {
  try {
    takeLock(ports, folder)
    return false
  } catch (fault) {
    if (!sparesRoom(ports, folder, fault)) throw fault
    takeLock(ports, folder)
    return true
  }
}

/** Whom the highest generation has slots for. Read in clear: nothing of it is proven before a key opens the vault. */
export function doorsOf(ports: VaultPorts, folder: string): SlotRole[] {
  const manifest = readWhole(
    ports.files,
    manifestPath(folder, latestGeneration(ports, folder)),
    longest.manifest,
  )
  return decodeHeader(ports.crypto, manifest).slots.map(({ role }) => role)
}

/** The keys behind a role's slot, or `wrong-passphrase`; to be wiped by the caller. */
export function* unlock(
  { crypto }: VaultPorts,
  header: ParsedHeader,
  { role, secret, policy }: Omit<Unlocking, 'folder'>,
): Steps<Pick<Vault, 'keys' | 'notesKey'>> {
  const slot = header.slots.find((candidate) => candidate.role === role)
  const opened = slot && (yield* openSlot(crypto, identityOf(header.vaultId), slot, secret, policy))
  if (!opened) throw new VaultFault('wrong-passphrase')
  return { keys: deriveKeys(crypto, opened.vault), notesKey: opened.notes }
}

interface Verified extends Pick<Vault, 'folder' | 'policy' | 'role' | 'keys' | 'notesKey'> {
  header: ParsedHeader
  list: ChunkList
  manifest: Uint8Array
}

function openLocked(ports: VaultPorts, verified: Verified): Omit<Opened, 'isDiskFull'> {
  const { folder, policy, role, keys, notesKey, header, list, manifest } = verified
  const workspace = workspaceOf(ports)
  refuseIfMoved(ports, folder, header.generation, manifest, workspace.rooms)
  refuseIfPacksMissing(ports, folder, list)
  const { vaultId, generation, slots } = header
  const identity = { vaultId, generation, manifestHash: ports.crypto.hash(manifest) }
  const bytes = readWhole(ports.files, journalPath(folder, generation), longest.journal)
  const reading = readJournal(ports.crypto, keys, identity, list.sequence, bytes, geometryOf(ports).growth)
  const journal = openJournal({ ports, folder }, keys, identity, reading)
  return {
    vault: {
      ports,
      ...workspace,
      known: new Map([[generation, list.chunks.packs]]),
      folder,
      policy,
      role,
      keys,
      notesKey,
      header: { vaultId, generation, slots },
      list,
      journal,
    },
    transactions: reading.transactions,
    closedCleanly: reading.closedCleanly,
    torn: reading.torn,
  }
}

/** Another engine may have opened, written and closed the vault while the key was being derived. */
function refuseIfMoved(
  ports: VaultPorts,
  folder: string,
  generation: number,
  manifest: Uint8Array,
  { sealed }: Rooms,
): void {
  const still = latestGeneration(ports, folder) === generation
  if (!still || !holds(ports, manifestPath(folder, generation), manifest, sealed))
    throw new VaultFault('vault-in-use')
}

/** A link in their place was not made by this program, and what it leads to is not a vault's alone: a collection would remove the rest of it. */
function refuseIfPacksMissing({ files }: VaultPorts, folder: string, { chunks }: ChunkList): void {
  if (files.isLink(packsFolder(folder))) throw new VaultFault('not-a-vault')
  const present = new Set(files.list(packsFolder(folder)))
  for (const { name } of chunks.packs) if (!present.has(name)) damaged()
}
