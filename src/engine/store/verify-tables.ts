import type { Database } from '../adapters/sqljs.ts'

/** Rows read in one slice: a few milliseconds. A smaller table is left to SQLite's own check. */
const rowsPerSlice = 2000

/**
 * SQLite's structures, read through in short slices: `quick_check` of every small table; a large one row by row, then each of its
 * indexes, which must have as many entries. The database may be written to meanwhile. Yields between slices whether all was well so far; throws what SQLite throws.
 */
export function* verifyTables(database: Database): Generator<boolean, boolean> {
  const tables = database.rows(
    `SELECT name, sql LIKE '%WITHOUT ROWID%' AS keyed FROM sqlite_schema
      WHERE type = 'table' AND rootpage > 0 ORDER BY rootpage`,
    [],
  )
  for (const { name, keyed } of tables) {
    const table = quoted(String(name))
    const isSmall =
      keyed === 1 || database.number(`SELECT coalesce(max(rowid), 0) FROM ${table}`) < rowsPerSlice
    const sound = isSmall ? isQuicklyChecked(database, table) : yield* readThrough(database, table)
    yield sound
    if (!sound) return false
  }
  return true
}

function isQuicklyChecked(database: Database, table: string): boolean {
  const [verdict] = database.rows(`PRAGMA quick_check(${table})`, [])
  return verdict?.['quick_check'] === 'ok'
}

function* readThrough(database: Database, table: string): Generator<boolean, boolean> {
  const columns = database.rows(`PRAGMA table_info(${table})`, [])
  // the length of a value is known only once all its pages are read
  const lengths = columns.map(({ name }) => `total(length(${quoted(String(name))}))`).join(' + ')
  const slice = `SELECT count(*) AS rows, coalesce(max(at), 0) AS last, ${lengths} AS length
    FROM (SELECT rowid AS at, * FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${rowsPerSlice})`
  const changes = () => database.number('SELECT total_changes()')
  const before = changes()
  let rows = 0
  for (let last = Number.MIN_SAFE_INTEGER, read = rowsPerSlice; read === rowsPerSlice; yield true) {
    const [found] = database.rows(slice, [last])
    read = Number(found?.['rows'])
    last = Number(found?.['last'])
    rows += read
  }
  for (const { name, partial } of database.rows(`PRAGMA index_list(${table})`, [])) {
    if (partial === 1) continue
    const entries = database.number(`SELECT count(*) FROM ${table} INDEXED BY ${quoted(String(name))}`)
    // what is saved between two slices changes the count
    if (entries !== rows && changes() === before) return false
    yield true
  }
  return true
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
