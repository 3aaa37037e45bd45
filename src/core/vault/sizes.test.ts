import { expect, test } from 'vitest'
import { geometryOf } from './sizes.ts'

test('a vault is cut as its format says, unless its host asks for other pieces', () => {
  expect(geometryOf()).toEqual({
    chunk: 32_768,
    pack: 512,
    step: 16,
    growth: 262_144,
    ballast: 1_048_576,
  })
  const other = { chunk: 1, pack: 2, step: 3, growth: 4, ballast: 5 }
  expect(geometryOf({ geometry: other })).toBe(other)
})
