import { expect, test } from 'vitest'
import { agendaOf, endOfWeek } from './agenda.ts'

const due = (...days: string[]) => days.map((dueOn) => ({ dueOn }))
const groups = (today: string, ...days: string[]) =>
  agendaOf(due(...days), today).map(({ key, rows }) => [key, ...rows.map(({ dueOn }) => dueOn)])

test('a week ends on its Saturday, across months', () => {
  expect(endOfWeek('2026-11-24')).toBe('2026-11-28')
  expect(endOfWeek('2026-11-28')).toBe('2026-11-28')
  expect(endOfWeek('2026-11-29')).toBe('2026-12-05')
})

test('each follow-up falls in one group, late first, empty groups left out', () => {
  expect(
    groups('2026-11-24', '2026-11-20', '2026-11-23', '2026-11-24', '2026-11-26', '2026-11-28', '2026-11-29'),
  ).toEqual([
    ['late', '2026-11-20', '2026-11-23'],
    ['today', '2026-11-24'],
    ['week', '2026-11-26', '2026-11-28'],
    ['later', '2026-11-29'],
  ])
})

test('on a Saturday tomorrow is another week, and still tomorrow', () => {
  expect(groups('2026-11-28', '2026-11-29', '2026-11-30')).toEqual([
    ['tomorrow', '2026-11-29'],
    ['later', '2026-11-30'],
  ])
})
