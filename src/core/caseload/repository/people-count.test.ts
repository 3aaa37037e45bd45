import * as fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { anyOf, lookAfterEach, withUndo } from '../../../engine/testing/random-acts.ts'
import { countPeople } from './people.ts'

const context = { now: '2026-11-24T10:00', newId }

test('whatever is done, undone and done again, the number of persons is what their files say', async () => {
  const acts = withUndo(anyOf('savePerson', 'savePerson', 'removePerson', 'mergePeople'), {
    minLength: 20,
    maxLength: 60,
  })
  let most = 0
  await fc.assert(
    fc.asyncProperty(acts, (done) =>
      lookAfterEach(done, context, (store) => {
        expect([[countPeople(store)]]).toEqual(
          store.rows('SELECT count(*) FROM person WHERE mergedInto IS NULL'),
        )
        most = Math.max(most, countPeople(store))
      }),
    ),
    { numRuns: 30 },
  )
  expect(most).toBeGreaterThan(3)
})
