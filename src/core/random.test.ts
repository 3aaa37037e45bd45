import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from './random.ts'

test('the numbers of a seed never change: demonstrations, proofs and simulations are told by their seed', () => {
  const { next } = seededRandom(1)
  expect([next(), next(), next()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522])
})

test('stays where it is told, whatever the seed', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: -50, max: 50 }), fc.nat(50), (seed, min, span) => {
      const random = seededRandom(seed)
      expect(random.next()).toBeLessThan(1)
      const drawn = random.int(min, min + span)
      expect(drawn).toBeGreaterThanOrEqual(min)
      expect(drawn).toBeLessThanOrEqual(min + span)
      expect(random.weighted({ never: 0, always: 1 })).toBe('always')
      expect(['a', 'b']).toContain(random.pick(['a', 'b']))
    }),
  )
})

test('has nothing to draw from nothing', () => {
  expect(() => seededRandom(1).pick([])).toThrow(RangeError)
  expect(() => seededRandom(1).weighted({})).toThrow(RangeError)
})
