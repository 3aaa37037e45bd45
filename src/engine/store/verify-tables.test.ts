import { expect, test } from 'vitest'
import { VaultFault } from '#core/vault/fault'
import { imageFrom } from '#core/vault/image'
import { loadSqlEngine, type Database } from '../adapters/sqljs.ts'
import { verifyTables } from './verify-tables.ts'

const sql = await loadSqlEngine()
const rows = 12_000

/** Two large tables, one of them indexed, one keyed, one small; values long enough to overflow their pages. */
function largeDatabase(): { image: ReturnType<typeof imageFrom>; database: Database } {
  const image = imageFrom(sql.emptyDatabase())
  const database = sql.open(image)
  database.script(`
    CREATE TABLE "une ""note""" (id INTEGER PRIMARY KEY, body TEXT, day TEXT NOT NULL);
    CREATE INDEX by_body ON "une ""note""" (body);
    CREATE INDEX by_day ON "une ""note""" (day);
    CREATE INDEX some ON "une ""note""" (body) WHERE id < 10;
    CREATE TABLE pair (a INTEGER, b INTEGER, PRIMARY KEY (b, a)) WITHOUT ROWID;
    CREATE INDEX by_first ON pair (a);
    CREATE TABLE small (a);
    INSERT INTO small VALUES (1);
    BEGIN`)
  for (let id = 1; id <= rows; id++) {
    database.run('INSERT INTO "une ""note""" VALUES (?, ?, ?)', [
      id,
      'x'.repeat(id === 5000 ? 20_000 : 100),
      `${id % 365}`,
    ])
    database.run('INSERT INTO pair VALUES (?, ?)', [id, id])
  }
  database.script('COMMIT')
  return { image, database }
}

function verdict(database: Database): { sound: boolean; slices: number } {
  const steps = verifyTables(database)
  for (let slices = 1; ; slices++) {
    const { done, value } = steps.next()
    if (done === true) return { sound: value, slices }
  }
}

test('a sound database is read through, in slices', () => {
  const { sound, slices } = verdict(largeDatabase().database)
  expect(sound).toBe(true)
  // 7 slices for each of the two large tables, 3 for each index whose columns are never absent, 1 for the other, 1 for each verdict
  expect(slices).toBe(2 * 7 + 2 * 3 + 1 + 3 + 1)
})

test('few rows that hold much are read in slices too', () => {
  const { database } = largeDatabase()
  const before = verdict(database).slices
  database.script('CREATE TABLE long (a)')
  for (let row = 0; row < 500; row++) database.run('INSERT INTO long VALUES (?)', ['x'.repeat(10_000)])
  expect(verdict(database)).toMatchObject({ sound: true, slices: expect.toSatisfy((n) => n > before + 8) })
})

test('saving meanwhile raises no alarm', () => {
  const { database } = largeDatabase()
  const steps = verifyTables(database)
  for (let id = rows + 1; ; id++) {
    const { done, value } = steps.next()
    expect(value).toBe(true)
    if (done === true) break
    database.run('INSERT INTO "une ""note""" VALUES (?, ?, ?)', [id, 'y', '1'])
    database.run('DELETE FROM "une ""note""" WHERE id IN (?, ?, ?)', [id - rows, id - 3000, id - 2999])
  }
})

/** An interior page's children, cut as cards are; its separators stay where they were. */
function cutChildren(page: Uint8Array, at: number): void {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength)
  const places = Array.from({ length: view.getUint16(3) }, (_, index) => view.getUint16(12 + 2 * index))
  const children = places.map((place) => view.getUint32(place))
  const cut = [...children.slice(at), ...children.slice(0, at)]
  places.forEach((place, index) => view.setUint32(place, cut[index] ?? 0))
}

test('keys that go backwards are damage, told before the same rows are read over and over', () => {
  const { image, database } = largeDatabase()
  const root = database.number(`SELECT rootpage FROM sqlite_schema WHERE name LIKE 'une%'`)
  database.close()
  const turned = image.read(0, image.length()).slice()
  cutChildren(turned.subarray((root - 1) * 4096, root * 4096), 110)
  const { sound, slices } = verdict(sql.open(imageFrom(turned)))
  expect(sound).toBe(false)
  expect(slices).toBeLessThan(20)
})

test('an index with other entries than its table’s rows is noticed', () => {
  const { database } = largeDatabase()
  // the index of another column, under this one's name: as many rows, but for those it has no entry of
  database.script(`CREATE TABLE other (day TEXT); CREATE INDEX other_day ON other (day);
    INSERT INTO other VALUES ('1'); PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'other_day') WHERE name = 'by_day';
    PRAGMA writable_schema = RESET`)
  expect(verdict(database).sound).toBe(false)
})

test('a page that is no page is damage, wherever it is', () => {
  const { image, database } = largeDatabase()
  const pages = database.number('PRAGMA page_count')
  database.close()
  const whole = image.read(0, image.length()).slice()
  let noticed = 0
  for (let page = 1; page < pages; page += 7) {
    const broken = whole.slice()
    broken.fill(0xee, page * 4096, page * 4096 + 4096)
    const reopened = sql.open(imageFrom(broken))
    try {
      if (!verdict(reopened).sound) noticed++
    } catch (fault) {
      if (!(fault instanceof VaultFault)) throw fault
      noticed++
    }
    reopened.close()
  }
  // an overflow page has no structure of its own
  expect(noticed).toBeGreaterThan(pages / 7 - 3)
})
