import type { CompiledQuery } from 'kysely'
import type { Result } from './result.ts'
import type { Steps } from './steps.ts'

/** What SQLite stores. */
export type SqlValue = string | number | Uint8Array | null

/**
 * Why a write could not be made durable. The state on disk is as before the write, except after `writing-stopped`: the disk refused, and
 * nothing more is written until the vault is opened again from what is there.
 */
export const storeFailures = ['disk-full', 'writing-stopped', 'read-only'] as const
export type StoreFailure = (typeof storeFailures)[number]

export interface Reader {
  /** All rows of a query compiled by Kysely (or its `sql` tag). Synchronous: the database is in this process. */
  all<Row>(query: CompiledQuery<Row>): Row[]
}

export interface Transaction extends Reader {
  /** Runs a write. Its SQL and bound values become part of the transaction's journal frame: no `random()`, no `now`. */
  run(query: CompiledQuery): void
}

export interface Store extends Reader {
  /**
   * One command, one transaction, one journal frame. A failure returned by `work` (or a throw) rolls everything back.
   * Success is returned only once the frame is on disk (fdatasync).
   */
  transact<T, F extends string>(work: (tx: Transaction) => Result<T, F>): Result<T, F | StoreFailure>
  /**
   * The same in short steps, for what writes thousands of rows. Given up (`return()`) before its last step, it leaves no trace.
   * Whoever drives it lets nobody else near the store meanwhile. `transaction-too-large`: no journal frame could carry it.
   */
  transactSlowly<T, F extends string>(
    work: (tx: Transaction) => Steps<Result<T, F>>,
  ): Steps<Result<T, F | StoreFailure | 'transaction-too-large'>>
}

/** A step of the schema, forward only. `version` is 1 for the first and becomes SQLite's `user_version`. */
export interface Migration {
  version: number
  sql: string
}
