import { expect, it } from 'vitest'
import { firstDayOf, isOver, lastDayOf, quarterOf, quartersOf } from './period.ts'

it('every day of a year lies in one quarter, between its first and last day', () => {
  for (let time = Date.UTC(2028, 0, 1); time < Date.UTC(2029, 0, 1); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10)
    const within = quartersOf(2028).filter(
      (quarter) => firstDayOf(quarter) <= day && day <= lastDayOf(quarter),
    )
    expect(within).toEqual([quarterOf(day)])
  }
})

it('a period is over the day after its last one', () => {
  expect(isOver('2026-Q2', '2026-06-30')).toBe(false)
  expect(isOver('2026-Q2', '2026-07-01')).toBe(true)
  expect(isOver('2026', '2026-12-31')).toBe(false)
  expect(isOver('2026', '2027-01-01')).toBe(true)
})
