import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  addDays,
  clock,
  daysUntil,
  duration,
  fullDay,
  glance,
  longDay,
  monthOf,
  nearDay,
  nearMoment,
  nowHere,
  shortDay,
} from './dates.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime(new Date(2026, 10, 3, 14, 5))
})
afterEach(() => {
  vi.useRealTimers()
})

describe('days', () => {
  test('the year shows only when it is another one', () => {
    expect(shortDay('2026-11-03')).toBe('mar. 3 nov.')
    expect(shortDay('2025-11-03')).toBe('lun. 3 nov. 2025')
    expect(longDay('2026-11-03')).toBe('mardi 3 novembre')
    expect(fullDay('2026-11-03')).toBe('mardi 3 novembre 2026')
    expect(shortDay('2026-10-01')).toBe('jeu. 1ᵉʳ oct.')
    expect(longDay('2025-10-01')).toBe('mercredi 1ᵉʳ octobre 2025')
    expect(shortDay('2026-10-31')).toBe('sam. 31 oct.')
    expect(monthOf('2026-10-31')).toBe('octobre')
    expect(monthOf('2025-10-31')).toBe('octobre 2025')
  })

  test('the days around today have their own words', () => {
    expect(nearDay('2026-11-02')).toBe('hier')
    expect(nearDay('2026-11-03')).toBe('aujourd’hui')
    expect(nearDay('2026-11-04')).toBe('demain')
    expect(nearDay('2026-11-05')).toBe('jeu. 5 nov.')
  })

  test('counting days undoes adding them', () => {
    expect(daysUntil('2026-11-01')).toBe(-2)
    expect(daysUntil('2026-03-08')).toBe(-240)
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        expect(daysUntil(addDays('2026-11-03', days))).toBe(days)
      }),
    )
  })
})

describe('hours', () => {
  test('a whole hour has no minutes', () => {
    expect(clock('09:00')).toBe('9\u00a0h')
    expect(clock('2026-11-03T14:05')).toBe('14\u00a0h\u00a005')
  })

  test('a moment of today is its hour at a glance', () => {
    expect(nowHere()).toBe('2026-11-03T14:05')
    expect(glance('2026-11-03T09:30')).toBe('9\u00a0h\u00a030')
    expect(glance('2026-11-02T09:30')).toBe('hier')
    expect(nearMoment('2026-11-02T09:30')).toBe('hier, 9\u00a0h\u00a030')
  })

  test('a length in minutes', () => {
    expect(duration(20)).toBe('20\u00a0min')
    expect(duration(120)).toBe('2\u00a0h')
    expect(duration(380)).toBe('6\u00a0h\u00a020')
    expect(duration(65)).toBe('1\u00a0h\u00a005')
  })
})
