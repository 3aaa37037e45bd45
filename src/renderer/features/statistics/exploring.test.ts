import { expect, test } from 'vitest'
import { daysOf } from './exploring.ts'

test('a month ends on its own last day', () => {
  expect(daysOf('month', '2026-11-24')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
  expect(daysOf('month', '2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  expect(daysOf('month', '2028-02-01')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})

test('quarters and years are those of the calendar', () => {
  expect(daysOf('quarter', '2026-11-24')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(daysOf('year', '2026-11-24')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})
