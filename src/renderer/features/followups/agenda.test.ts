import { expect, test } from 'vitest'
import { agendaOf, daysShown, endOfWeek, withoutOverdue } from './agenda.ts'

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

test('an agenda shows a day, or a week of work from Monday to Sunday', () => {
  expect(daysShown('day', '2026-11-24')).toEqual({ from: '2026-11-24', to: '2026-11-24' })
  expect(daysShown('week', '2026-11-24')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
  expect(daysShown('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
})

test('what is late leaves its day, what is done late stays there', () => {
  const rows = [
    { dueOn: '2026-11-23', doneAt: null },
    { dueOn: '2026-11-23', doneAt: '2026-11-24T09:00' },
    { dueOn: '2026-11-24', doneAt: null },
  ]
  expect(withoutOverdue(rows, '2026-11-24')).toEqual(rows.slice(1))
})
