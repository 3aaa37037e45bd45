import { CompiledQuery, sql, type RawBuilder } from 'kysely'
import type { Reader, SqlValue, Transaction } from '../database.ts'
import { failed, ok, type Result } from '../result.ts'
import type { Steps } from '../steps.ts'
import { primaryKeys, query, type Key, type TableName, type Tables } from './tables.ts'

type Row = Readonly<Record<string, SqlValue>>

/** One row before and after; null where it does not exist. A list of these, reversed, undoes a command. */
export interface Change {
  table: TableName
  before: Row | null
  after: Row | null
}

/** How the repositories write: whole rows, each difference recorded. `run` stays outside the history: for the draft. */
export interface Writer extends Transaction {
  find<T extends TableName>(table: T, key: Key<T>): Tables[T] | undefined
  /** Inserts a row whose key was made for it: nothing is looked for first. */
  add<T extends TableName>(table: T, row: Tables[T]): void
  /** Inserts the row, or updates the one that has its key. */
  put<T extends TableName>(table: T, row: Tables[T]): void
  remove<T extends TableName>(table: T, key: Key<T>): void
  /** What this command did so far. */
  readonly changes: readonly Change[]
}

/** Writes through `tx`, adding to `changes` what each write did. */
export function recordingWriter(tx: Transaction, changes: Change[]): Writer {
  const find = <T extends TableName>(table: T, key: Key<T>) =>
    (findRow(tx, table, key as Row) ?? undefined) as Tables[T] | undefined
  const write = (table: TableName, key: Row, after: Row | null) => {
    const before = findRow(tx, table, key)
    if (isSameRow(before, after)) return
    writeRow(tx, table, before, after)
    changes.push({ table, before, after })
  }
  return {
    all: (compiled) => tx.all(compiled),
    run: (compiled) => tx.run(compiled),
    find,
    add(table, given) {
      const row = storable(given)
      writeRow(tx, table, null, row)
      changes.push({ table, before: null, after: row })
    },
    put(table, given) {
      const row = storable(given)
      write(table, row, row)
    },
    remove: (table, key) => write(table, key as Row, null),
    changes,
  }
}

/** The changes that bring back the state before `changes`. */
export function invert(changes: readonly Change[]): Change[] {
  return changes.toReversed().map(({ table, before, after }) => ({ table, before: after, after: before }))
}

/** Makes the changes again, one a step; `changed-since` when a row is no longer as the changes expect to find it. */
export function* applyChanges(
  tx: Transaction,
  changes: readonly Change[],
): Steps<Result<undefined, 'changed-since'>> {
  for (const [done, { table, before, after }] of changes.entries()) {
    yield { done, total: changes.length }
    const key = before ?? after
    if (key === null) continue
    const present = findRow(tx, table, key)
    if (!isSameRow(present, before)) return failed('changed-since')
    writeRow(tx, table, present, after)
  }
  return ok()
}

/** The row as SQLite will give it back: UTF-8 cannot carry half a surrogate pair. */
function storable(given: Row): Row {
  const row: Record<string, SqlValue> = { ...given }
  for (const [column, value] of Object.entries(given))
    if (typeof value === 'string') row[column] = value.toWellFormed()
  return row
}

export function isSameRow(a: Row | null, b: Row | null): boolean {
  if (a === null || b === null) return a === b
  return Object.keys(b).every((column) => a[column] === b[column])
}

function findRow(reader: Reader, table: TableName, key: Row): Row | null {
  const find = statement(
    `find ${table}`,
    () => sql`select * from ${sql.table(table)} where ${keyed(table, key)}`,
    keyOf(table, key),
  )
  return (reader.all(find)[0] as Row | undefined) ?? null
}

function writeRow(tx: Transaction, table: TableName, before: Row | null, after: Row | null): void {
  const write = writeStatement(table, before, after)
  if (write) tx.run(write)
}

function writeStatement(table: TableName, before: Row | null, after: Row | null): CompiledQuery | null {
  const name = sql.table(table)
  if (!after) {
    if (!before) return null
    const remove = () => sql`delete from ${name} where ${keyed(table, before)}`
    return statement(`delete ${table}`, remove, keyOf(table, before))
  }
  const columns = Object.keys(after)
  if (!before) {
    const values = columns.map((column) => after[column])
    const insert = () =>
      sql`insert into ${name} (${sql.join(columns.map((column) => sql.ref(column)))}) values (${sql.join(values)})`
    return statement(`insert ${table} ${columns.join()}`, insert, values)
  }
  // only what differs goes into the journal frame
  const changed = columns.filter((column) => after[column] !== before[column])
  const update = () => {
    const assignments = changed.map((column) => sql`${sql.ref(column)} = ${after[column]}`)
    return sql`update ${name} set ${sql.join(assignments)} where ${keyed(table, before)}`
  }
  const values = [...changed.map((column) => after[column]), ...keyOf(table, before)]
  return statement(`update ${table} ${changed.join()}`, update, values)
}

const keyOf = (table: TableName, row: Row) => primaryKeys[table].map((column) => row[column])

function keyed(table: TableName, row: Row) {
  const conditions = primaryKeys[table].map((column) => sql`${sql.ref(column)} = ${row[column]}`)
  return sql.join(conditions, sql` and `)
}

const texts = new Map<string, string>()

/** Kysely writes the text of each kind of statement once: an import of thousands of rows only changes its values, in their order. */
function statement(
  kind: string,
  write: () => RawBuilder<unknown>,
  values: readonly unknown[],
): CompiledQuery {
  const text = texts.get(kind) ?? write().compile(query).sql
  texts.set(kind, text)
  return CompiledQuery.raw(text, [...values])
}
