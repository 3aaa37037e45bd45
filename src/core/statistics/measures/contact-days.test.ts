import * as fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { createTestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { createMemoryStore, type MemoryStore } from '../../../engine/testing/memory-store.ts'
import { anyAct, anyOf, lookAfterEach, perform, withUndo } from '../../../engine/testing/random-acts.ts'
import { createHistory } from '../../caseload/history.ts'
import { addDays } from '../../caseload/calendar.ts'
import { saveContact } from '../../caseload/repository/contacts.ts'
import { query } from '../../caseload/tables.ts'
import { explore } from './explore.ts'
import { statisticsQuery } from '../tables.ts'

const context = { now: '2026-11-24T10:00', newId }

/** Day by day, what the records themselves say. */
function factsOfRecords(store: MemoryStore): Map<string, unknown[]> {
  const contacts = store.all(query.selectFrom('contact').selectAll().orderBy('at').orderBy('id').compile())
  const personsIn = (id: string) =>
    store
      .rows(
        `SELECT person.rowid FROM contactPerson, person WHERE person.id = personId AND contactId = '${id}' ORDER BY 1`,
      )
      .flat()
  const facts = contacts.map((row): [string, unknown[]] => [
    row.at.slice(0, 10),
    [
      JSON.parse(row.kinds),
      JSON.parse(row.themes),
      row.place,
      row.mandateAxis,
      row.crisis,
      row.unidentifiedCount,
      row.durationMinutes,
      personsIn(row.id),
    ],
  ])
  const days = Map.groupBy(facts, ([day]) => day)
  return new Map(Array.from(days, ([day, of]) => [day, of.map(([, fact]) => fact)]))
}

function factsAsRead(store: MemoryStore): Map<string, unknown[]> {
  const days = store.all(statisticsQuery.selectFrom('dayFacts').selectAll().orderBy('day').compile())
  const read = days.map(({ day, facts }): [string, unknown[]] => [day, JSON.parse(facts)])
  return new Map(read.filter(([, facts]) => facts.length > 0))
}

/** Those that change what is counted, among whatever else. */
const act = fc.oneof(
  anyOf('saveContact', 'saveContact', 'saveContact', 'savePerson', 'removeContact', 'mergePeople'),
  anyAct,
)

const closedDays = (store: MemoryStore) =>
  Number(store.rows('SELECT count(*) FROM contactDay WHERE facts IS NOT NULL')[0]?.[0])

test('whatever is done, undone and done again, the line of a day says what its contacts say', async () => {
  let closed = 0
  await fc.assert(
    fc.asyncProperty(withUndo(act, { minLength: 20, maxLength: 40 }), (acts) =>
      lookAfterEach(acts, context, (store) => {
        expect(factsAsRead(store)).toEqual(factsOfRecords(store))
        closed += closedDays(store)
      }),
    ),
    { numRuns: 15 },
  )
  // the lines were really written: reading would be right without any
  expect(closed).toBeGreaterThan(150)
})

test('days are counted once each, however many', async () => {
  const caseload = await createTestCaseload()
  const days = Array.from({ length: 95 }, (_, n) => addDays('2026-08-01', n))
  for (const day of days)
    caseload.done((writer, context) =>
      saveContact(writer, fictional.contact({ at: `${day}T10:00` }), context),
    )
  for (const last of [1, 31, 32, 62, 63, 95])
    expect(explore(caseload.store, '2026-08-01', days[last - 1] ?? '').contacts).toBe(last)
  expect(explore(caseload.store, '2026-08-02', '2026-12-31').contacts).toBe(94)
})

test('a table counts each contact once for a code, and each person once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 30 }), async (acts) => {
      const store = await createMemoryStore()
      const history = createHistory(store)
      for (const act of acts) history.perform(act.command, (writer) => perform(writer, act, context))
      const { contacts, persons, tables } = explore(store, '2026-10-05', '2026-10-20')
      const asked = "contact.at BETWEEN '2026-10-05T00:00' AND '2026-10-20T23:59'"
      const met = `contact LEFT JOIN contactPerson ON contactId = contact.id WHERE ${asked}`
      expect([[contacts, persons]]).toEqual(
        store.rows(`SELECT count(DISTINCT contact.id), count(DISTINCT personId) FROM ${met}`),
      )
      const counts = 'count(DISTINCT contact.id), count(DISTINCT personId)'
      const rowsOf = (attribute: string) =>
        tables
          .find((table) => table.attribute === attribute)
          ?.rows.map((row) => [row.code, row.contacts, row.persons])
      expect(rowsOf('theme')).toEqual(
        store.rows(
          `SELECT value, ${counts} FROM ${met.replace(' WHERE', ', json_each(contact.themes) WHERE')} GROUP BY 1 ORDER BY 2 DESC, 1`,
        ),
      )
      expect(rowsOf('place')).toEqual(
        store.rows(`SELECT place, ${counts} FROM ${met} GROUP BY 1 ORDER BY 2 DESC, 1`),
      )
    }),
    { numRuns: 15 },
  )
})
