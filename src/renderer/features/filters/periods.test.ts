import { expect, test } from 'vitest'
import { isWholeMonth, periodsBefore } from './periods.ts'

test('a period begins and ends on its own days, across the year', () => {
  const [week, november, october, ...others] = periodsBefore('2026-11-24')
  expect(week).toEqual({ name: 'week', from: '2026-11-22', to: '2026-11-24' })
  expect(november).toEqual({ name: 'month', from: '2026-11-01', to: '2026-11-30' })
  expect(october).toEqual({ name: 'month', from: '2026-10-01', to: '2026-10-31' })
  expect(others.slice(-3)).toEqual([
    { name: 'month', from: '2025-12-01', to: '2025-12-31' },
    { name: 'year', from: '2026-01-01', to: '2026-12-31' },
    { name: 'year', from: '2025-01-01', to: '2025-12-31' },
  ])
})

test('a whole month is told from a part of one, February of a leap year too', () => {
  expect(isWholeMonth('2024-02-01', '2024-02-29')).toBe(true)
  expect(isWholeMonth('2024-02-01', '2024-02-28')).toBe(false)
  expect(isWholeMonth('2026-11-02', '2026-11-30')).toBe(false)
})
