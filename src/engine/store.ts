import type { Migration, Store, StoreFailure, Transaction } from '#core/database'
import type { Clock } from '#core/ports'
import { failed, ok, type Result } from '#core/result'
import type { CheckpointReport } from '#core/vault/checkpoint'
import type { BackupReport } from '#core/vault/backup'
import { createVault, type NewVault } from '#core/vault/create'
import { attempt, type VaultFailure } from '#core/vault/fault'
import { imageFrom } from '#core/vault/image'
import { doorsOf as doorsOfVault, openVault, type Opened } from '#core/vault/open'
import { finishPurge } from '#core/vault/generations'
import { withSlot } from '#core/vault/passphrase'
import type { KdfCosts, VaultPorts } from '#core/vault/ports'
import { defaultCostPolicy, defaultCosts, type CostPolicy, type Slot, type SlotRole } from '#core/vault/slots'
import { imageOf, keepTornJournal, releaseVault, type Vault } from '#core/vault/vault'
import type { Database, SqlEngine } from './adapters/sqljs.ts'
import { entropyFrom } from './adapters/words.ts'
import { runStore } from './store/running-store.ts'
import { migrate, pendingMigrations } from './store/migrate.ts'
import type { LongAct } from './store/long-act.ts'
import { passphraseBytes } from './store/passphrase-bytes.ts'
import type { Health } from './store/verify-session.ts'
import {
  isAheadOfImage,
  recordTransaction,
  replay,
  saveGeneration,
  type Session,
} from './store/store-session.ts'

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
    /** The words open the vault, and the worker's passphrase becomes the new one. */
    | { kind: 'recovery'; words: string; newPassphrase: string }
  migrations: readonly Migration[]
}

const createFailures = [
  'already-exists',
  'vault-missing',
  'recovery-words-invalid',
  'disk-full',
  'no-permission',
  'write-failed',
] as const
/** `vault-missing`: the folder that should hold the new vault does not exist. */
export type CreateFailure = (typeof createFailures)[number]
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
  /** Whose slot opened it. */
  readonly role: SlotRole
  /** Tells its key from another of the same role: eight hexadecimal digits of the hash of its salt. */
  readonly slotMark: string
  readonly opened: OpeningReport
  sequence(): number
  lastSavedAt(): string | null
  /** Moves everything saved into a new generation. Nothing is lost when it fails: the journal still holds it. */
  checkpoint(): Result<CheckpointReport, StoreFailure>
  /** So much was saved since the last one that the next unlock would be slow: to be made soon, in short steps. */
  isCheckpointDue(): boolean
  /** The same in short steps, for when the worker is idle: saves pass between them. */
  checkpointSlowly(): LongAct<CheckpointReport, StoreFailure>
  /** The disk refused the last write for want of room; the next one that passes ends it. */
  isDiskFull(): boolean
  /** Does a few milliseconds of the background verification; to be called until it is no longer `running`. */
  verifyNext(): Health
  health(): Health
  /** Gives the verification up, or begins it again from the first chunk. Neither has an effect on a damaged vault. */
  pauseVerification(): void
  verifyAgain(): void
  /** Whether this is the worker's passphrase. Costs a full derivation, about a second. */
  checkPassphrase(passphrase: string): boolean
  /** Whether this opens its role's slot. Costs a full derivation too. */
  checkSecret(secret: SlotSecret): boolean
  /** Number of the current generation. */
  generation(): number
  /** Changes with the vault key, and says nothing of it. */
  keyMark(): string
  /** Who may open the vault, and at what cost for whoever guesses. */
  slots(): Pick<Slot, 'role' | 'costs'>[]
  /** Adds a role's slot or changes its secret. An old secret opens no generation left in the folder, but older copies still. */
  setSecret(secret: SlotSecret): Result<undefined, SlotFailure>
  /**
   * A new vault key held by these slots only, every chunk sealed again, everything older removed: what removes a slot. The secrets
   * of those who stay are needed, or new ones.
   */
  rekey(secrets: readonly SlotSecret[]): Result<LongAct<CheckpointReport, StoreFailure>, RekeyFailure>
  /** To be called once rows were deleted for good: no index, older generation or chunk of this folder holds them any more. */
  eraseDeleted(): Result<CheckpointReport, StoreFailure>
  /** Checkpoints, then copies the vault into one file, as sealed, and reads it back. */
  backUp(path: string): Result<LongAct<BackupReport>, StoreFailure>
  /** Seals bytes that only the worker's or the recovery secret opens. */
  sealNote(plaintext: Uint8Array): Uint8Array
  /** Null in a coordinator's session, and for bytes not sealed by this vault. */
  openNote(sealed: Uint8Array): Uint8Array | null
  /** Checkpoints if something was saved, marks the vault properly closed, wipes the keys. The store is dead afterwards. */
  close(): Result<undefined, StoreFailure>
}

