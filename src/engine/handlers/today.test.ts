import { beforeEach, expect, test } from 'vitest'
import { findingCommands } from '#shared/contract/finding'
import { fictionalDuties } from '../testing/duties.ts'
import { fictional } from '../testing/fictional.ts'
import { createOpenEngine, savedId, type TestEngine } from '../testing/test-engine.ts'

let engine: TestEngine
beforeEach(async () => {
  engine = await createOpenEngine()
})
const today = async () => {
  const reply = await engine.handlers['today.read']()
  if (!reply.ok) throw new Error(reply.failure)
  expect(findingCommands['today.read'].output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}

test('requests late, or due within five days, the first due first; neither those with time left nor those answered', async () => {
  const personId = await savedId(engine.handlers['people.save'](fictional.person()))
  const received = (receivedOn: string, fields = {}) =>
    engine.handlers['requests.save'](fictionalDuties.request({ personId, receivedOn, ...fields }))
  // 30 days: due on the 29th of November, the 30th, the 23rd
  await received('2026-10-30')
  await received('2026-10-31')
  await received('2026-10-24')
  await received('2026-10-01', { answeredOn: '2026-10-20', outcome: 'dropped' })
  const { requests } = await today()
  expect(requests.map(({ state, daysLeft, alias }) => [state, daysLeft, alias])).toEqual([
    ['overdue', -1, 'Le grand Marc'],
    ['due-soon', 5, 'Le grand Marc'],
  ])
})

test('the next meeting and its files; those that the one going on has not reached', async () => {
  const { handlers } = engine
  expect((await today()).nextMeeting).toEqual({ isGoingOn: false, files: 0 })
  const ids: string[] = []
  for (const alias of ['Foulard mauve', 'Sac rayé']) {
    const personId = await savedId(handlers['people.save'](fictional.person({ aliases: [alias] })))
    ids.push(await savedId(handlers['meetings.saveOnAgenda']({ personId, question: '' })))
  }
  expect((await today()).nextMeeting).toEqual({ isGoingOn: false, files: 2 })
  await handlers['meetings.start']()
  await handlers['meetings.decide']({ id: ids[0] ?? '', decision: 'On attend.', actions: [] })
  expect((await today()).nextMeeting).toEqual({ isGoingOn: true, files: 1 })
})
