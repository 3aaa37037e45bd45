import { CompiledQuery } from 'kysely'
import { ok } from '#core/result'
import { createVault } from '#core/vault/create'
import { imageFrom } from '#core/vault/image'
import { releaseVault } from '#core/vault/vault'
import { clock } from '../engine/adapters/clock.ts'
import { files } from '../engine/adapters/files.ts'
import { processes } from '../engine/adapters/processes.ts'
import { crypto } from '../engine/adapters/sodium.ts'
import { loadSqlEngine, type Database } from '../engine/adapters/sqljs.ts'
import { openStore, type OpenStore, type StorePorts } from '../engine/store.ts'
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

/** The derivation is no part of what is measured. */
const costs = { operations: 1, memory: 8 }
const policy = { floor: costs, ceiling: costs }
const passphrase = 'un hibou sans plume'

export async function ourEngine(folder: string, contacts: number): Promise<Engine> {
  const ports: StorePorts = { crypto, files, processes, clock, sql: await loadSqlEngine() }
  const place = `${folder}/carnet`
  let store: OpenStore | null = null
  const opened = () => {
    if (!store) throw new Error('not unlocked')
    return store
  }
  const rows = (sql: string, ...values: (string | number)[]) =>
    opened().all(CompiledQuery.raw(sql, values)).length

  return {
    build() {
      const image = imageFrom(ports.sql.emptyDatabase())
      const database = ports.sql.open(image)
      fill(database, contacts)
      const secrets = [{ role: 'worker' as const, secret: new TextEncoder().encode(passphrase) }] as const
      releaseVault(createVault(ports, { folder: place, secrets: [...secrets], costs, policy, image }))
    },
    unlock() {
      const secret = { kind: 'passphrase', passphrase } as const
      const found = openStore(ports, {
        folder: place,
        secret,
        migrations: [{ version: 1, sql: '' }],
        costs,
        policy,
      })
      if (!found.ok) throw new Error(found.failure)
      store = found.value
      rows(queries.today, today)
      rows(queries.latest)
    },
    search: () => rows(queries.search, searched),
    yearly: () => rows(queries.year, ...year),
    save(k) {
      const saved = opened().transact((tx) => {
        for (const [sql, values] of insertionsOf(newContact(contacts, k)))
          tx.run(CompiledQuery.raw(sql, values))
        return ok()
      })
      if (!saved.ok) throw new Error(saved.failure)
    },
    checkpoint() {
      const done = opened().checkpoint()
      if (!done.ok) throw new Error(done.failure)
    },
    longestSlice() {
      let longest = 0
      for (let state = 'running'; state === 'running';) {
        const began = performance.now()
        state = opened().verifyNext().state
        longest = Math.max(longest, performance.now() - began)
      }
      if (opened().health().state !== 'ok') throw new Error('the bench’s own vault is damaged')
      return longest
    },
    close() {
      opened().close()
    },
  }
}

function fill(database: Database, contacts: number): void {
  database.script(`${schema.ours}; PRAGMA user_version = 1; BEGIN`)
  for (const person of personsOf(contacts)) database.run('INSERT INTO person VALUES (?, ?, ?)', person)
  for (const contact of contactsOf(contacts))
    for (const [sql, values] of insertionsOf(contact)) if (!sql.includes('search')) database.run(sql, values)
  for (const followUp of followUpsOf(contacts))
    database.run('INSERT INTO follow_up VALUES (?, ?, ?, ?)', followUp)
  database.script("COMMIT; INSERT INTO search (search) VALUES ('rebuild'); ANALYZE")
  database.close()
}
