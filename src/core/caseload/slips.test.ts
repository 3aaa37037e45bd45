import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { slipsBetween, slipsToBegin } from './slips.ts'

test('a word begun is no slip; each letter added, dropped, changed or swapped is one', () => {
  expect(slipsToBegin('tul', 'tulipe', 2)).toBe(0)
  expect(slipsToBegin('tulipe', 'tulipe', 2)).toBe(0)
  expect(slipsToBegin('tulpie', 'tulipe', 2)).toBe(1)
  expect(slipsToBegin('tullipe', 'tulipe', 2)).toBe(1)
  expect(slipsToBegin('tuipe', 'tulipe', 2)).toBe(1)
  expect(slipsToBegin('tulixe', 'tulipe', 2)).toBe(1)
  expect(slipsToBegin('txlixe', 'tulipe', 2)).toBe(2)
  expect(slipsToBegin('marc', 'tulipe', 2)).toBe(3)
})

const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 8 })

test('any beginning is reached without a slip, and one letter more costs at most one', () => {
  fc.assert(
    fc.property(anyWord, fc.nat(8), (word, length) => {
      const beginning = word.slice(0, length)
      expect(slipsToBegin(beginning, word, 2)).toBe(0)
      expect(slipsToBegin(`${beginning}z`, word, 2)).toBeLessThanOrEqual(1)
    }),
  )
})

test('beyond what is allowed, how far does not matter', () => {
  fc.assert(
    fc.property(anyWord, anyWord, (text, word) => {
      expect(slipsToBegin(text, word, 1)).toBe(Math.min(2, slipsToBegin(text, word, 20)))
    }),
  )
})

test('between two words, what is missing at the end counts too', () => {
  expect(slipsBetween('tulipe', 'tulipe', 2)).toBe(0)
  expect(slipsBetween('tulip', 'tulipe', 2)).toBe(1)
  expect(slipsBetween('tuli', 'tulipe', 1)).toBe(2)
  expect(slipsBetween('parc', 'marco', 1)).toBe(2)
  expect(slipsToBegin('parc', 'marco', 1)).toBe(1)
  fc.assert(
    fc.property(anyWord, anyWord, (text, word) => {
      expect(slipsBetween(text, word, 20)).toBe(slipsBetween(word, text, 20))
      expect(slipsBetween(text, word, 1)).toBe(Math.min(2, slipsBetween(text, word, 20)))
    }),
  )
})
