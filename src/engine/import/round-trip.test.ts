import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import lists from '../../../resources/default-lists.json' with { type: 'json' }
import { meetsSomebody } from '#core/caseload/contact'
import { fold } from '#core/caseload/folding'
import { defaultLists, type ListName } from '#core/caseload/lists'
import { listContacts, saveContact, type ContactRow } from '#core/caseload/repository/contacts'
import { savePerson } from '#core/caseload/repository/people'
import { contactImportFields } from '#core/import/mapping'
import { query } from '#core/caseload/tables'
import { fictional } from '../testing/fictional.ts'
import { act, createOpenEngine, type TestEngine } from '../testing/test-engine.ts'

const folder = mkdtempSync(join(tmpdir(), 'import-round-trip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const codesOf = (list: ListName): string[] =>
  (defaultLists.parse(lists).lists[list] ?? []).map(({ code }) => code)
const one = (list: ListName) => fc.constantFrom(...codesOf(list))
const some = (list: ListName, minLength: number) => fc.uniqueArray(one(list), { minLength, maxLength: 4 })

/** Any line a person could be called by, except what the import reads as a separator or a count. */
const alias = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.replaceAll(/[;|\p{C}\p{Z}]+/gu, ' ').trim())
  .filter((text) => text !== '' && !text.startsWith('+'))
/** Any note a text file can hold, without blanks around. */
const note = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => text.replaceAll(/(?![\n\t])\p{Cc}/gu, ' ').trim())
const minute = fc
  .date({ min: new Date('2025-04-01T00:00Z'), max: new Date('2026-11-23T23:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16))

const written = fc
  .record({
    at: minute,
    people: fc.array(fc.nat({ max: 4 }), { maxLength: 3 }),
    unidentifiedCount: fc.nat({ max: 20 }),
    kinds: some('contactKind', 1),
    themes: some('theme', 0),
    place: one('place'),
    durationMinutes: fc.nat({ max: 1440 }),
    mandateAxis: fc.constantFrom('help-relationship', 'youth'),
    crisis: fc.option(one('crisis')),
    aidGiven: fc
      .uniqueArray(fc.record({ item: one('aidItem'), quantity: fc.integer({ min: 1, max: 99 }) }), {
        selector: ({ item }) => item,
        maxLength: 3,
      })
      .map((aid) => [...aid]),
    note,
  })
  .filter(({ people, ...contact }) =>
    meetsSomebody({ ...contact, incomplete: false, personIds: people.map(String) }),
  )

const caseload = fc.record({
  aliases: fc.uniqueArray(alias, { minLength: 5, maxLength: 5, selector: fold }),
  contacts: fc.array(written, { minLength: 1, maxLength: 8 }),
})

/** As a spreadsheet would hold it: one column a field, codes as they are. */
function exported(rows: readonly ContactRow[]): string {
  return stringify([
    [...contactImportFields],
    ...rows.map((row) => [
      row.at.slice(0, 10),
      row.at.slice(11),
      row.people.map(({ alias }) => alias).join('; '),
      row.unidentifiedCount,
      row.kinds.join('; '),
      row.themes.join('; '),
      row.place,
      row.durationMinutes,
      row.mandateAxis,
      row.initiative,
      row.crisis,
      row.aidGiven.map(({ item, quantity }) => `${quantity} x ${item}`).join('; '),
      row.note,
    ]),
  ])
}

/** Everything but the identifiers, in an order of its own. */
const comparable = (rows: readonly ContactRow[]) =>
  rows
    .map(({ people, ...row }) => ({
      ...row,
      id: null,
      personIds: null,
      people: people.map(({ alias }) => alias),
    }))
    .map((row) => JSON.stringify(row))
    .sort()

const contactsOf = ({ session }: TestEngine): ContactRow[] => {
  const vault = session.current()?.vault
  return vault ? listContacts(vault, { limit: 1000, offset: 0 }).rows : []
}
const rowsIn = ({ session }: TestEngine, table: 'person' | 'contact' | 'bondStageChange' | 'contactPerson') =>
  session.current()?.vault.all(query.selectFrom(table).selectAll().compile())

async function engineWith(text: string): Promise<TestEngine> {
  const engine = await createOpenEngine()
  const path = join(folder, `${crypto.randomUUID()}.csv`)
  writeFileSync(path, text)
  engine.places.importFile = path
  return engine
}

async function importAll(engine: TestEngine) {
  const preview = await engine.handlers['import.preview']({ act, kind: 'contacts' })
  if (!preview.ok) throw new Error(preview.failure)
  const { mapping, fingerprint, counts } = preview.value
  const applied = await engine.handlers['import.apply']({ act, kind: 'contacts', mapping, fingerprint })
  if (!applied.ok) throw new Error(applied.failure)
  return { said: counts, done: applied.value, issues: preview.value.issues }
}

test('the import of an export gives the same contacts back, and nothing the second time', async () => {
  await fc.assert(
    fc.asyncProperty(caseload, async ({ aliases, contacts }) => {
      const first = await engineWith('')
      const opened = first.session.current()
      if (!opened) throw new Error('locked')
      const ids = aliases.map((alias) => {
        const saved = opened.history.perform('test', (writer) =>
          savePerson(writer, fictional.person({ aliases: [alias] }), {
            now: '2026-11-24T10:00',
            newId: () => crypto.randomUUID(),
          }),
        )
        if (!saved.ok) throw new Error(saved.failure)
        return saved.value.id
      })
      for (const { people, ...fields } of contacts) {
        const personIds = [...new Set(people)].map((at) => ids[at] ?? '')
        const saved = opened.history.perform('test', (writer) =>
          saveContact(writer, fictional.contact({ ...fields, personIds }), {
            now: '2026-11-24T10:00',
            newId: () => crypto.randomUUID(),
          }),
        )
        if (!saved.ok) throw new Error(saved.failure)
      }

      const second = await engineWith(exported(contactsOf(first)))
      const { said, done, issues } = await importAll(second)
      expect(issues).toEqual([])
      expect(done).toEqual(said)
      expect(done).toMatchObject({ added: contacts.length, present: 0, refused: 0 })
      expect(comparable(contactsOf(second))).toEqual(comparable(contactsOf(first)))
      expect((await importAll(second)).done).toEqual({
        added: 0,
        present: contacts.length,
        refused: 0,
        newPeople: 0,
      })
    }),
    { numRuns: 25 },
  )
})

/** Cells good and bad, mixed. */
const cell = {
  date: fc.constantFrom('2026-11-20', '20/11/2026', 'hier', '2027-01-01', ''),
  people: fc.constantFrom('Momo', 'momo; Léa', 'x'.repeat(300), '', '+2', '__proto__'),
  kinds: fc.constantFrom('écoute', 'listening; support', 'ecoutte', ''),
  place: fc.constantFrom('hall', 'Lune', ''),
  axis: fc.constantFrom('help-relationship', 'Axe 4'),
  note: fc.constantFrom('', 'une note', '=1+1'),
}
const messyRow = fc.tuple(cell.date, cell.people, cell.kinds, cell.place, cell.axis, cell.note)

test('what the dry run says is what is done, one act that undo takes back whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(messyRow, { minLength: 1, maxLength: 12 }), async (rows) => {
      const engine = await engineWith(stringify([['date', 'qui', 'type', 'lieu', 'axe', 'note'], ...rows]))
      await engine.handlers['contacts.save'](fictional.contact())
      await engine.handlers['draft.keep']({ note: 'à moitié écrite' })
      const tables = ['person', 'contact', 'bondStageChange', 'contactPerson'] as const
      const before = tables.map((table) => rowsIn(engine, table))
      const { said, done } = await importAll(engine)
      expect(done).toEqual(said)
      expect(done.added + done.present + done.refused).toBe(rows.length)
      expect(rowsIn(engine, 'contact')).toHaveLength(1 + done.added)
      expect(rowsIn(engine, 'person')).toHaveLength(done.newPeople)
      expect(await engine.handlers['draft.read']()).toMatchObject({ value: { note: 'à moitié écrite' } })
      if (done.added > 0) {
        expect(await engine.handlers['history.undo']({ act })).toMatchObject({
          value: { command: 'import.apply' },
        })
      }
      expect(tables.map((table) => rowsIn(engine, table))).toEqual(before)
    }),
    { numRuns: 40 },
  )
})
