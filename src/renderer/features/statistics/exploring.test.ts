import { expect, test } from 'vitest'
import { comparedDays, daysOf, sideBySide } from './exploring.ts'

test('a month ends on its own last day', () => {
  expect(daysOf('month', '2026-11-24')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
  expect(daysOf('month', '2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  expect(daysOf('month', '2028-02-01')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})

test('quarters and years are those of the calendar', () => {
  expect(daysOf('quarter', '2026-11-24')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(daysOf('year', '2026-11-24')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})

test('a whole period is compared with the whole one before, chosen days with as many', () => {
  const november = daysOf('month', '2026-11-24')
  expect(comparedDays('before', 'month', november)).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  const first = daysOf('quarter', '2026-02-01')
  expect(comparedDays('before', 'quarter', first)).toEqual({ from: '2025-10-01', to: '2025-12-31' })
  expect(comparedDays('before', 'dates', { from: '2026-03-01', to: '2026-03-10' })).toEqual({
    from: '2026-02-19',
    to: '2026-02-28',
  })
  expect(comparedDays('yearBefore', 'dates', { from: '2028-02-29', to: '2028-03-01' })).toEqual({
    from: '2027-02-28',
    to: '2027-03-01',
  })
  expect(comparedDays('none', 'month', november)).toBeNull()
})

test('rows stand side by side, those gone after those present', () => {
  const row = (code: string, contacts: number) => ({ code, contacts })
  expect(sideBySide([row('a', 2), row('b', 1)], [row('c', 5), row('b', 3)])).toEqual([
    { code: 'a', now: row('a', 2), before: undefined },
    { code: 'b', now: row('b', 1), before: row('b', 3) },
    { code: 'c', now: undefined, before: row('c', 5) },
  ])
})
