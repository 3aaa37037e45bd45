import { beforeEach, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { spanRefusal } from '../calendar.ts'
import { readAgenda } from './agenda.ts'
import { completeFollowUp, saveFollowUp } from './follow-ups.ts'

let caseload: TestCaseload
beforeEach(async () => {
  caseload = await createTestCaseload()
})
const save = (title: string, dueOn: string, dueTime: string | null = null) =>
  caseload.done((writer, context) =>
    saveFollowUp(writer, fictional.followUp({ title, dueOn, dueTime }), context),
  ).id
const read = (from: string, to: string) => readAgenda(caseload.store, from, to, caseload.context.now)

test('each day asked has what is due, done or not', () => {
  save('vieux', '2026-10-01')
  save('hier', '2026-11-23')
  const done = save('fait', '2026-11-24')
  save('à 15 h', '2026-11-24', '15:00')
  save('plus tard', '2026-11-27')
  caseload.done((writer, context) => completeFollowUp(writer, done, context))
  const { today, days } = read('2026-11-23', '2026-11-25')
  expect(today).toBe('2026-11-24')
  expect(days.map(({ day, followUps }) => [day, followUps.map(({ title }) => title)])).toEqual([
    ['2026-11-23', ['hier']],
    ['2026-11-24', ['fait', 'à 15 h']],
    ['2026-11-25', []],
  ])
})

test('reminders are hours to come and how many, and say nothing else', () => {
  save('passé', '2026-11-24', '09:59')
  save('un', '2026-11-24', '15:00')
  save('deux', '2026-11-24', '15:00')
  save('toute la journée', '2026-11-24')
  save('demain', '2026-11-25', '08:00')
  const done = save('fait', '2026-11-25', '09:00')
  caseload.done((writer, context) => completeFollowUp(writer, done, context))
  expect(read('2026-11-24', '2026-11-25').reminders).toEqual([
    { at: '2026-11-24T15:00', count: 2 },
    { at: '2026-11-25T08:00', count: 1 },
  ])
})

test('days are read in their order, and not for ever', () => {
  expect(spanRefusal('2026-11-24', '2026-11-24')).toBeNull()
  expect(spanRefusal('2026-11-24', '2026-11-23')).toBe('period-reversed')
  expect(spanRefusal('2026-01-01', '2027-02-05')).toBeNull()
  expect(spanRefusal('2026-01-01', '2027-02-06')).toBe('period-too-long')
})

test('the last week of the calendar has its days, and no others', () => {
  expect(read('9999-12-30', '9999-12-31').days.map(({ day }) => day)).toEqual(['9999-12-30', '9999-12-31'])
})
