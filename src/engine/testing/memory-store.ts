import initSqlJs, { type Database } from 'sql.js'
import { migrations } from '#core/caseload/migrations'
import type { SqlValue, Store, Transaction } from '#core/database'
import { newCaseload } from '../new-caseload.ts'

export interface MemoryStore extends Store {
  /** Rows of any SQL, for tests that look under the repositories. */
  rows(text: string): SqlValue[][]
  /** As an open vault says it. */
  isHalfDone(): boolean
}

/** The schema on a plain SQLite in memory, with the default lists: no file, no journal, no key. */
export async function createMemoryStore(): Promise<MemoryStore> {
  const { Database } = await initSqlJs()
  const db = new Database(await newImage())
  db.run('PRAGMA foreign_keys = ON')
  return storeOver(db)
}

/** Migrated and seeded once, then copied: tests make hundreds of these. */
let image: Promise<Uint8Array> | undefined
const newImage = () => (image ??= makeImage())

async function makeImage(): Promise<Uint8Array> {
  const { Database } = await initSqlJs()
  const db = new Database()
  for (const { sql } of migrations) db.run(sql)
  storeOver(db).transact((tx) => {
    newCaseload.seed(tx)
    return { ok: true, value: undefined }
  })
  const bytes = db.export()
  db.close()
  return bytes
}

function storeOver(db: Database): MemoryStore {
  const tx: Transaction = {
    all<Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) {
      const statement = db.prepare(sql, [...parameters] as SqlValue[])
      const rows: Row[] = []
      while (statement.step()) rows.push(statement.getAsObject() as Row)
      statement.free()
      return rows
    },
    run: ({ sql, parameters }) => void db.run(sql, [...parameters] as SqlValue[]),
  }
  let isOpen = false
  return {
    all: (query) => tx.all(query),
    rows: (text) => db.exec(text)[0]?.values ?? [],
    isHalfDone: () => isOpen,
    *transactSlowly(work) {
      isOpen = true
      db.run('BEGIN')
      try {
        const result = yield* work(tx)
        db.run(result.ok ? 'COMMIT' : 'ROLLBACK')
        isOpen = false
        return result
      } finally {
        if (isOpen) db.run('ROLLBACK')
        isOpen = false
      }
    },
    transact(work) {
      db.run('BEGIN')
      try {
        const result = work(tx)
        db.run(result.ok ? 'COMMIT' : 'ROLLBACK')
        return result
      } catch (bug) {
        db.run('ROLLBACK')
        throw bug
      }
    },
  }
}
