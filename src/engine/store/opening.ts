import { ok, type Result } from '#core/result'
import type { Steps } from '#core/steps'
import { restoreBallast } from '#core/vault/ballast'
import { createVault, type NewVault } from '#core/vault/create'
import type { VaultFailure } from '#core/vault/fault'
import { finishPurge } from '#core/vault/generations'
import { imageFrom } from '#core/vault/image'
import { openVault, type Opened } from '#core/vault/open'
import { withSlot } from '#core/vault/passphrase'
import type { KdfCosts } from '#core/vault/ports'
import { defaultCostPolicy, defaultCosts, type Slot, type SlotRole } from '#core/vault/slots'
import { imageOf, keepTornJournal, releaseVault, type Vault } from '#core/vault/vault'
import type { Database } from '../adapters/sqljs.ts'
import { entropyFrom } from '../adapters/words.ts'
import type { NewStore, OpenFailure, OpeningReport, OpenStore, StoreOpening, StorePorts } from '../store.ts'
import { actOf, longAct, stepsOf, type LongAct } from './long-act.ts'
import { migrate, migrateInSteps, pendingMigrations } from './migrate.ts'
import { passphraseBytes } from './passphrase-bytes.ts'
import { discardRehearsal } from './rehearsal-place.ts'
import { runStore } from './running-store.ts'
import {
  isAheadOfImage,
  recordTransaction,
  replay,
  saveGenerationInSteps,
  type Session,
} from './store-session.ts'

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

/** Makes a vault, with its schema and first rows, and leaves it open. A creation that fails or is given up leaves nothing behind. */
export function creating(ports: StorePorts, wanted: NewStore): LongAct<OpenStore, CreateFailure> {
  const steps = function* (): Steps<Result<OpenStore, CreateFailure>> {
    const entropy = entropyFrom(wanted.recoveryWords)
    if (!entropy.ok) return entropy
    return yield* stepsOf(longAct(createWith(ports, wanted, entropy.value), asCreateFailure))
  }
  return actOf(steps())
}

function* createWith(ports: StorePorts, wanted: NewStore, entropy: Uint8Array): Steps<OpenStore> {
  const { folder, costs = defaultCosts, policy = defaultCostPolicy } = wanted
  const secrets: NewVault['secrets'] = [
    { role: 'worker', secret: passphraseBytes(wanted.passphrase) },
    { role: 'recovery', secret: entropy },
  ]
  const image = imageFrom(ports.sql.emptyDatabase(), ports.geometry?.chunk)
  const database = ports.sql.open(image)
  let isMade = false
  try {
    fillNewDatabase(database, wanted)
    const vault = yield* createVault(ports, { folder, secrets, costs, policy, image })
    isMade = true
    const session: Session = { vault, image, database, lastSavedAt: null }
    const found = { closedCleanly: true, tornFrameDropped: false, isDiskFull: false, replayed: 0 }
    return runStore(session, { clock: ports.clock, costs }, report(session, found))
  } finally {
    for (const { secret } of secrets) secret.fill(0)
    if (!isMade) database.close()
  }
}

function fillNewDatabase(database: Database, { schema, seed }: NewStore): void {
  migrate(database, schema)
  if (!seed) return
  database.script('BEGIN')
  seed(recordTransaction(database).tx)
  database.script('COMMIT')
}

/**
 * Opens a vault, replays what its journal holds, brings its schema up to date. A failed opening changes nothing; one given up while the
 * schema is brought up to date leaves the vault with the schema it had, in the generation it was in or in one more of the same content.
 * Recovered, it keeps nothing the old passphrase opens, unless what is `older` is to be kept: damaged files just set aside, for somebody to look at.
 */
