import * as fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import type { MemoryStore } from '../../../engine/testing/memory-store.ts'
import { anyAct, anyOf, lookAfterEach, withUndo } from '../../../engine/testing/random-acts.ts'
import type { PersonFields } from '../person.ts'
import { savePerson } from './people.ts'
import { listPeople, namePeople } from './people-list.ts'

const saveIn = (caseload: TestCaseload, fields: Partial<PersonFields>) =>
  caseload.done((writer, context) => savePerson(writer, fictional.person(fields), context)).id

test('stretches of the list follow each other, none twice and none left out, whatever is asked', async () => {
  const caseload = await createTestCaseload()
  const aliases = (text: string, limit = 100, offset = 0) =>
    listPeople(caseload.store, { text, limit, offset }).rows.map((person) => person.aliases[0])
  for (const name of ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq'])
    saveIn(caseload, { aliases: [name, 'du parc'] })
  for (const text of ['', 'parc', 'parx']) {
    const whole = aliases(text)
    expect(whole).toHaveLength(5)
    const parts = [0, 2, 4].flatMap((offset) => aliases(text, 2, offset))
    expect(parts).toEqual(whole)
    expect(listPeople(caseload.store, { text, limit: 2, offset: 4 }).total).toBe(5)
    expect(aliases(text, 2, 5)).toEqual([])
  }
})

test('either apostrophe finds the other, and two letters their ligature', async () => {
  const caseload = await createTestCaseload()
  for (const alias of ['Le gars de l’été', "L'accordéon", 'Sœur Sourire'])
    saveIn(caseload, { aliases: [alias] })
  const found = (text: string) =>
    listPeople(caseload.store, { text, limit: 5, offset: 0 }).rows.map(({ aliases }) => aliases[0])
  expect(found("l'été")).toEqual(['Le gars de l’été'])
  expect(found('l’acc')).toEqual(["L'accordéon"])
  expect(found('soeur')).toEqual(['Sœur Sourire'])
  expect(found('sœur')).toEqual(['Sœur Sourire'])
})

test('persons are named in the order asked, those who are no more left out', async () => {
  const caseload = await createTestCaseload()
  const zoe = saveIn(caseload, { aliases: ['Zoé', 'Zozo'], ageBand: '14-17' })
  const leo = saveIn(caseload, { aliases: ['Léo'] })
  expect(namePeople(caseload.store, [leo, 'nobody', zoe])).toEqual([
    { id: leo, alias: 'Léo', ageBand: fictional.person().ageBand },
    { id: zoe, alias: 'Zoé', ageBand: '14-17' },
  ])
  expect(namePeople(caseload.store, [])).toEqual([])
})

/** What the records themselves say. */
const listedOf = (store: MemoryStore) =>
  store.rows(`
    SELECT id, max(at), count(at), foldedAliases FROM person LEFT JOIN contactPerson ON personId = id
    WHERE mergedInto IS NULL GROUP BY id ORDER BY id`)

/** Those that change the list, among whatever else. */
const act = fc.oneof(
  anyOf('savePerson', 'saveContact', 'saveContact', 'removeContact', 'mergePeople'),
  anyAct,
)

test('whatever is done, undone and done again, the list says what the records say', async () => {
  let met = 0
  await fc.assert(
    fc.asyncProperty(withUndo(act, { minLength: 20, maxLength: 60 }), (acts) =>
      lookAfterEach(acts, { now: '2026-11-24T10:00', newId }, (store) => {
        const listed = store.rows(
          'SELECT id, lastContactAt, contactCount, foldedAliases FROM personInList ORDER BY id',
        )
        expect(listed).toEqual(listedOf(store))
        met += listed.filter(([, at]) => at !== null).length
      }),
    ),
    { numRuns: 15 },
  )
  expect(met).toBeGreaterThan(50)
})
