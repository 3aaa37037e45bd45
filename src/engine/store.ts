import type { Migration, Store, StoreFailure, Transaction } from '#core/database'
import type { Clock } from '#core/ports'
import { failed, type Result } from '#core/result'
import type { Steps } from '#core/steps'
import type { BackupReport } from '#core/vault/backup'
import type { CheckpointReport } from '#core/vault/checkpoint'
import { attempt, type VaultFailure } from '#core/vault/fault'
import { doorsOf as doorsOfVault } from '#core/vault/open'
import type { KdfCosts, VaultPorts } from '#core/vault/ports'
import type { CostPolicy, Slot, SlotRole } from '#core/vault/slots'
import type { SqlEngine } from './adapters/sqljs.ts'
import { finish, type LongAct } from './store/long-act.ts'
import { asOpenFailure, creating, opening, type CreateFailure } from './store/opening.ts'
import type { Health } from './store/verify-session.ts'

export type { Migration } from '#core/database'

export interface StorePorts extends VaultPorts {
  sql: SqlEngine
  clock: Clock
}

/** Argon2id settings. Left out, the costs of new slots are those of the slot opened, or the floor; tests give cheap ones. */
interface KdfSettings {
  costs?: KdfCosts
  policy?: CostPolicy
}

export interface NewStore extends KdfSettings {
  /** `<name>.filigrane`: missing, or an empty folder. */
  folder: string
  passphrase: string
  /** 12 French words, as `recoveryWordsFrom` gives them. */
  recoveryWords: string
  schema: readonly Migration[]
  /** Rows every new vault begins with. */
  seed?: (tx: Transaction) => void
}

export interface StoreOpening extends KdfSettings {
  folder: string
  secret:
    /** The worker's, unless it says the coordinator's. */
    | { kind: 'passphrase'; passphrase: string; role?: 'worker' | 'coordinator' }
    /** The words open the vault, and the worker's passphrase becomes the new one; the old one opens nothing left in the folder, damaged files set aside apart. */
    | { kind: 'recovery'; words: string; newPassphrase: string }
  migrations: readonly Migration[]
}

/** `wrong-passphrase` is also the answer to well-formed recovery words of another vault. */
export type OpenFailure = Exclude<VaultFailure, 'already-exists'>

/** Why a vault's header cannot be read. */
export type DoorFailure = Exclude<OpenFailure, 'wrong-passphrase' | 'recovery-words-invalid'>

/** How the vault was found. */
export interface OpeningReport {
  generation: number
  /** Number of the last transaction, counted from the vault's first. */
  sequence: number
  /** Local minute of that transaction, `YYYY-MM-DDTHH:mm`. */
  lastSavedAt: string | null
  /** The last session ended by `close`. */
  closedCleanly: boolean
  /** A write was cut short after the last transaction and put aside; it had not been acknowledged, unless the disk lied. */
  tornFrameDropped: boolean
  /** The disk had no room left, the reserve of the vault apart. */
  isDiskFull: boolean
  replayed: number
  /** Chunks of the image, and how many of them opening needed. */
  chunks: { total: number; opened: number }
}

/** A secret as it is typed: 12 words for the recovery slot, a passphrase for the others. */
export interface SlotSecret {
  role: SlotRole
  typed: string
  /** Left out, the costs of new slots. */
  costs?: KdfCosts
}
/** `coordinator-session`: who cannot open the sealed notes cannot hand them over. */
export type SlotFailure = StoreFailure | 'recovery-words-invalid' | 'coordinator-session'
/** `worker-slot-needed`: a vault its worker could not open any more. */
export type RekeyFailure = SlotFailure | 'worker-slot-needed'

