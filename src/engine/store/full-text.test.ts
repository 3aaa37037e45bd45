import { expect, test } from 'vitest'
import { imageFrom } from '#core/vault/image'
import { loadSqlEngine, type Database } from '../adapters/sqljs.ts'
import { finish, type Steps } from '#core/steps'
import { mergeFullText, rebuildFullText, settleFullText } from './full-text.ts'

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

function remove(database: Database, id: number): void {
  database.run('DELETE FROM note_search WHERE docid = ?', [id])
  database.run('DELETE FROM note WHERE id = ?', [id])
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

/** An index in the state years of saves leave: nearly as many segments of a level as it takes for a save to merge them. */
function scatteredIndex(): ReturnType<typeof largeIndex> {
  const made = largeIndex()
  for (let day = 0; day < 12; day++) {
    made.database.script('BEGIN')
    for (let id = 0; id < 100; id++) add(made.database, 4000 + 100 * day + id)
    made.database.script('COMMIT')
  }
  return made
}

/** Segments of each level, the lowest first. */
const segments = (database: Database): number[] =>
  database
    .rows('SELECT count(*) AS many FROM note_search_segdir GROUP BY level ORDER BY level', [])
    .map(({ many }) => Number(many))

test('no save merges a settled index whole', () => {
  const untouched = worstSave(largeIndex(), 40)
  const settled = largeIndex()
  settleFullText(settled.database)
  expect(worstSave(settled, 40)).toBeLessThan(untouched / 4)
})

test('in idle time what saves left is merged, a few blocks a step, and then no more', () => {
  const { image, database } = scatteredIndex()
  expect(Math.max(...segments(database))).toBeGreaterThan(10)
  const merging = mergeFullText(database)
  let steps = 0
  let most = 0
  for (let before = image.counts().writes; ; before = image.counts().writes, steps++) {
    const step = merging.next()
    most = Math.max(most, image.counts().writes - before)
    if (step.done === true) break
  }
  expect(segments(database).every((many) => many < 4)).toBe(true)
  expect(steps).toBeGreaterThan(20)
  expect(most).toBeLessThan(100)
  const settled = image.counts().writes
  finish(mergeFullText(database))
  expect(image.counts().writes).toBe(settled)
})

/** Runs every step of an act that has some. */
const whole = (act: (database: Database) => Steps<void> | void) => (database: Database) => {
  const steps = act(database)
  if (steps) finish(steps)
}

test.each([
  ['rebuilt', whole(rebuildFullText)],
  ['settled', whole(settleFullText)],
  ['merged', whole(mergeFullText)],
])('an index that was %s remains true, and finds old and new', (_, act) => {
  const { database } = largeIndex()
  act(database)
  for (let id = 3001; id <= 3040; id++) add(database, id)
  expectTrue(database)
})

test('an index is true between the steps of a merge, whatever is written and deleted meanwhile', () => {
  const { database } = scatteredIndex()
  let steps = 0
  for (let round = 0; round < 5; round++) {
    for (const _ of mergeFullText(database)) {
      steps++
      if (steps % 3 === 0) add(database, 6000 + steps)
      if (steps % 4 === 0) remove(database, 4000 + steps)
      if (steps % 5 === 0) remove(database, steps)
      if (steps % 2 === 0) expectTrue(database)
    }
    expectTrue(database)
    for (let n = 0; n < 10; n++) add(database, 7000 + 10 * round + n)
  }
  expect(steps).toBeGreaterThan(40)
})

/** The index says what its notes say. */
function expectTrue(database: Database): void {
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
}
