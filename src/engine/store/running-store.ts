import type { Clock } from '#core/ports'
import { failed, ok, type Result } from '#core/result'
import type { StoreFailure, Transaction } from '#core/database'
import { hasRoom, restoreBallast } from '#core/vault/ballast'
import { backUp, type BackupReport } from '#core/vault/backup'
import { finish, type Steps } from '#core/steps'
import { checkpointSlowly, type CheckpointReport } from '#core/vault/checkpoint'
import { failureOf, VaultFault, type VaultFailure } from '#core/vault/fault'
import { ascii, hex } from '#core/vault/bytes'
import { isOwnPassphrase, isSecretOf, withSlot } from '#core/vault/passphrase'
import { FileFault, type KdfCosts } from '#core/vault/ports'
import { rekey } from '#core/vault/rekey'
import { openNote, sealNote } from '#core/vault/sealed-notes'
import type { SlotRole } from '#core/vault/slots'
import { releaseVault, type Vault } from '#core/vault/vault'
import { eraseDeleted } from './erase.ts'
import { idleCheckpoint } from './idle-checkpoint.ts'
import { actOf, longAct, stepsOf, type LongAct } from './long-act.ts'
import { verifySession } from './verify-session.ts'
import { passphraseBytes } from './passphrase-bytes.ts'
import {
  allRows,
  isAheadOfImage,
  recordTransaction,
  refuseIfDisconnected,
  saved,
  saveGeneration,
  saveGenerationInSteps,
  type Recording,
  type Session,
} from './store-session.ts'
import { forget, newSlots, secretOf } from './typed-secrets.ts'
import { TransactionTooLarge } from './statements.ts'
import type { OpeningReport, OpenStore, RekeyFailure, SlotFailure, SlotSecret } from '../store.ts'

/** A checkpoint is due after so many transactions, so that unlocking never has long to replay. */
const transactionsPerGeneration = 1000
/** So many more, and it is made at once: whoever holds the store never found a moment for it. */
const transactionsOfGrace = 3000

