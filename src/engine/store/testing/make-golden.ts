/**
 * Makes the golden vault of the current format, once, before it is released: `node make-golden.ts FOLDER`. What it holds is what
 * golden.test.ts reads, for as long as there is a reader.
 */
import { rmSync } from 'node:fs'
import { ok } from '#core/result'
import { createStore } from '../../store.ts'
import { finish } from '../long-act.ts'
import { passphrase, query, realPorts, recoveryWords, schema } from './real-ports.ts'

const [folder = ''] = process.argv.slice(2)
const ports = await realPorts()
const indexed = [
  {
    version: 1,
    sql: `${schema.map(({ sql }) => sql).join(';')};
          CREATE TABLE large (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
          CREATE TABLE sealed (id INTEGER PRIMARY KEY, content BLOB NOT NULL, weight REAL);
          CREATE VIRTUAL TABLE note_search USING fts4(content="note", body, tokenize=unicode61);`,
  },
]
const created = createStore(ports, { folder, passphrase, recoveryWords, schema: indexed })
if (!created.ok) throw new Error(created.failure)
const store = created.value
const save = (sql: string, ...values: Parameters<typeof query>[1][]) =>
  store.transact((tx) => {
    tx.run(query(sql, ...values))
    return ok()
  })

save('INSERT INTO note VALUES (?, ?)', 1, 'dans l’image : été, 🦉')
for (const id of [1, 2, 3]) save('INSERT INTO large VALUES (?, ?)', id, 'x'.repeat(40_000))
const rekeyed = store.rekey([
  { role: 'worker', typed: passphrase },
  { role: 'recovery', typed: recoveryWords },
  { role: 'coordinator', typed: 'la coordination' },
])
if (!finish(rekeyed).ok) throw new Error('not re-keyed')
// a second pack, which takes the place of some chunks of the first
save('UPDATE large SET body = ? WHERE id = 2', 'y'.repeat(40_000))
if (!store.checkpoint().ok) throw new Error('no checkpoint')
save('INSERT INTO note VALUES (?, ?)', 2, 'dans le journal')
save('UPDATE note SET body = body || ? WHERE id = 1', ' (corrigée)')
save(
  'INSERT INTO sealed VALUES (?, ?, ?)',
  1,
  store.sealNote(new TextEncoder().encode('pour elle seule')),
  0.5,
)
// never closed, as a kill would leave it; the lock and the ballast mean nothing to a reader
rmSync(`${folder}/lock`)
rmSync(`${folder}/ballast`)
