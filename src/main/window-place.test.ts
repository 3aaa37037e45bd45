import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOnScreen } from './window-place.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const second = { x: 1366, y: 0, width: 1920, height: 1040 }
const left = { x: 1500, y: 80, width: 1600, height: 900, isMaximized: false }

test('comes back where it was left, as long as that screen is there', () => {
  expect(placeOnScreen(null, [laptop])).toEqual({ width: 1280, height: 820 })
  expect(placeOnScreen(left, [laptop, second])).toEqual({ x: 1500, y: 80, width: 1600, height: 900 })
  expect(placeOnScreen(left, [laptop])).toEqual({ width: 1366, height: 728 })
  // left across a wide screen that is gone: cut to the laptop, it would end where the laptop begins
  expect(placeOnScreen({ ...left, x: -1366, width: 3000 }, [laptop])).toEqual({ width: 1366, height: 728 })
})

test('whatever was remembered, it is no larger than its screen and its title bar can be reached', () => {
  const pixel = fc.integer({ min: -100_000, max: 100_000 })
  const place = fc.record({
    x: pixel,
    y: pixel,
    width: pixel,
    height: pixel,
    isMaximized: fc.boolean(),
  })
  fc.assert(
    fc.property(place, (remembered) => {
      const { x, y, width, height } = placeOnScreen(remembered, [laptop, second])
      expect(width).toBeGreaterThanOrEqual(480)
      expect(height).toBeGreaterThanOrEqual(480)
      expect(width).toBeLessThanOrEqual(1920)
      expect(height).toBeLessThanOrEqual(1040)
      if (x === undefined || y === undefined) return
      expect(x).toBeGreaterThan(-width)
      expect(x).toBeLessThan(1366 + 1920)
      // the hand has 120 pixels of the title bar at least
      expect(Math.min(x + width, 1366 + 1920) - Math.max(x, 0)).toBeGreaterThanOrEqual(120)
      expect(y).toBeGreaterThanOrEqual(-1)
      expect(y).toBeLessThan(1040)
    }),
    { numRuns: 2000 },
  )
})
