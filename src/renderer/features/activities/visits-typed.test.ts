import { expect, test } from 'vitest'
import { monthsOf, visitsTyped } from './visits-typed.ts'

test('thousands may be grouped, nothing typed takes the count back, anything else is refused', () => {
  expect(visitsTyped('21 480')).toBe(21_480)
  expect(visitsTyped('21\u202f480\u00a0')).toBe(21_480)
  expect(visitsTyped('0')).toBe(0)
  expect(visitsTyped('  ')).toBeNull()
  expect(visitsTyped('21,5')).toBeUndefined()
  expect(visitsTyped('-3')).toBeUndefined()
  expect(visitsTyped('12345678')).toBeUndefined()
})

test('a year has twelve months, as the vault writes them', () => {
  expect(monthsOf(2026)).toHaveLength(12)
  expect(monthsOf(2026)[0]).toBe('2026-01')
  expect(monthsOf(2026)[11]).toBe('2026-12')
})