export function opening(
  ports: StorePorts,
  wanted: StoreOpening,
  older: 'purged' | 'kept' = 'purged',
): LongAct<OpenStore, OpenFailure> {
  const steps = function* (): Steps<Result<OpenStore, OpenFailure>> {
    const secret = secretBytes(wanted.secret)
    if (!secret.ok) return secret
    try {
      return yield* stepsOf(longAct(openWith(ports, wanted, secret.value, older), asOpenFailure))
    } finally {
      secret.value.fill(0)
    }
  }
  return actOf(steps())
}

export function roleOf(secret: StoreOpening['secret']): SlotRole {
  return secret.kind === 'recovery' ? 'recovery' : (secret.role ?? 'worker')
}

export function secretBytes(secret: StoreOpening['secret']): Result<Uint8Array, 'recovery-words-invalid'> {
  return secret.kind === 'passphrase' ? ok(passphraseBytes(secret.passphrase)) : entropyFrom(secret.words)
}

export function asOpenFailure(failure: VaultFailure): OpenFailure {
  return failure === 'already-exists' ? 'write-failed' : failure
}

function* openWith(
  ports: StorePorts,
  wanted: StoreOpening,
  secret: Uint8Array,
  older: 'purged' | 'kept',
): Steps<OpenStore> {
  const { folder, policy = defaultCostPolicy } = wanted
  const role = roleOf(wanted.secret)
  const found = yield* openVault(ports, { folder, role, secret, policy })
  const { vault } = found
  let database: Database | null = null
  let isOpen = false
  try {
    const image = imageOf(vault)
    database = ports.sql.open(image)
    const session: Session = { vault, image, database, lastSavedAt: vault.list.savedAt }
    yield* bringUpToDate(session, wanted, found, older === 'purged')
    const { torn: tornFrameDropped, transactions, closedCleanly, isDiskFull } = found
    const replayed = transactions.length
    const opened = report(session, { closedCleanly, tornFrameDropped, isDiskFull, replayed })
    const costs = wanted.costs ?? ownCosts(vault)
    discardRehearsal(ports.files, folder)
    isOpen = true
    return runStore(session, { clock: ports.clock, costs }, opened)
  } finally {
    if (!isOpen) {
      database?.close()
      releaseVault(vault)
      if (found.isDiskFull) restoreBallast(ports, folder)
    }
  }
}

/** The journal is replayed on the schema it was written for; only then does the schema move, between two checkpoints. */
function* bringUpToDate(
  session: Session,
  wanted: StoreOpening,
  { torn, transactions }: Opened,
  purge: boolean,
): Steps<void> {
  const pending = pendingMigrations(session.database, wanted.migrations)
  yield* replay(session, transactions)
  const { generation } = session.vault.header
  const keepTorn = () => {
    if (torn && session.vault.header.generation === generation) keepTornJournal(session.vault)
  }
  if (pending.length > 0 && isAheadOfImage(session)) yield* saveGenerationInSteps(session, {}, keepTorn)
  yield* migrateInSteps(session.database, pending)
  const slots = yield* renewedSlots(session.vault, wanted)
  if (torn || pending.length > 0 || slots)
    yield* saveGenerationInSteps(session, slots ? { slots, purge } : {}, keepTorn)
  else finishPurge(session.vault)
}

/** New slots are made as dear as the one that was just opened. */
function ownCosts({ header, role }: Vault): KdfCosts {
  return header.slots.find((slot) => slot.role === role)?.costs ?? defaultCosts
}

function* renewedSlots(vault: Vault, wanted: StoreOpening): Steps<Slot[] | undefined> {
  const { secret, costs = defaultCosts } = wanted
  if (secret.kind === 'passphrase') return undefined
  const bytes = passphraseBytes(secret.newPassphrase)
  try {
    return yield* withSlot(vault, { role: 'worker', secret: bytes, costs })
  } finally {
    bytes.fill(0)
  }
}

function report(
  { vault, image, lastSavedAt }: Session,
  found: Pick<OpeningReport, 'closedCleanly' | 'tornFrameDropped' | 'isDiskFull' | 'replayed'>,
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
