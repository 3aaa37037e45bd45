import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMinutes, dayOf, daysBetween, isInTheFuture } from './calendar.ts'

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('adding days and counting them back agree', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
  )
})

test('a clock change moves no wall-clock arithmetic', () => {
  expect(addDays('2026-03-07', 1)).toBe('2026-03-08')
  expect(addMinutes('2026-03-08T01:59', 2)).toBe('2026-03-08T02:01')
  expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2)
})

test('minutes cross midnight, the year and the leap day', () => {
  expect(addMinutes('2027-12-31T23:58', 3)).toBe('2028-01-01T00:01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(dayOf('2028-02-29T08:00')).toBe('2028-02-29')
})

test('a few minutes ahead is still now', () => {
  const now = '2026-11-24T23:58'
  expect(isInTheFuture('2026-11-25T00:03', now)).toBe(false)
  expect(isInTheFuture('2026-11-25T00:04', now)).toBe(true)
  expect(isInTheFuture('2026-11-20T10:00', now)).toBe(false)
})
