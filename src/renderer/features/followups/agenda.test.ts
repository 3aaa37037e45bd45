import { expect, test } from 'vitest'
import { addDays } from '../../ui/dates.ts'
import { agendaOf, daysShown, endOfWeek, withoutOverdue } from './agenda.ts'

test('a week ends on its Saturday, across months', () => {
  expect(endOfWeek('2026-11-24')).toBe('2026-11-28')
  expect(endOfWeek('2026-11-28')).toBe('2026-11-28')
  expect(endOfWeek('2026-11-29')).toBe('2026-12-05')
})

const days = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(first, index))
/** The group of each day, in the order of the groups. */
const falls = (today: string, day: string) =>
  agendaOf(today).filter(({ from = day, to = day }) => from <= day && day <= to)

test('whatever the day, each day falls in one group, and the groups follow each other', () => {
  for (const today of days('2026-11-22', 14)) {
    const keys = days(addDays(today, -20), 40).map((day) => falls(today, day).map(({ key }) => key))
    expect(keys.every((found) => found.length === 1)).toBe(true)
    expect([...new Set(keys.flat())]).toEqual(agendaOf(today).map(({ key }) => key))
  }
})

test('what is late comes first, and a week ends on its Saturday', () => {
  const keyOf = (day: string) => falls('2026-11-24', day)[0]?.key
  expect(days('2026-11-23', 7).map(keyOf)).toEqual([
    'late',
    'today',
    'tomorrow',
    'week',
    'week',
    'week',
    'later',
  ])
})

test('on a Saturday tomorrow is another week, and still tomorrow', () => {
  expect(agendaOf('2026-11-28').map(({ key }) => key)).toEqual(['late', 'today', 'tomorrow', 'later'])
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
