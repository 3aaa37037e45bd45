import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import type { Image } from '#core/vault/image'
import { createMemoryFiles } from '#core/vault/testing/memory-files'
import { createStore, openStore, type Migration, type OpenStore, type StorePorts } from '../store.ts'
import { cheapCosts, cheapPolicy, passphrase, query, realPorts, recoveryWords } from './testing/real-ports.ts'

const real = await realPorts()
const folder = '/carnet'

/** All that could make a replay differ: full-text search with its segments, triggers, cascades, numbers given by SQLite. */
const migrations: Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE person (id INTEGER PRIMARY KEY AUTOINCREMENT, alias TEXT NOT NULL, weight REAL, photo BLOB);
      CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
        body TEXT NOT NULL
      );
      CREATE INDEX note_person ON note (person, body);
      CREATE VIRTUAL TABLE note_search USING fts4(body, tokenize=unicode61 "remove_diacritics=2");
      CREATE TRIGGER note_in AFTER INSERT ON note BEGIN
        INSERT INTO note_search (docid, body) VALUES (new.id, new.body);
      END;
      CREATE TRIGGER note_out BEFORE DELETE ON note BEGIN
        DELETE FROM note_search WHERE docid = old.id;
      END;`,
  },
]

/** Ports whose SQLite shows the image under it. */
function watched(files: StorePorts['files']): { ports: StorePorts; bytes: () => Uint8Array } {
  let image: Image | undefined
  const open: StorePorts['sql']['open'] = (given) => {
    image = given
    return real.sql.open(given)
  }
  const processes = { self: () => real.processes.self(), isAlive: () => false }
  const ports = { ...real, files, processes, sql: { ...real.sql, open } }
  return { ports, bytes: () => image?.read(0, image.length()).slice() ?? new Uint8Array() }
}

const word = fc.constantFrom('été', 'Ete', 'hiver', 'café', 'logement', 'écoute', '', '💬', 'a\ud800')
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
const act = fc.oneof(
  fc.record({
    sql: fc.constant('INSERT INTO person (alias, weight, photo) VALUES (?, ?, ?)'),
    values: fc.tuple(text, fc.double(), fc.oneof(fc.constant(null), fc.uint8Array({ maxLength: 9000 }))),
  }),
  fc.record({
    sql: fc.constant('INSERT INTO note (person, body) SELECT id, ? FROM person ORDER BY id LIMIT ?'),
    values: fc.tuple(text, fc.nat(3)),
  }),
  fc.record({
    sql: fc.constant('DELETE FROM person WHERE id % 5 = ?'),
    values: fc.tuple(fc.nat(4)),
  }),
  fc.record({
    sql: fc.constant('UPDATE person SET alias = alias || ? WHERE id % 2 = ?'),
    values: fc.tuple(text, fc.nat(1)),
  }),
)

type Acts = { sql: string; values: (string | number | Uint8Array | null)[] }[]

function run(store: OpenStore, transactions: Acts[]): void {
  for (const acts of transactions) {
    store.transact((tx) => {
      for (const { sql, values } of acts) tx.run(query(sql, ...values))
      return ok()
    })
  }
}

/** SQLite counts its sessions in the first page (bytes 24 and 92): a replay is one session more. */
function withoutSessionCounters(image: Uint8Array): Buffer {
  const bytes = Buffer.from(image)
  bytes.fill(0, 24, 28)
  bytes.fill(0, 92, 96)
  return bytes
}

test('a replay gives the same database, byte for byte', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
      (transactions) => {
        const files = createMemoryFiles()
        const live = watched(files)
        const settings = { folder, costs: cheapCosts, policy: cheapPolicy }
        const created = createStore(live.ports, {
          ...settings,
          passphrase,
          recoveryWords,
          schema: migrations,
        })
        if (!created.ok) throw new Error(created.failure)
        run(created.value, transactions)

        const again = watched(files)
        const secret = { kind: 'passphrase', passphrase } as const
        const replayed = openStore(again.ports, { ...settings, secret, migrations })
        if (!replayed.ok) throw new Error(replayed.failure)
        expect(replayed.value.opened.replayed).toBe(transactions.length)
        expect(withoutSessionCounters(again.bytes()).equals(withoutSessionCounters(live.bytes()))).toBe(true)
        replayed.value.close()
      },
    ),
    { numRuns: 60 },
  )
})

/** What idle moments did to the image no journal tells: it must be nothing that counts. */
test('after idle checkpoints, some given up, a vault that was not closed holds and finds the same', () => {
  const pause = fc.oneof(fc.constant(0), fc.constantFrom(1, 2, 3, Number.POSITIVE_INFINITY))
  const days = fc.array(fc.tuple(fc.array(act, { minLength: 1, maxLength: 3 }), text, pause), {
    minLength: 8,
    maxLength: 24,
  })
  let merged = 0
  fc.assert(
    fc.property(days, (busy) => {
      const files = createMemoryFiles()
      const { ports } = watched(files)
      const settings = { folder, costs: cheapCosts, policy: cheapPolicy }
      const created = createStore(ports, { ...settings, passphrase, recoveryWords, schema: migrations })
      if (!created.ok) throw new Error(created.failure)
      const store = created.value
      for (const [acts, body, steps] of busy) {
        run(store, [acts, [met], [{ ...noted, values: [body, 2] }]])
        const before = segments(store)
        pauseFor(store, steps)
        if (segments(store) < before) merged++
      }
      const secret = { kind: 'passphrase', passphrase } as const
      const opened = openStore(ports, { ...settings, secret, migrations })
      if (!opened.ok) throw new Error(opened.failure)
      expect(said(opened.value)).toEqual(said(store))
      const looked = opened.value.transact((tx) => {
        tx.run(query("INSERT INTO note_search (note_search) VALUES ('integrity-check')"))
        return failed('only looked at')
      })
      expect(looked).toEqual(failed('only looked at'))
      opened.value.close()
    }),
    { numRuns: 60 },
  )
  expect(merged).toBeGreaterThan(20)
})

const met = { sql: 'INSERT INTO person (alias) VALUES (?)', values: ['quelqu’un'] }
const noted = { sql: 'INSERT INTO note (person, body) SELECT id, ? FROM person ORDER BY id LIMIT ?' }

/** An idle checkpoint of so many steps at the most. */
function pauseFor(store: OpenStore, steps: number): void {
  if (steps === 0) return
  const idle = store.checkpointSlowly()
  for (let step = 0; step < steps; step++) if (idle.next().state === 'ended') return
  idle.cancel()
}

const segments = (store: OpenStore): number =>
  (store.all(query('SELECT count(*) AS many FROM note_search_segdir')) as { many: number }[])[0]?.many ?? 0

/** All rows, and what a search of each word finds. */
const said = (store: OpenStore) =>
  [
    'SELECT * FROM person ORDER BY id',
    'SELECT * FROM note ORDER BY id',
    ...['ete', 'hiver', 'cafe', 'logement', 'ecoute OR a'].map(
      (sought) => `SELECT docid FROM note_search WHERE note_search MATCH '${sought}' ORDER BY docid`,
    ),
  ].map((sql) => store.all(query(sql)))
