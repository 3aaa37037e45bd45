import Database from 'better-sqlite3-multiple-ciphers'
import type { Engine } from './engine.ts'
import {
  contactsOf,
  followUpsOf,
  insertionsOf,
  newContact,
  personsOf,
  queries,
  schema,
  searched,
  today,
  year,
} from './fiction.ts'

/** SQLCipher 4's scheme with a raw key: the derivation is no part of what is measured. */
const key = '07'.repeat(32)

export function peerEngine(folder: string, contacts: number): Engine {
  let database: Database | null = null
  const statements = new Map<string, ReturnType<Database['prepare']>>()
  const open = () => {
    database = new Database(`${folder}/carnet.db`)
    for (const pragma of [
      "cipher='sqlcipher'",
      'legacy=4',
      `key="x'${key}'"`,
      'journal_mode=WAL',
      'synchronous=FULL',
      'temp_store=MEMORY',
    ])
      database.pragma(pragma)
    return database
  }
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    if (!database) throw new Error('not unlocked')
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  return {
    build() {
      const filled = open()
      filled.exec(`${schema.peer}; BEGIN`)
      for (const person of personsOf(contacts)) prepared('INSERT INTO person VALUES (?, ?, ?)').run(...person)
      for (const contact of contactsOf(contacts))
        for (const [sql, values] of insertionsOf(contact))
          if (!sql.includes('search')) prepared(sql).run(...values)
      for (const followUp of followUpsOf(contacts))
        prepared('INSERT INTO follow_up VALUES (?, ?, ?, ?)').run(...followUp)
      filled.exec("COMMIT; INSERT INTO search (search) VALUES ('rebuild'); ANALYZE")
      filled.pragma('wal_checkpoint(TRUNCATE)')
      filled.close()
    },
    unlock() {
      open()
      prepared(queries.today).all(today)
      prepared(queries.latest).all()
    },
    search: () => prepared(queries.search).all(searched).length,
    yearly: () => prepared(queries.year).all(...year).length,
    save(k) {
      prepared('BEGIN IMMEDIATE').run()
      for (const [sql, values] of insertionsOf(newContact(contacts, k))) prepared(sql).run(...values)
      prepared('COMMIT').run()
    },
    checkpoint() {
      database?.pragma('wal_checkpoint(TRUNCATE)')
    },
    longestSlice: () => null,
    close() {
      database?.close()
    },
  }
}
