import { expect, test } from 'vitest'
import { pulseSince } from './pulse.ts'

const rows = [
  { at: '2026-11-20T10:00', safetyPulse: 4 },
  { at: '2026-11-01T10:00', safetyPulse: null },
  { at: '2026-10-01T10:00', safetyPulse: 1 },
  { at: '2026-09-30T23:59', safetyPulse: 5 },
]

test('the pulse is the mean of the answers given, the first day included', () => {
  expect(pulseSince(rows, '2026-10-01')).toEqual({ mean: 2.5, count: 2 })
})

test('without an answer there is no pulse', () => {
  expect(pulseSince(rows, '2026-11-21')).toBeNull()
  expect(pulseSince([{ at: '2026-11-22T10:00', safetyPulse: null }], '2026-11-21')).toBeNull()
})
