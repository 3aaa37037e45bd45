import { expect, test } from 'vitest'
import { weeksSince } from './weeks-since.ts'

test('only whole weeks count', () => {
  expect(weeksSince('2026-11-17T16:00', '2026-11-24')).toBe(1)
  expect(weeksSince('2026-11-18', '2026-11-24')).toBe(0)
  expect(weeksSince('2026-09-01', '2026-11-24')).toBe(12)
})