export interface OpenStore extends Store {
  /** Of the vault, in hexadecimal: every copy of it has the same. */
  readonly id: string
  /** Whose slot opened it. */
  readonly role: SlotRole
  /** Tells the key of a slot from another of the same role: eight hexadecimal digits of the hash of its salt. */
  slotMark(role: SlotRole): string
  readonly opened: OpeningReport
  sequence(): number
  lastSavedAt(): string | null
  /** A transaction of many steps is open: until it ends, nobody else reads or writes. */
  isHalfDone(): boolean
  /** Moves everything saved into a new generation. Nothing is lost when it fails: the journal still holds it. */
  checkpoint(): Result<CheckpointReport, StoreFailure>
  /** So much was saved since the last one that the next unlock would be slow: to be made soon, in short steps. */
  isCheckpointDue(): boolean
  /** The same in short steps, for when the worker is idle: saves pass between them. Full-text indexes are merged before, unless the disk is full. */
  checkpointSlowly(): LongAct<CheckpointReport, StoreFailure>
  /** Why nothing new can be written, known before trying; null when it can. */
  readOnlyReason(): StoreFailure | null
  /** After a full disk: whether there is room again, which ends it. */
  findRoom(): boolean
  /** The disk refused the last write for want of room; the next one that passes ends it. */
  isDiskFull(): boolean
  /** Does a few milliseconds of the background verification; to be called until it is no longer `running`. */
  verifyNext(): Health
  health(): Health
  /** Gives the verification up, or begins it again from the first chunk. Neither has an effect on a damaged vault. */
  pauseVerification(): void
  verifyAgain(): void
  /** Whether this is the passphrase of whoever has the vault open. Costs a full derivation, about a second. */
  checkPassphrase(passphrase: string): Steps<boolean>
  /** Whether this opens its role's slot. Costs a full derivation too. */
  checkSecret(secret: SlotSecret): Steps<boolean>
  /** Number of the current generation. */
  generation(): number
  /** Changes with the vault key, and says nothing of it. */
  keyMark(): string
  /** Who may open the vault, and at what cost for whoever guesses. */
  slots(): Pick<Slot, 'role' | 'costs'>[]
  /** Adds a role's slot or changes its secret. An old secret opens no generation left in the folder, but older copies still. */
  setSecret(secret: SlotSecret): LongAct<undefined, SlotFailure>
  /**
   * A new vault key held by these slots only, every chunk sealed again, everything older removed: what removes a slot. The secrets
   * of those who stay are needed, or new ones.
   */
  rekey(secrets: readonly SlotSecret[]): LongAct<CheckpointReport, RekeyFailure>
  /** To be called once rows were deleted for good: no index, older generation or chunk of this folder holds them any more. */
  eraseDeleted(): LongAct<CheckpointReport, StoreFailure>
  /** Checkpoints, then copies the vault into one file, as sealed, and reads it back. */
  backUp(path: string): LongAct<BackupReport, VaultFailure | StoreFailure>
  /** Seals bytes that only the worker's or the recovery secret opens. */
  sealNote(plaintext: Uint8Array): Uint8Array
  /** Null in a coordinator's session, and for bytes not sealed by this vault. */
  openNote(sealed: Uint8Array): Uint8Array | null
  /** Checkpoints if something was saved, marks the vault properly closed, wipes the keys. The store is dead afterwards. */
  close(): Result<undefined, StoreFailure>
}

/** Makes a vault at once, keys being derived at once too. */
export function createStore(ports: StorePorts, wanted: NewStore): Result<OpenStore, CreateFailure> {
  return finish(creating(ports, wanted))
}

/** Opens a vault at once, keys being derived at once too. */
export function openStore(ports: StorePorts, wanted: StoreOpening): Result<OpenStore, OpenFailure> {
  return finish(opening(ports, wanted))
}

/** Who has a slot, as the header says in clear: anybody holding the file may read it, and nothing is opened. */
export function doorsOf(ports: VaultPorts, folder: string): Result<SlotRole[], DoorFailure> {
  const doors = attempt(() => doorsOfVault(ports, folder))
  if (doors.ok) return doors
  const failure = asOpenFailure(doors.failure)
  if (failure === 'wrong-passphrase' || failure === 'recovery-words-invalid')
    throw new Error('no secret was asked for')
  return failed(failure)
}
