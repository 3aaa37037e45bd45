import { expect, test } from 'vitest'
import { imageFrom } from '#core/vault/image'
import { loadSqlEngine, type Database } from '../adapters/sqljs.ts'
import { rebuildFullText, settleFullText } from './full-text.ts'

const sql = await loadSqlEngine()

/** An index in the state a large transaction leaves: several large segments at the lowest level. */
function largeIndex(): { image: ReturnType<typeof imageFrom>; database: Database } {
  const image = imageFrom(sql.emptyDatabase())
  const database = sql.open(image)
  database.script(`CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT);
    CREATE VIRTUAL TABLE note_search USING fts4(content="note", body, tokenize=unicode61); BEGIN`)
  for (let id = 1; id <= 3000; id++) add(database, id)
  database.script('COMMIT')
  return { image, database }
}

function add(database: Database, id: number): void {
  const body = Array.from({ length: 80 }, (_, n) => `mot${(id * 7919 + n * 104729) % 5000}`).join(' ')
  database.run('INSERT INTO note VALUES (?, ?)', [id, body])
  database.run('INSERT INTO note_search (docid, body) VALUES (?, ?)', [id, body])
}

/** The most pages one of so many saves writes. */
function worstSave({ image, database }: ReturnType<typeof largeIndex>, saves: number): number {
  let worst = 0
  for (let n = 0; n < saves; n++) {
    const before = image.counts().writes
    database.script('BEGIN')
    add(database, 10_000 + n)
    database.script('COMMIT')
    worst = Math.max(worst, image.counts().writes - before)
  }
  return worst
}

test('no save merges a settled index whole', () => {
  const untouched = worstSave(largeIndex(), 40)
  const settled = largeIndex()
  settleFullText(settled.database)
  expect(worstSave(settled, 40)).toBeLessThan(untouched / 4)
})

test.each([rebuildFullText, settleFullText])('an index remains true, and finds old and new: %o', (act) => {
  const { database } = largeIndex()
  act(database)
  for (let id = 3001; id <= 3040; id++) add(database, id)
  database.run("INSERT INTO note_search (note_search) VALUES ('integrity-check')", [])
  const found = database.rows(
    "SELECT docid FROM note_search WHERE note_search MATCH 'mot42' ORDER BY docid",
    [],
  )
  const expected = database.rows(
    "SELECT id AS docid FROM note WHERE ' ' || body || ' ' LIKE '% mot42 %' ORDER BY id",
    [],
  )
  expect(found).toEqual(expected)
  expect(found.length).toBeGreaterThan(10)
})