/** Makes a vault, with its schema and first rows, and leaves it open. A creation that fails leaves nothing behind. */
export function createStore(ports: StorePorts, wanted: NewStore): Result<OpenStore, CreateFailure> {
  const entropy = entropyFrom(wanted.recoveryWords)
  if (!entropy.ok) return entropy
  const image = imageFrom(ports.sql.emptyDatabase(), ports.geometry?.chunk)
  const database = ports.sql.open(image)
  fillNewDatabase(database, wanted)

  const secrets: NewVault['secrets'] = [
    { role: 'worker', secret: passphraseBytes(wanted.passphrase) },
    { role: 'recovery', secret: entropy.value },
  ]
  const { folder, costs = defaultCosts, policy = defaultCostPolicy } = wanted
  const created = attempt(() => createVault(ports, { folder, secrets, costs, policy, image }))
  for (const { secret } of secrets) secret.fill(0)
  if (!created.ok) {
    database.close()
    return failed(asCreateFailure(created.failure))
  }
  const session: Session = { vault: created.value, image, database, lastSavedAt: null }
  const found = { closedCleanly: true, tornFrameDropped: false, replayed: 0 }
  return ok(runStore(session, { clock: ports.clock, costs }, report(session, found)))
}

function fillNewDatabase(database: Database, { schema, seed }: NewStore): void {
  migrate(database, schema)
  if (!seed) return
  database.script('BEGIN')
  seed(recordTransaction(database).tx)
  database.script('COMMIT')
}

/** Opens a vault, replays what its journal holds, brings its schema up to date. A failed opening changes nothing. */
export function openStore(ports: StorePorts, wanted: StoreOpening): Result<OpenStore, OpenFailure> {
  const secret = secretBytes(wanted.secret)
  if (!secret.ok) return secret
  const opened = attempt(() => openWith(ports, wanted, secret.value))
  secret.value.fill(0)
  return opened.ok ? opened : failed(asOpenFailure(opened.failure))
}

export function roleOf(secret: StoreOpening['secret']): SlotRole {
  return secret.kind === 'recovery' ? 'recovery' : (secret.role ?? 'worker')
}

export function secretBytes(secret: StoreOpening['secret']): Result<Uint8Array, 'recovery-words-invalid'> {
  return secret.kind === 'passphrase' ? ok(passphraseBytes(secret.passphrase)) : entropyFrom(secret.words)
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

function openWith(ports: StorePorts, wanted: StoreOpening, secret: Uint8Array): OpenStore {
  const { folder, policy = defaultCostPolicy } = wanted
  const role = roleOf(wanted.secret)
  const found = openVault(ports, { folder, role, secret, policy })
  const { vault } = found
  try {
    const image = imageOf(vault)
    const database = ports.sql.open(image)
    try {
      const session: Session = { vault, image, database, lastSavedAt: vault.list.savedAt }
      bringUpToDate(session, wanted, found)
      const { closedCleanly, torn, transactions } = found
      const opened = report(session, { closedCleanly, tornFrameDropped: torn, replayed: transactions.length })
      const costs = wanted.costs ?? ownCosts(vault)
      return runStore(session, { clock: ports.clock, costs }, opened)
    } catch (fault) {
      database.close()
      throw fault
    }
  } catch (fault) {
    releaseVault(vault)
    throw fault
  }
}

/** The journal is replayed on the schema it was written for; only then does the schema move, between two checkpoints. */
function bringUpToDate(session: Session, wanted: StoreOpening, { torn, transactions }: Opened): void {
  const pending = pendingMigrations(session.database, wanted.migrations)
  replay(session, transactions)
  if (torn) keepTornJournal(session.vault)
  if (pending.length > 0 && isAheadOfImage(session)) saveGeneration(session)
  migrate(session.database, pending)
  const slots = renewedSlots(session.vault, wanted)
  if (torn || pending.length > 0 || slots) saveGeneration(session, slots && { slots })
  else finishPurge(session.vault)
}

/** New slots are made as dear as the one that was just opened. */
function ownCosts({ header, role }: Vault): KdfCosts {
  return header.slots.find((slot) => slot.role === role)?.costs ?? defaultCosts
}

function renewedSlots(vault: Vault, { secret, costs = defaultCosts }: StoreOpening): Slot[] | undefined {
  if (secret.kind === 'passphrase') return undefined
  const bytes = passphraseBytes(secret.newPassphrase)
  const slots = withSlot(vault, { role: 'worker', secret: bytes, costs })
  bytes.fill(0)
  return slots
}

function report(
  { vault, image, lastSavedAt }: Session,
  found: Pick<OpeningReport, 'closedCleanly' | 'tornFrameDropped' | 'replayed'>,
): OpeningReport {
  const { chunks: total, opened } = image.counts()
  return {
    generation: vault.header.generation,
    sequence: vault.journal.sequence,
    lastSavedAt,
    ...found,
    chunks: { total, opened },
  }
}

/** What is just written and cannot be read back was not written. */
function asCreateFailure(failure: VaultFailure): CreateFailure {
  return createFailures.find((expected) => expected === failure) ?? 'write-failed'
}

function asOpenFailure(failure: VaultFailure): OpenFailure {
  return failure === 'already-exists' ? 'write-failed' : failure
}
