import type { SqlValue, Transaction } from '#core/database'
import type { Steps } from '#core/steps'
import { checkpoint, checkpointSlowly, type CheckpointReport, type Saved } from '#core/vault/checkpoint'
import { restoreBallast, sparesRoom } from '#core/vault/ballast'
import type { Frame } from '#core/vault/frame'
import type { Image } from '#core/vault/image'
import type { Vault } from '#core/vault/vault'
import type { Database } from '../adapters/sqljs.ts'
import {
  decodeTransaction,
  growingTransaction,
  refuseIfUnrepeatable,
  toSqlValue,
  type GrowingTransaction,
} from './statements.ts'

/** An unlocked vault with SQLite over its image. */
export interface Session {
  vault: Vault
  image: Image
  database: Database
  /** Local minute of the last transaction, inside the image or in the journal. */
  lastSavedAt: string | null
}

/** Runs again the transactions of the journal on the image of its generation, one a step. */
export function* replay(session: Session, frames: readonly Frame[]): Steps<void> {
  const { database } = session
  for (const frame of frames) {
    const { savedAt, statements } = decodeTransaction(frame.content)
    database.run('BEGIN IMMEDIATE', [])
    for (const { sql, parameters } of statements) database.run(sql, parameters)
    database.run('COMMIT', [])
    session.lastSavedAt = savedAt
    yield { done: 0, total: 0 }
  }
}

/** Whether something was saved since the current generation's image. */
export function isAheadOfImage({ vault }: Session): boolean {
  return vault.journal.sequence > vault.list.sequence
}

/**
 * Makes the next generation; a full disk is asked once more after the ballast was dropped. Throws like `checkpoint`. `more`
 * replaces the key slots, or asks for a purge.
 */
export function saveGeneration(
  session: Session,
  more: Pick<Saved, 'slots' | 'purge'> = {},
): CheckpointReport {
  const { vault, image, database } = session
  refuseIfDisconnected(database, image)
  const report = trySparingRoom(vault, () => checkpoint(vault, image, { ...saved(session), ...more }))
  restoreBallast(vault.ports, vault.folder)
  return report
}

/** The same in short steps, others passing in between; `before` is done just before the generation counts. */
export function* saveGenerationInSteps(
  session: Session,
  more: Pick<Saved, 'slots' | 'purge'> = {},
  before: () => void = () => {},
): Steps<CheckpointReport> {
  const { vault, image, database } = session
  const state = () => {
    refuseIfDisconnected(database, image)
    before()
    return { ...saved(session), ...more }
  }
  const steps = () =>
    untilCommitted(vault, checkpointSlowly(vault, image, state, more.purge ? 'purge' : 'idle'))
  let report: CheckpointReport
  try {
    report = yield* steps()
  } catch (fault) {
    if (!sparesRoom(vault.ports, vault.folder, fault)) throw fault
    report = yield* steps()
  }
  restoreBallast(vault.ports, vault.folder)
  return report
}

/** Once the new generation counts there is nothing to give up: what is left is done at once. */
function* untilCommitted<T>(vault: Vault, steps: Steps<T>): Steps<T> {
  const { generation } = vault.header
  try {
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      if (vault.header.generation === generation) yield step.value
    }
  } finally {
    steps.return(undefined as never)
  }
}

/** Where the session is, for a new generation to say. */
export function saved({ vault, lastSavedAt }: Session): Saved {
  return { sequence: vault.journal.sequence, savedAt: lastSavedAt }
}

function trySparingRoom<T>(vault: Vault, act: () => T): T {
  try {
    return act()
  } catch (fault) {
    if (!sparesRoom(vault.ports, vault.folder, fault)) throw fault
    return act()
  }
}

/** Sealing an image SQLite no longer writes to would lose everything since: a bug worth stopping for. */
export function refuseIfDisconnected(database: Database, image: Image): void {
  const size = database.number('PRAGMA page_count') * database.number('PRAGMA page_size')
  if (size !== image.length()) throw new Error('the image is no longer what SQLite reads and writes')
}

export interface Recording {
  tx: Transaction
  kept: GrowingTransaction
  /** Throws when a statement failed, even if `work` caught the error: SQLite may have rolled back by itself. */
  refuseIfBroken(): void
}

/** A transaction that keeps what it runs, as it will be replayed. Throws `TransactionTooLarge` once no frame could carry it. */
export function recordTransaction(database: Database): Recording {
  const kept = growingTransaction()
  let broken: unknown = null
  return {
    kept,
    refuseIfBroken() {
      if (broken !== null) throw broken
    },
    tx: {
      all: (query) => allRows(database, query),
      run({ sql, parameters }) {
        refuseIfUnrepeatable(sql)
        const values = parameters.map(toSqlValue)
        try {
          database.run(sql, values)
          kept.add({ sql, parameters: values })
        } catch (error) {
          broken = error
          throw error
        }
      },
    },
  }
}

export function allRows<Row>(
  database: Database,
  { sql, parameters }: { sql: string; parameters: readonly unknown[] },
): Row[] {
  const rows: Record<string, SqlValue>[] = database.rows(sql, parameters.map(toSqlValue))
  return rows as Row[]
}
