import { describe, expect, test } from 'vitest'
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
  // 25 slices for each of the two large tables, 9 for each of their indexes, 1 for each verdict
  expect(slices).toBe(2 * 25 + 3 * 9 + 3 + 1)
})

test('few rows that hold much are read in slices too', () => {
  const { database } = largeDatabase()
  const before = verdict(database).slices
  database.script('CREATE TABLE long (a)')
  for (let row = 0; row < 500; row++) database.run('INSERT INTO long VALUES (?)', ['x'.repeat(10_000)])
  expect(verdict(database)).toMatchObject({ sound: true, slices: expect.toSatisfy((n) => n > before + 30) })
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

describe('an index of values that may be absent', () => {
  /** The first of two columns is absent from two rows of three, the second from one of two, both of all kinds; two entries an index page at the least. */
  function withAbsent(): { image: ReturnType<typeof imageFrom>; database: Database } {
    const image = imageFrom(sql.emptyDatabase())
    const database = sql.open(image)
    database.script(`
      CREATE TABLE visit (id TEXT PRIMARY KEY, who TEXT, minutes INTEGER, place);
      CREATE INDEX by_who ON visit (who, minutes, place);
      CREATE INDEX by_latest ON visit (minutes DESC);
      CREATE INDEX by_length ON visit (length(who));
      CREATE TABLE keyed (id TEXT PRIMARY KEY, who TEXT) WITHOUT ROWID;
      CREATE INDEX keyed_by_who ON keyed (who);
      BEGIN`)
    const places = [null, 1, 2.5, 'ici', new Uint8Array([1, 2])]
    for (let row = 0; row < rows; row++) {
      const id = `k${row}`
      const who = row % 3 === 0 ? `p${row % 700}` : null
      database.run('INSERT INTO visit VALUES (?, ?, ?, ?)', [
        id,
        who,
        row % 2 ? row % 90 : null,
        places[row % 5] ?? null,
      ])
      database.run('INSERT INTO keyed VALUES (?, ?)', [id, who])
    }
    database.script('COMMIT')
    return { image, database }
  }
  /** An index whose entries are of these rows of the table alone, under the name of the whole one. */
  const inPlaceOf = (database: Database, name: string, columns: string, where: string) =>
    database.script(`CREATE INDEX other ON visit (${columns}) WHERE ${where}; PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'other') WHERE name = '${name}';
      DELETE FROM sqlite_schema WHERE name = 'other';
      PRAGMA writable_schema = RESET`)

  test('is sound, and counted in slices', () => {
    const { sound, slices } = verdict(withAbsent().database)
    expect(sound).toBe(true)
    // each table in 25; by_who and two others in 9; the two that no comparison orders at once; 1 for each verdict
    expect(slices).toBe(2 * 25 + 3 * 9 + 2 + 2 + 1)
  })

  test.each([
    ['the last of the absent', `id <> 'k${rows - 1}'`],
    ['the first of the present', "id <> 'k0'"],
    ['one in the middle of the absent', "id <> 'k6001' AND id <> 'k5999'"],
    ['every absent one', 'who IS NOT NULL'],
    ['every present one', 'who IS NULL'],
  ])('that lacks %s is noticed', (_what, where) => {
    const { database } = withAbsent()
    inPlaceOf(database, 'by_who', 'who, minutes, place', where)
    expect(verdict(database).sound).toBe(false)
  })

  test('that has one entry too many, of an absent value, is noticed', () => {
    const { database } = withAbsent()
    database.script(`CREATE TABLE more AS SELECT * FROM visit; INSERT INTO more (id) VALUES ('x');
      CREATE INDEX more_by_who ON more (who, minutes, place); PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'more_by_who') WHERE name = 'by_who';
      DELETE FROM sqlite_schema WHERE name = 'more_by_who';
      PRAGMA writable_schema = RESET`)
    expect(verdict(database).sound).toBe(false)
  })

  test('whose entries are in another order is noticed, wherever it was cut', () => {
    const { image, database } = withAbsent()
    const root = database.number(`SELECT rootpage FROM sqlite_schema WHERE name = 'by_who'`)
    database.close()
    const whole = image.read(0, image.length()).slice()
    const page = whole.subarray((root - 1) * 4096, root * 4096)
    const children = new DataView(page.buffer, page.byteOffset).getUint16(3)
    expect(children).toBeGreaterThan(20)
    for (let at = 1; at < children; at += 3) {
      const turned = whole.slice()
      cutChildren(turned.subarray((root - 1) * 4096, root * 4096), at)
      const { sound, slices } = verdict(sql.open(imageFrom(turned)))
      expect({ at, sound }).toEqual({ at, sound: false })
      expect(slices).toBeLessThan(40)
    }
  })

  test.each([
    { misplaced: 'an absent value among the present', isAmongPresent: true },
    { misplaced: 'a present value among the absent', isAmongPresent: false },
  ])('with $misplaced, as many entries as rows, is noticed', ({ isAmongPresent }) => {
    const image = imageFrom(sql.emptyDatabase())
    const database = sql.open(image)
    database.script(`
      CREATE TABLE mark (id INTEGER PRIMARY KEY, seen INTEGER);
      CREATE INDEX by_seen ON mark (seen);
      WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ${rows})
        INSERT INTO mark SELECT id, iif(id % 2, 1, NULL) FROM n`)
    const root = database.number(`SELECT rootpage FROM sqlite_schema WHERE name = 'by_seen'`)
    database.close()
    const bytes = image.read(0, image.length()).slice()
    const view = new DataView(bytes.buffer)
    const page = (root - 1) * 4096
    // of the root, the first child or the last; of that leaf, an entry in the middle: its length, that of its header, then the type of its value
    const child = view.getUint32(isAmongPresent ? page + 8 : page + view.getUint16(page + 12))
    const leaf = (child - 1) * 4096
    const type = leaf + view.getUint16(leaf + 8 + 2 * 50) + 2
    // the constant 1, and nothing: neither takes any other byte
    expect([bytes[leaf], bytes[type]]).toEqual([10, isAmongPresent ? 9 : 0])
    bytes[type] = isAmongPresent ? 0 : 9
    expect(verdict(sql.open(imageFrom(bytes))).sound).toBe(false)
  })

  test('saved to meanwhile, raises no alarm', () => {
    const { database } = withAbsent()
    const steps = verifyTables(database)
    for (let id = 0; ; id++) {
      const { done, value } = steps.next()
      expect(value).toBe(true)
      if (done === true) break
      database.run('INSERT INTO visit VALUES (?, ?, ?, ?)', [`n${id}`, id % 2 ? null : 'p', null, null])
      database.run('UPDATE visit SET who = NULL WHERE id = ?', [`k${3 * id}`])
      database.run('DELETE FROM visit WHERE id = ?', [`k${rows - 1 - id}`])
    }
  })
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
