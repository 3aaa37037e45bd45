import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { VaultFault } from '#core/vault/fault'
import { geometryOf } from '#core/vault/sizes'
import { createImage, imageFrom, type Image } from '#core/vault/image'
import { loadSqlEngine } from './sqljs.ts'

const chunkLength = geometryOf().chunk
const sql = await loadSqlEngine()

/** A table of about 1 MiB, as an image of the chunks it left. */
function largeImage(): { image: Image; touched: () => number[] } {
  const image = imageFrom(sql.emptyDatabase())
  const database = sql.open(image)
  database.script('CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)')
  database.script('BEGIN')
  for (let id = 0; id < 1000; id++) database.run('INSERT INTO note VALUES (?, ?)', [id, 'x'.repeat(1000)])
  database.script('COMMIT')
  database.close()
  const chunks = image.dirty().map((place) => image.chunk(place))
  const touched: number[] = []
  const lazy = createImage(image.length(), (place) => {
    touched.push(place)
    return chunks[place] ?? new Uint8Array(chunkLength)
  })
  return { image: lazy, touched: () => touched }
}

test('the version whose internals are relied upon is the one installed', () => {
  const { version } = JSON.parse(readFileSync('node_modules/sql.js/package.json', 'utf8')) as {
    version: string
  }
  expect(version).toBe('1.16.0')
})

test('SQLite works on the image itself: what it commits is there, page by page', () => {
  const image = imageFrom(sql.emptyDatabase())
  const database = sql.open(image)
  database.script('CREATE TABLE note (body TEXT)')
  database.run('INSERT INTO note VALUES (?)', ['présence'])
  const copy = image.read(0, image.length()).slice()
  expect(Buffer.from(copy).includes('présence')).toBe(true)
  expect(sql.open(imageFrom(copy)).rows('SELECT body FROM note', [])).toEqual([{ body: 'présence' }])
})

test('only the chunks SQLite asks for are opened', () => {
  const { image, touched } = largeImage()
  const database = sql.open(image)
  expect(image.counts().chunks).toBeGreaterThan(3)
  expect(database.rows('SELECT length(body) AS length FROM note WHERE id = 1', [])).toEqual([
    { length: 1000 },
  ])
  expect(touched().length).toBeLessThan(3)
})

test('a database grown by many chunks is whole', () => {
  const image = imageFrom(sql.emptyDatabase())
  const database = sql.open(image)
  database.script('CREATE TABLE note (body BLOB)')
  for (let id = 0; id < 12; id++)
    database.run('INSERT INTO note VALUES (?)', [new Uint8Array(chunkLength).fill(id)])
  expect(image.counts().chunks).toBeGreaterThan(12)
  expect(database.rows('PRAGMA integrity_check', [])).toEqual([{ integrity_check: 'ok' }])
  const copy = sql.open(imageFrom(image.read(0, image.length()).slice()))
  expect(copy.rows('PRAGMA integrity_check', [])).toEqual([{ integrity_check: 'ok' }])
  expect(copy.number('SELECT count(*) FROM note')).toBe(12)
})

test('a rolled back transaction leaves the image untouched, however large', () => {
  const { image } = largeImage()
  const database = sql.open(image)
  const before = image.read(0, image.length()).slice()
  const { writes } = image.counts()
  database.script('BEGIN')
  for (let id = 1000; id < 5500; id++) {
    database.run('INSERT INTO note VALUES (?, ?)', [id, 'y'.repeat(8000)])
  }
  database.run('DELETE FROM note WHERE id < 500', [])
  database.script('ROLLBACK')
  expect(image.counts().writes).toBe(writes)
  expect(image.length()).toBe(before.length)
  expect(Buffer.compare(image.read(0, image.length()), before)).toBe(0)
  expect(database.number('SELECT count(*) FROM note')).toBe(1000)
})

test('deleted text is overwritten in the image', () => {
  const image = imageFrom(sql.emptyDatabase())
  const database = sql.open(image)
  database.script("CREATE TABLE note (body TEXT); INSERT INTO note VALUES ('canari')")
  database.script('DELETE FROM note')
  expect(Buffer.from(image.read(0, image.length())).includes('canari')).toBe(false)
})

test('a fault of the image comes out as itself, and reading goes on elsewhere', () => {
  const { image } = largeImage()
  const bytes = image.read(0, image.length()).slice()
  const sound = imageFrom(bytes)
  const broken: Image = {
    ...sound,
    read(start, end) {
      if (start >= 2 * chunkLength && start < 3 * chunkLength) throw new VaultFault('vault-damaged')
      return sound.read(start, end)
    },
  }
  const database = sql.open(broken)
  const readAll = () => database.rows('SELECT sum(length(body)) FROM note', [])
  expect(readAll).toThrow(VaultFault)
  expect(readAll).toThrow('vault-damaged')
  expect(database.rows('SELECT length(body) AS length FROM note WHERE id = 1', [])).toEqual([
    { length: 1000 },
  ])
  expect(() => database.run('INSERT INTO absent VALUES (1)', [])).toThrow(/no such table/)
})

test('a database that cannot be opened leaves nothing behind in sql.js', () => {
  const sound = imageFrom(sql.emptyDatabase())
  const notSound = imageFrom(new Uint8Array(4096).fill(7))
  const unreadable: Image = {
    ...sound,
    read() {
      throw new VaultFault('vault-damaged')
    },
  }
  const { random } = Math
  // sql.js names its files at random: with one name for all, a file left behind is met again
  Math.random = () => 0.5
  try {
    for (let times = 0; times < 3; times++) {
      for (const image of [unreadable, notSound]) expect(() => sql.open(image)).toThrow('vault-damaged')
      sql.open(sound).close()
    }
  } finally {
    Math.random = random
  }
})

test('a statement used more than the cache holds is compiled again', () => {
  const database = sql.open(imageFrom(sql.emptyDatabase()))
  for (let n = 0; n < 300; n++) expect(database.number(`SELECT ${n}`)).toBe(n)
  expect(database.number('SELECT 0')).toBe(0)
})

test('a column that a script adds is in the rows of a query asked before', () => {
  const database = sql.open(imageFrom(sql.emptyDatabase()))
  database.script('CREATE TABLE note (body TEXT); INSERT INTO note VALUES (1)')
  expect(database.rows('SELECT * FROM note', [])).toEqual([{ body: '1' }])
  database.script('ALTER TABLE note ADD COLUMN place TEXT')
  expect(database.rows('SELECT * FROM note', [])).toEqual([{ body: '1', place: null }])
})

test('foreign keys are enforced', () => {
  const database = sql.open(imageFrom(sql.emptyDatabase()))
  database.script('CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a)')
  expect(() => database.run('INSERT INTO b VALUES (1)', [])).toThrow(/FOREIGN KEY/)
})
