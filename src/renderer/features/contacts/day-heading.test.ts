import { expect, test } from 'vitest'
import { dayHeading } from './day-heading.ts'

const contact = (at: string, durationMinutes: number) => ({ at, durationMinutes })
const rows = [
  contact('2026-11-24T16:00', 20),
  contact('2026-11-24T09:00', 5),
  contact('2026-11-20T11:00', 45),
  contact('2026-11-20T10:00', 15),
]
const rowAt = (index: number) => rows[index]

test('each day is announced once, above its first contact, with its own sum', () => {
  expect([0, 1, 2, 3].map((index) => dayHeading(rowAt, index, 4))).toEqual([
    { day: '2026-11-24', sum: { count: 2, minutes: 25 } },
    null,
    { day: '2026-11-20', sum: { count: 2, minutes: 60 } },
    null,
  ])
})

test('a day that goes on where nothing is loaded yet says no sum', () => {
  expect(dayHeading(rowAt, 2, 5)).toEqual({ day: '2026-11-20', sum: null })
})

test('a row whose neighbour above is not loaded is not taken for the first of its day', () => {
  const later = (index: number) => (index < 2 ? undefined : rows[index])
  expect(dayHeading(later, 2, 4)).toBeNull()
  expect(dayHeading(later, 1, 4)).toBeNull()
})
