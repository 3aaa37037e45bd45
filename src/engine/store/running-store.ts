import type { Clock } from '#core/ports'
import { failed, ok, type Result } from '#core/result'
import type { StoreFailure, Transaction } from '#core/database'
import { failureOf, VaultFault, type VaultFailure } from '#core/vault/fault'
import { FileFault } from '#core/vault/ports'
import { opensWorkerSlot } from '#core/vault/passphrase'
import { releaseVault } from '#core/vault/vault'
import { verifySession } from './verify-session.ts'
import { passphraseBytes } from './passphrase-bytes.ts'
import {
  allRows,
  isAheadOfImage,
  recordTransaction,
  saveGeneration,
  type Recording,
  type Session,
} from './store-session.ts'
import { encodeTransaction } from './statements.ts'
import type { OpeningReport, OpenStore } from '../store.ts'

/** A checkpoint is made by itself after this many transactions, so that unlocking never has long to replay. */
const transactionsPerGeneration = 1000

/** The running store over an opened session. */
export function runStore(session: Session, clock: Clock, opened: OpeningReport): OpenStore {
  const { vault, database } = session
  const verification = verifySession(session)
  /** Why nothing can be written any more, until the vault is reopened from disk. */
  let stopped: StoreFailure | null = null
  let inTransaction = false
  let nextCheckpoint = vault.list.sequence + transactionsPerGeneration

  /** The failure to answer with; rethrows bugs. After a fault other than a full disk, nothing is written any more. */
  const stopOn = (fault: unknown): StoreFailure => {
    const failure = asStoreFailure(failureOf(fault))
    if (failure === 'read-only') verification.alarm()
    if (failure !== 'disk-full') stopped = failure
    return failure
  }

  const attemptSaving = <T>(act: () => T): Result<T, StoreFailure> => {
    if (inTransaction) throw new Error('a transaction is open')
    if (stopped) return failed(stopped)
    try {
      return ok(act())
    } catch (fault) {
      return failed(stopOn(fault))
    }
  }

  const checkpoint = () =>
    attemptSaving(() => {
      nextCheckpoint = vault.journal.sequence + transactionsPerGeneration
      return saveGeneration(session)
    })

  const rollback = () => {
    try {
      database.run('ROLLBACK', [])
    } catch (error) {
      // After some errors SQLite has already rolled back by itself.
      if (!(error instanceof Error) || !error.message.includes('no transaction is active')) throw error
    }
  }

  /** Journal first, then SQLite: what is acknowledged is on the disk. */
  const save = ({ statements }: Recording): void => {
    const savedAt = clock.now()
    vault.journal.append('transaction', encodeTransaction({ savedAt, statements }))
    try {
      database.run('COMMIT', [])
    } catch (error) {
      vault.journal.retract()
      throw error
    }
    session.lastSavedAt = savedAt
  }

  const transact = <T, F extends string>(
    work: (tx: Transaction) => Result<T, F>,
  ): Result<T, F | StoreFailure> => {
    database.run('BEGIN IMMEDIATE', [])
    try {
      const recording = recordTransaction(database)
      const outcome = work(recording.tx)
      recording.refuseIfBroken()
      if (outcome.ok && recording.statements.length > 0) save(recording)
      else rollback()
      return outcome
    } catch (fault) {
      rollback()
      return failed(stopOn(fault))
    }
  }

  return {
    opened,
    transact(work) {
      if (stopped) return failed(stopped)
      if (inTransaction) throw new Error('a transaction is already open')
      inTransaction = true
      try {
        return transact(work)
      } finally {
        inTransaction = false
        if (!stopped && vault.journal.sequence >= nextCheckpoint) checkpoint()
      }
    },
    all(query) {
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
    verifyNext() {
      const health = verification.next()
      if (health.state === 'damaged') stopped ??= 'read-only'
      return health
    },
    health: () => verification.health(),
    checkPassphrase(passphrase) {
      const secret = passphraseBytes(passphrase)
      const opens = opensWorkerSlot(vault, secret)
      secret.fill(0)
      return opens
    },
    close() {
      const saved = stopped === 'read-only' ? ok() : closeCleanly()
      database.close()
      try {
        releaseVault(vault)
        return saved
      } catch (fault) {
        return failed(stopOn(fault))
      }
    },
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

/** Of the faults a running store can meet: damage found late leaves it readable, anything but a full disk is final. */
function asStoreFailure(failure: VaultFailure): StoreFailure {
  if (failure === 'disk-full') return failure
  return failure === 'vault-damaged' ? 'read-only' : 'write-failed'
}
