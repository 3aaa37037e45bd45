import type { SqlValue } from '#core/database'
import type { Database } from '../adapters/sqljs.ts'

/** Rows that tell how long the others are. */
const sampleRows = 100
/** A table with fewer rows and bytes is left to SQLite's own check, which sees more. */
const smallTable = { rows: 2000, bytes: 512 * 1024 }
/** Bytes of values read in one slice, about, and rows at most: a few milliseconds. */
const bytesPerSlice = 128 * 1024
const rowsPerSlice = 500
/** They are not read, only counted. */
const entriesPerSlice = 1500

/**
 * SQLite's structures, read through in short slices: `quick_check` of every small table; a large one row by row, in the order of its key, then
 * each of its indexes, which must have as many entries. The database may be written to meanwhile. Yields between slices whether all was well so
 * far; throws what SQLite throws.
 */
export function* verifyTables(database: Database): Generator<boolean, boolean> {
  const tables = database.rows(
    `SELECT name, sql LIKE '%WITHOUT ROWID%' AS keyed FROM sqlite_schema
      WHERE type = 'table' AND rootpage > 0 ORDER BY rootpage`,
    [],
  )
  for (const { name, keyed } of tables) {
    const table = quoted(String(name))
    const sound = isSmall(database, table)
      ? isQuicklyChecked(database, table)
      : yield* readThrough(database, table, keyed === 1)
    yield sound
    if (!sound) return false
  }
  return true
}

/** The columns of a primary key, in its order. */
function keyOf(database: Database, table: string): string[] {
  const columns = database.rows(`PRAGMA table_info(${table})`, [])
  return columns
    .filter(({ pk }) => Number(pk) > 0)
    .sort((a, b) => Number(a['pk']) - Number(b['pk']))
    .map(({ name }) => quoted(String(name)))
}

function isSmall(database: Database, table: string): boolean {
  const rows = database.number(`SELECT count(*) FROM (SELECT 1 FROM ${table} LIMIT ${smallTable.rows})`)
  if (rows < sampleRows) return true
  if (rows === smallTable.rows) return false
  const sample = database.number(
    `SELECT ${lengthsOf(database, table)} FROM (SELECT * FROM ${table} LIMIT ${sampleRows})`,
  )
  return (sample / sampleRows) * rows <= smallTable.bytes
}

/** The length of a value is known only once all its pages are read. */
function lengthsOf(database: Database, table: string): string {
  const columns = database.rows(`PRAGMA table_info(${table})`, [])
  return columns.map(({ name }) => `total(length(${quoted(String(name))}))`).join(' + ')
}

function isQuicklyChecked(database: Database, table: string): boolean {
  const [verdict] = database.rows(`PRAGMA quick_check(${table})`, [])
  return verdict?.['quick_check'] === 'ok'
}

function* readThrough(database: Database, table: string, keyed: boolean): Generator<boolean, boolean> {
  const key = keyed ? keyOf(database, table) : ['rowid']
  const changes = () => database.number('SELECT total_changes()')
  const before = changes()
  const rows = yield* countInSlices(database, table, key, lengthsOf(database, table))
  yield rows !== null
  if (rows === null) return false
  for (const { name, partial, origin } of database.rows(`PRAGMA index_list(${table})`, [])) {
    if (partial === 1 || (keyed && origin === 'pk')) continue
    const entries = yield* countEntries(database, table, quoted(String(name)))
    // what is saved between two slices changes the count, never the order; a merge, neither, but it counts as a change
    if (entries === null || (entries !== rows && changes() === before)) return false
    yield true
  }
  return true
}

/** In slices, in the index's own order; at once where that order is not the one of comparisons: descending, by another collation, or by an expression. */
function* countEntries(database: Database, table: string, index: string): Generator<boolean, number | null> {
  const columns = database.rows(`PRAGMA index_xinfo(${index})`, [])
  const isPlain = columns.every(({ cid, desc, coll }) => Number(cid) >= -1 && desc === 0 && coll === 'BINARY')
  const entries = `${table} INDEXED BY ${index}`
  // count(*) would take whichever index is the smallest
  if (!isPlain) return database.number(`SELECT total(1) FROM ${entries}`)
  const key = columns.map(({ cid, name }) => (cid === -1 ? 'rowid' : quoted(String(name))))
  return yield* countInSlices(database, entries, key)
}

/**
 * Counts what `from` holds, in the order of `key`, a slice after the one before; with `lengths`, the sum of the lengths of a row's values, all
 * of them are read, and a slice is as many rows as hold `bytesPerSlice`. Yields between slices. Null when the keys are not in their order.
 *
 * A value that is absent comes before all others and compares with none: what follows a row is therefore read in stretches, first what differs
 * from it in the last column alone, in the first one at the end. Before everything are absent values alone.
 */
function* countInSlices(
  database: Database,
  from: string,
  key: readonly string[],
  lengths?: string,
): Generator<boolean, number | null> {
  const read =
    lengths === undefined ? { columns: key.join(', '), length: '0' } : { columns: '*', length: lengths }
  let count = 0
  let last: SqlValue[] = key.map(() => null)
  /** Columns of the stretch that are as in `last`. */
  let shared = key.length - 1
  let most = lengths === undefined ? entriesPerSlice : sampleRows
  let room = most
  for (;;) {
    const order = key.slice(shared)
    const where = [
      ...key.slice(0, shared).map((column) => `${column} IS ?`),
      last[shared] === null ? `${order[0]} IS NOT NULL` : `${order[0]} > ?`,
    ].join(' AND ')
    const values = last.slice(0, last[shared] === null ? shared : shared + 1)
    const stretch = `FROM ${from} WHERE ${where} ORDER BY ${order.join(', ')}`
    // of an index SQLite looks at where a stretch begins and ends, not at whether what lies between belongs there
    const belonging =
      lengths === undefined ? { count: `total(${where})`, values } : { count: 'count(*)', values: [] }
    const [found] = database.rows(
      `SELECT count(*) AS rows, ${belonging.count} AS belonging, ${read.length} AS length
        FROM (SELECT ${read.columns} ${stretch} LIMIT ?)`,
      [...belonging.values, ...values, room],
    )
    const rows = Number(found?.['rows'])
    if (found?.['belonging'] !== rows) return null
    count += rows
    if (rows < room) {
      room -= rows
      if (shared-- === 0) return count
      continue
    }
    const [end = {}] = database.rows(`SELECT ${key.join(', ')} ${stretch} LIMIT 1 OFFSET ?`, [
      ...values,
      rows - 1,
    ])
    const next = Object.values(end)
    // a slice that ends before it began would be followed by itself for ever
    if (!rises(database, last, next)) return null
    last = next
    shared = key.length - 1
    if (lengths !== undefined) {
      const rowLength = Number(found?.['length']) / rows
      most = Math.min(rowsPerSlice, Math.max(1, Math.floor(bytesPerSlice / Math.max(1, rowLength))))
    }
    room = most
    yield true
  }
}

/** Whether a key comes after another, by SQLite's own comparisons. */
function rises(database: Database, before: readonly SqlValue[], after: readonly SqlValue[]): boolean {
  const cases = before.map((_, at) => {
    const [from, to] = [`?${at + 1}`, `?${before.length + at + 1}`]
    return `WHEN ${from} IS NOT ${to} THEN ${from} IS NULL OR ${to} > ${from}`
  })
  const [found] = database.rows(`SELECT CASE ${cases.join(' ')} END AS rises`, [...before, ...after])
  return found?.['rises'] === 1
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
