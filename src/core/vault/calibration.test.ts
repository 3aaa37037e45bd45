import { expect, test } from 'vitest'
import { finish } from '../steps.ts'
import { calibratedCosts } from './calibration.ts'
import { defaultCostPolicy, withinPolicy } from './slots.ts'
import { crypto } from './testing/sample.ts'

/** A computer on which one derivation at the floor takes so long. */
function costsWhere(milliseconds: number) {
  let time = 5_000_000
  let wiped: Uint8Array | null = null
  let derived: unknown = null
  const slow: Parameters<typeof calibratedCosts>[0] = {
    ...crypto,
    derive(_key, _secret, _salt, costs) {
      derived = costs
      time += milliseconds
      return undefined
    },
    wipe(key) {
      wiped = key
      crypto.wipe(key)
    },
  }
  const costs = finish(calibratedCosts(slow, () => time))
  expect(derived).toEqual(defaultCostPolicy.floor)
  expect(wiped).toHaveLength(32)
  expect(withinPolicy(costs, defaultCostPolicy)).toBe(true)
  return costs
}

test('costs take about a second, whatever the computer, never less than the floor', () => {
  expect(costsWhere(500)).toEqual({ operations: 6, memory: 256 * 1024 })
  expect(costsWhere(100).operations).toBe(30)
  expect(costsWhere(4000)).toEqual(defaultCostPolicy.floor)
})

test('a computer too fast to be true asks no other one for more than half the ceiling', () => {
  expect(costsWhere(0).operations).toBe(32)
})
