import * as fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { createMemoryStore } from '../../../engine/testing/memory-store.ts'
import { anyAct, perform } from '../../../engine/testing/random-acts.ts'
import { createHistory } from '../history.ts'
import { countPeople } from './people.ts'

const context = { now: '2026-11-24T10:00', newId }

test('whatever is done, undone and done again, the number of persons is what their files say', async () => {
  const of = fc.constantFrom(...(['savePerson', 'savePerson', 'removePerson', 'mergePeople'] as const))
  const acts = fc.array(
    fc.oneof(
      fc.tuple(anyAct, of).map(([act, command]) => ({ ...act, command })),
      fc.constantFrom('undo' as const, 'redo' as const),
    ),
    { minLength: 10, maxLength: 40 },
  )
  let most = 0
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      const store = await createMemoryStore()
      const history = createHistory(store)
      for (const act of done) {
        if (act === 'undo') history.undo()
        else if (act === 'redo') history.redo()
        else history.perform(act.command, (writer) => perform(writer, act, context))
        expect([[countPeople(store)]]).toEqual(
          store.rows('SELECT count(*) FROM person WHERE mergedInto IS NULL'),
        )
        most = Math.max(most, countPeople(store))
      }
    }),
    { numRuns: 15 },
  )
  expect(most).toBeGreaterThan(3)
})
