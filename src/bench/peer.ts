import { rmSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { migrations } from '#core/caseload/migrations'
import type { Store, Transaction } from '#core/database'
import { openings, readFirstScreen, useOnce } from '../engine/warm-up.ts'
import { insertion, rowsPerTransaction, type Engine } from './engine.ts'
import { caseloadOf, now } from './fiction.ts'
import { asFts5 } from './fts5.ts'

/** SQLCipher 4's scheme with a raw key: the derivation is no part of what is measured. */
const key = '07'.repeat(32)
type Statement = ReturnType<Database['prepare']>
type Value = string | number | null

export function peerEngine(folder: string, contacts: number): Engine {
  const statements = new Map<string, Statement>()
  let database: Database | null = null
  const open = (name = 'carnet.db') => {
    database = new Database(`${folder}/${name}`)
    for (const pragma of [
      "cipher='sqlcipher'",
      'legacy=4',
      `key="x'${key}'"`,
      'journal_mode=WAL',
      'synchronous=FULL',
      'temp_store=MEMORY',
      'foreign_keys=ON',
      'cache_size=-32768',
    ])
      database.pragma(pragma)
    return database
  }
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    if (!database) throw new Error('not unlocked')
    const statement = database.prepare(asFts5(sql))
    statements.set(sql, statement)
    return statement
  }
  const tx: Transaction = {
    all: <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) =>
      prepared(sql).all(...(parameters as Value[])) as Row[],
    run: ({ sql, parameters }) => void prepared(sql).run(...(parameters as Value[])),
  }
  const begin = () => prepared('BEGIN IMMEDIATE').run()
  const end = (result: { ok: boolean }) => prepared(result.ok ? 'COMMIT' : 'ROLLBACK').run()
  const store: Store = {
    all: (query) => tx.all(query),
    transact(work) {
      begin()
      const result = work(tx)
      end(result)
      return result
    },
    *transactSlowly(work) {
      begin()
      const result = yield* work(tx)
      end(result)
      return result
    },
  }

  // what the program does with its own engine while a passphrase is typed
  const warm = 'rien.db'
  const close = () => {
    database?.close()
    statements.clear()
  }
  const empty = open(warm)
  for (const { sql } of migrations) empty.exec(asFts5(sql))
  useOnce(tx)
  close()
  for (let time = 0; time < openings; time++) {
    open(warm)
    readFirstScreen(tx, now)
    close()
  }
  rmSync(`${folder}/${warm}`)

  return {
    build() {
      const filled = open()
      for (const { sql } of migrations) filled.exec(asFts5(sql))
      filled.exec('BEGIN')
      let rows = 0
      for (const { table, row } of caseloadOf(contacts)) {
        prepared(insertion(table, row)).run(...Object.values(row))
        if (++rows % rowsPerTransaction === 0) filled.exec('COMMIT; BEGIN')
      }
      filled.exec('COMMIT')
      filled.pragma('wal_checkpoint(TRUNCATE)')
      filled.close()
    },
    unlock() {
      open()
      return store
    },
    checkpoint() {
      database?.pragma('wal_checkpoint(TRUNCATE)')
    },
    longestSlice: () => null,
    longestIdleStep: () => null,
    close,
  }
}
