import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import initSqlJs, { type Database as SqlJsDatabase, type SqlJsStatic, type Statement } from 'sql.js'
import type { SqlValue } from '#core/database'
import { VaultFault } from '#core/vault/fault'
import type { Image } from '#core/vault/image'

/** SQLite over an image. Every failure of SQLite is thrown: to the caller it is a bug, except damage, which is a `VaultFault`, and the faults of the image. */
export interface Database {
  /** Runs one statement. */
  run(sql: string, parameters: readonly SqlValue[]): void
  rows(sql: string, parameters: readonly SqlValue[]): Record<string, SqlValue>[]
  /** Runs a script of any number of statements, without parameters. */
  script(sql: string): void
  /** The same, pausing after each statement. */
  statements(sql: string): Generator<undefined, void>
  /** One number, such as a PRAGMA's value. */
  number(sql: string): number
  close(): void
}

export interface SqlEngine {
  /** Opens what is in the image, reading no more of it than SQLite asks for. */
  open(image: Image): Database
  /** The bytes of a database with nothing in it. */
  emptyDatabase(): Uint8Array
}

/**
 * `cache_spill=OFF` is a rule of the format, not a tuning: no page reaches the image before COMMIT, so that a rolled back
 * transaction leaves the image untouched and SQLite never truncates it.
 */
const pragmas = `
  PRAGMA journal_mode = MEMORY;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -32768;
  PRAGMA cache_spill = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA secure_delete = ON;
  PRAGMA foreign_keys = ON;
`
const maxCachedStatements = 200

/** Compiles sql.js's WebAssembly; done once. */
export async function loadSqlEngine(): Promise<SqlEngine> {
  const wasm = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')
  const sqlJs = await initSqlJs({ wasmBinary: new Uint8Array(readFileSync(wasm)).buffer })
  return {
    open: (image) => openDatabase(sqlJs, image),
    emptyDatabase: () => emptyDatabase(sqlJs),
  }
}

function emptyDatabase(sqlJs: SqlJsStatic): Uint8Array {
  const database = new sqlJs.Database()
  database.run('PRAGMA page_size = 4096; PRAGMA encoding = "UTF-8"; VACUUM')
  const bytes = database.export()
  database.close()
  return bytes
}

function openDatabase(sqlJs: SqlJsStatic, image: Image): Database {
  const memory = memfsContents(image)
  /** A fault of the image reaches SQLite as an I/O error; here it becomes itself again. */
  const guarded = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      throw memory.takeFault() ?? asDamage(error)
    }
  }
  // a database whose first page cannot be read fails before sql.js keeps a file for it, which nothing could remove
  image.read(0, 1)
  const database = guarded(() => new sqlJs.Database(memory.contents))
  if (!memory.isAdopted()) throw new Error('sql.js copies what it is given: the image is not behind SQLite')
  const statements = cachedStatements(database)
  const rows: Database['rows'] = (sql, parameters) =>
    guarded(() => {
      const cached = statements.get(sql)
      const { statement } = cached
      const found: Record<string, SqlValue>[] = []
      try {
        statement.bind([...parameters])
        while (statement.step()) {
          // `getAsObject` would ask for the names again at each row
          const names = (cached.names ??= statement.getColumnNames())
          const values = statement.get()
          const row: Record<string, SqlValue> = {}
          for (let at = 0; at < names.length; at++) row[names[at] ?? ''] = values[at] ?? null
          found.push(row)
        }
      } finally {
        statement.reset()
      }
      return found
    })
  try {
    guarded(() => database.exec(pragmas))
  } catch (fault) {
    database.close()
    throw fault
  }

  return {
    rows,
    run(sql, parameters) {
      guarded(() => {
        const { statement } = statements.get(sql)
        try {
          statement.bind([...parameters])
          statement.step()
        } finally {
          statement.reset()
        }
      })
    },
    script(sql) {
      // it may change the schema
      statements.forgetNames()
      guarded(() => database.exec(sql))
    },
    *statements(sql) {
      const parts = database.iterateStatements(sql)
      for (;;) {
        const rest = parts.getRemainingSQL()
        // each is compiled once the one before was run: it may need what that one made
        const next = guarded(() => parts.next())
        // sql.js also stops at a semicolon with nothing before it
        if (next.done) return void guarded(() => database.exec(rest))
        guarded(() => {
          while (next.value.step());
        })
        statements.forgetNames()
        yield
      }
    },
    number(sql) {
      const [value] = Object.values(rows(sql, [])[0] ?? {})
      if (typeof value !== 'number') throw new TypeError(`not one number: ${sql}`)
      return value
    },
    close: () => database.close(),
  }
}

/** SQLite's own verdict of damage (SQLITE_CORRUPT, SQLITE_NOTADB): the chunks are authentic, what was sealed in them was not sound. */
function asDamage(error: unknown): unknown {
  const verdicts = ['database disk image is malformed', 'file is not a database']
  const isVerdict = error instanceof Error && verdicts.includes(error.message)
  return isVerdict ? new VaultFault('vault-damaged', error) : error
}

interface CachedStatement {
  statement: Statement
  /** Of its columns, once they were asked for: as long to read as a row. */
  names: string[] | null
}

/** Compiled statements, the least recently used freed first. */
function cachedStatements(database: SqlJsDatabase) {
  const cache = new Map<string, CachedStatement>()
  return {
    get(sql: string): CachedStatement {
      const found = cache.get(sql) ?? { statement: database.prepare(sql), names: null }
      cache.delete(sql)
      cache.set(sql, found)
      if (cache.size > maxCachedStatements) {
        const [oldest = ''] = cache.keys()
        cache.get(oldest)?.statement.free()
        cache.delete(oldest)
      }
      return found
    },
    forgetNames(): void {
      for (const cached of cache.values()) cached.names = null
    },
  }
}

interface MemfsContents {
  contents: ArrayLike<number>
  isAdopted(): boolean
  /** The fault behind the last I/O error, once. */
  takeFault(): unknown
}

/**
 * What stands for a file's bytes in Emscripten's MEMFS. sql.js keeps the file it is given by calling `slice` on it, then
 * reads with `subarray` and writes with `set`; MEMFS never copies it to grow it when `length` says there is room. These are
 * internals of one exact version of sql.js, held by sqljs.test.ts.
 */
function memfsContents(image: Image): MemfsContents {
  let adopted = false
  let fault: unknown
  const noting = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      fault = error
      throw ioError
    }
  }
  const contents = {
    get length() {
      return adopted ? Number.MAX_SAFE_INTEGER : image.length()
    },
    subarray: (start: number, end: number) => noting(() => image.read(start, end)),
    set: (bytes: Uint8Array, start: number) => noting(() => image.write(bytes, start)),
    slice() {
      adopted = true
      return contents
    },
  }
  return {
    contents,
    isAdopted: () => adopted,
    takeFault() {
      const taken = fault
      fault = undefined
      return taken
    },
  }
}

/**
 * The error MEMFS turns into EIO (29 in WASI), so that SQLite unwinds by itself. sql.js is minified: the name of the property
 * that holds the number is not known, hence a number under every name.
 */
const ioError = new Proxy(new Error('image fault'), {
  get: (_, property) => (property === 'name' ? 'ErrnoError' : 29),
})
