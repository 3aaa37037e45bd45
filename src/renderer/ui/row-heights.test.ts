import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowHeights } from './row-heights.ts'

const heights = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 80 })

test('rows begin where those before them end, measured or not, in whatever order they were', () => {
  fc.assert(
    fc.property(
      heights,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 400 }))),
      (supposed, measures) => {
        const rows = rowHeights(supposed.length, 73)
        const known = supposed.map(() => 73)
        for (const [at, height] of measures) {
          const index = at % known.length
          expect(rows.measure(index, height)).toBe(height - (known[index] ?? 0))
          known[index] = height
        }
        let start = 0
        for (const [index, height] of known.entries()) {
          expect(rows.startOf(index)).toBe(start)
          expect(rows.of(index)).toBe(height)
          expect(rows.at(start)).toBe(index)
          expect(rows.at(start + height - 1)).toBe(index)
          start += height
        }
        expect(rows.startOf(known.length)).toBe(start)
        expect(rows.at(start + 1000)).toBe(known.length - 1)
        expect(rows.at(-1000)).toBe(0)
      },
    ),
  )
})

test('what was measured is kept when the list grows or shrinks', () => {
  const rows = rowHeights(3, 50)
  rows.measure(0, 80)
  rows.measure(2, 20)
  expect([0, 1, 2, 3, 4, 5].map((index) => rows.resized(5).startOf(index))).toEqual([
    0, 80, 130, 150, 200, 250,
  ])
  expect([0, 1, 2].map((index) => rows.resized(2).startOf(index))).toEqual([0, 80, 130])
  expect(rows.resized(0).startOf(0)).toBe(0)
})
