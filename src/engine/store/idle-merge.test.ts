import { expect, test } from 'vitest'
import { ok } from '#core/result'
import { createMemoryFiles } from '#core/vault/testing/memory-files'
import { createStore, type OpenStore } from '../store.ts'
import { finish } from './long-act.ts'
import { cheapCosts, cheapPolicy, passphrase, query, realPorts, recoveryWords } from './testing/real-ports.ts'

const sql = `
  CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
  CREATE VIRTUAL TABLE noteText USING fts4(content="note", body, tokenize=unicode61 "remove_diacritics=2");
  CREATE TRIGGER noteIn AFTER INSERT ON note BEGIN
    INSERT INTO noteText (docid, body) VALUES (new.id, new.body);
  END;`
const ports = { ...(await realPorts()), files: createMemoryFiles() }
const most = 16

/** As many notes, of so many words, as no save merges yet: each is a segment. */
function manySegments(folder: string, words: number): OpenStore {
  const created = createStore(ports, {
    folder,
    passphrase,
    recoveryWords,
    schema: [{ version: 1, sql }],
    costs: cheapCosts,
    policy: cheapPolicy,
  })
  if (!created.ok) throw new Error(created.failure)
  const store = created.value
  for (let note = 1; note < most; note++) {
    const body = Array.from({ length: words }, (_, n) => `m${note * words + n}`).join(' ')
    store.transact((tx) => {
      tx.run(query('INSERT INTO note (body) VALUES (?)', body))
      return ok()
    })
  }
  return store
}

const segments = (store: OpenStore): number[] =>
  store
    .all<{ many: number }>(query('SELECT count(*) AS many FROM noteText_segdir GROUP BY level'))
    .map(({ many }) => many)

test('an idle checkpoint merges the full-text index, one that is waited for does not', () => {
  const store = manySegments('/attendu', 3)
  expect(segments(store)).toEqual([most - 1])
  expect(store.checkpoint().ok).toBe(true)
  expect(segments(store)).toEqual([most - 1])
  expect(finish(store.checkpointSlowly()).ok).toBe(true)
  expect(segments(store)).toEqual([1])
  store.close()
})

test('a merge that would hold too much in memory goes on at the next checkpoint', () => {
  const store = manySegments('/long', 30_000)
  let checkpoints = 0
  while (Math.max(...segments(store)) >= 4) {
    expect(finish(store.checkpointSlowly()).ok).toBe(true)
    checkpoints++
  }
  expect(checkpoints).toBe(2)
  store.close()
})