/** The running store over an opened session. */
export function runStore(
  session: Session,
  { clock, costs }: { clock: Clock; costs: KdfCosts },
  opened: OpeningReport,
): OpenStore {
  const { vault, image, database } = session
  let verification = verifySession(session)
  let { isDiskFull } = opened
  /** Why nothing can be written any more, until the vault is reopened from disk. */
  let stopped: StoreFailure | null = null
  let inTransaction = false
  /** A transaction of many steps is open. */
  let isHalfDone = false
  let nextCheckpoint = vault.list.sequence + transactionsPerGeneration

  /** The failure to answer with; rethrows bugs. After a fault other than a full disk, nothing is written any more. */
  const stopOn = (fault: unknown): StoreFailure => {
    const failure = asStoreFailure(failureOf(fault))
    if (failure === 'read-only') verification.alarm()
    if (failure === 'disk-full') isDiskFull = true
    else stopped = failure
    return failure
  }

  const attemptSaving = <T>(act: () => T): Result<T, StoreFailure> => {
    if (inTransaction) throw new Error('a transaction is open')
    if (stopped) return failed(stopped)
    try {
      const done = act()
      isDiskFull = false
      return ok(done)
    } catch (fault) {
      return failed(stopOn(fault))
    }
  }

  /** The same for an act of many steps. */
  const savingAct = <T, F extends string>(steps: () => Steps<Result<T, F>>): LongAct<T, F | StoreFailure> => {
    const guarded = function* (): Steps<Result<T, F | StoreFailure>> {
      if (inTransaction) throw new Error('a transaction is open')
      if (stopped) return failed(stopped)
      try {
        const done = yield* steps()
        if (done.ok) isDiskFull = false
        return done
      } catch (fault) {
        return failed(stopOn(fault))
      }
    }
    return actOf(guarded())
  }

  const checkpoint = () =>
    attemptSaving(() => {
      nextCheckpoint = vault.journal.sequence + transactionsPerGeneration
      return saveGeneration(session)
    })

  const checkpointOfGrace = () => {
    try {
      checkpoint()
    } catch {
      // a bug: what was just saved is on the disk all the same, and the next checkpoint meets it again
    }
  }

  const rollback = () => {
    try {
      database.run('ROLLBACK', [])
    } catch (error) {
      // After some errors SQLite has already rolled back by itself.
      if (!(error instanceof Error) || !error.message.includes('no transaction is active')) throw error
    }
  }

  /** Journal first, then SQLite: what is acknowledged is on the disk. */
  const save = ({ kept }: Recording): void => {
    const savedAt = clock.now()
    vault.journal.append('transaction', kept.encoded(savedAt))
    try {
      database.run('COMMIT', [])
    } catch (error) {
      vault.journal.retract()
      throw error
    }
    session.lastSavedAt = savedAt
    isDiskFull = false
  }

  /** `TransactionTooLarge` is thrown: to whom it can happen, it is an expected failure. */
  function* transacting<T, F extends string>(
    work: (tx: Transaction) => Steps<Result<T, F>>,
  ): Steps<Result<T, F | StoreFailure>> {
    if (stopped) return failed(stopped)
    if (inTransaction) throw new Error('a transaction is already open')
    inTransaction = true
    let isOpen = false
    try {
      database.run('BEGIN IMMEDIATE', [])
      isOpen = true
      const recording = recordTransaction(database)
      const outcome = yield* work(recording.tx)
      recording.refuseIfBroken()
      if (outcome.ok && recording.kept.count() > 0) {
        save(recording)
        isOpen = false
      }
      return outcome
    } catch (fault) {
      return failed(stopOn(fault))
    } finally {
      // refused, broken, or given up between two steps
      if (isOpen) rollback()
      inTransaction = false
      if (!stopped && vault.journal.sequence >= nextCheckpoint + transactionsOfGrace) checkpointOfGrace()
    }
  }

  return {
    role: vault.role,
    slotMark: (role) => slotMark(vault, role),
    opened,
    transact: (work) => finish(transacting(inOneStep(work))),
    *transactSlowly(work) {
      isHalfDone = true
      try {
        return yield* transacting(work)
      } catch (fault) {
        if (fault instanceof TransactionTooLarge) return failed('transaction-too-large')
        throw fault
      } finally {
        isHalfDone = false
      }
    },
    isHalfDone: () => isHalfDone,
    all(query) {
      if (isHalfDone) throw new Error('a transaction of many steps is open')
      try {
        return allRows(database, query)
      } catch (fault) {
        if (fault instanceof VaultFault || fault instanceof FileFault) stopOn(fault)
        throw fault
      }
    },
    sequence: () => vault.journal.sequence,
    lastSavedAt: () => session.lastSavedAt,
    checkpoint,
    isCheckpointDue: () => vault.journal.sequence >= nextCheckpoint,
    checkpointSlowly: () => savingAct(checkpointing),
    verifyNext() {
      const health = verification.next()
      if (health.state === 'damaged') stopped ??= 'read-only'
      return health
    },
    health: () => verification.health(),
    readOnlyReason: () => stopped ?? (isDiskFull ? 'disk-full' : null),
    findRoom() {
      const found = attemptSaving(() => hasRoom(vault.ports, vault.folder))
      if (found.ok) isDiskFull = !found.value
      return found.ok && found.value
    },
    isDiskFull: () => isDiskFull,
    pauseVerification: () => verification.pause(),
    verifyAgain() {
      if (verification.health().state !== 'damaged') verification = verifySession(session)
    },
    id: hex(vault.header.vaultId),
    generation: () => vault.header.generation,
    keyMark: () => hex(vault.ports.crypto.hash(ascii('backup'), vault.keys.backup).subarray(0, 8)),
    slots: () => vault.header.slots.map(({ role, costs }) => ({ role, costs })),
    *checkSecret({ role, typed }) {
      const secret = secretOf({ role, typed })
      if (!secret.ok) return false
      try {
        return yield* isSecretOf(vault, role, secret.value)
      } finally {
        secret.value.fill(0)
      }
    },
    setSecret: (secret) => savingAct(() => settingSecret(secret)),
    rekey: (secrets) => savingAct(() => rekeying(secrets)),
    eraseDeleted: () => savingAct(erasing),
    backUp: (path) => actOf(backingUp(path)),
    sealNote: (plaintext) => sealNote(vault, plaintext),
    openNote: (sealed) => openNote(vault, sealed),
    *checkPassphrase(passphrase) {
      const secret = passphraseBytes(passphrase)
      try {
        return yield* isOwnPassphrase(vault, secret)
      } finally {
        secret.fill(0)
      }
    },
    close() {
      const saved = stopped === 'read-only' ? ok() : closeCleanly()
      database.close()
      try {
        releaseVault(vault)
        // on a full disk, what the lock took is free again: the next opening needs it
        if (!stopped) restoreBallast(vault.ports, vault.folder)
        return saved
      } catch (fault) {
        return failed(stopOn(fault))
      }
    },
  }

  function* checkpointing(): Steps<Result<CheckpointReport, never>> {
    // a full disk may have room for what was saved, and none for more
    const checkpoint = isDiskFull
      ? checkpointSlowly(vault, image, currentState)
      : idleCheckpoint(session, currentState)
    return ok(yield* checkpoint)
  }

  function* sparingCheckpoint(): Steps<Result<CheckpointReport, never>> {
    return ok(yield* saveGenerationInSteps(session))
  }

  function currentState() {
    refuseIfDisconnected(database, image)
    nextCheckpoint = vault.journal.sequence + transactionsPerGeneration
    return saved(session)
  }

  function* erasing(): Steps<Result<CheckpointReport, never>> {
    return ok(yield* eraseDeleted(session))
  }

  function* settingSecret(secret: SlotSecret): Steps<Result<undefined, SlotFailure>> {
    const slots = newSlots(vault, costs, [secret])
    if (!slots.ok) return slots
    try {
      for (const wanted of slots.value) {
        const isNew = vault.header.slots.every(({ role }) => role !== wanted.role)
        const all = yield* withSlot(vault, wanted)
        yield* saveGenerationInSteps(session, { slots: all, purge: !isNew })
      }
      return ok()
    } finally {
      forget(slots.value)
    }
  }

  function* rekeying(secrets: readonly SlotSecret[]): Steps<Result<CheckpointReport, RekeyFailure>> {
    const slots = newSlots(vault, costs, secrets)
    if (!slots.ok) return slots
    try {
      if (!slots.value.some(({ role }) => role === 'worker')) return failed('worker-slot-needed')
      return ok(yield* rekey(vault, image, slots.value, currentState))
    } finally {
      forget(slots.value)
    }
  }

  /** A fault met while copying is the copy's: the vault is not the worse for it. */
  function* backingUp(path: string): Steps<Result<BackupReport, VaultFailure | StoreFailure>> {
    if (isAheadOfImage(session)) {
      // on a full disk, with what the ballast gives up: a copy elsewhere is worth it
      const current = yield* stepsOf(savingAct(sparingCheckpoint))
      if (!current.ok) return current
    }
    return yield* stepsOf(longAct(backUp(vault, path), (failure) => failure))
  }

  function closeCleanly(): Result<undefined, StoreFailure> {
    if (isAheadOfImage(session)) {
      const saved = checkpoint()
      // On a full disk the journal holds everything, and has room for the mark of a proper end.
      if (!saved.ok && saved.failure !== 'disk-full') return saved
    }
    return attemptSaving(() => {
      if (!vault.journal.closedCleanly) vault.journal.append('clean')
      return undefined
    })
  }
}

/** Work that has no step to be given up at. */
const inOneStep = <R>(work: (tx: Transaction) => R) =>
  // oxlint-disable-next-line require-yield -- that is what it is
  function* (tx: Transaction): Steps<R> {
    return work(tx)
  }

function slotMark({ ports, header }: Vault, role: SlotRole): string {
  const slot = header.slots.find((candidate) => candidate.role === role)
  return slot ? hex(ports.crypto.hash(slot.salt).subarray(0, 4)) : ''
}

/** Of the faults a running store can meet: damage found late leaves it readable, anything but a full disk is final. */
function asStoreFailure(failure: VaultFailure): StoreFailure {
  if (failure === 'disk-full') return failure
  return failure === 'vault-damaged' || failure === 'disk-unreadable' ? 'read-only' : 'writing-stopped'
}
