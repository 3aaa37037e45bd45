import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { entropyFrom, recoveryWordsFrom } from './words.ts'

const entropy = fc.uint8Array({ minLength: 16, maxLength: 16 })
const invalid = { ok: false, failure: 'recovery-words-invalid' }

test('12 words come back as the bytes they hold', () => {
  fc.assert(
    fc.property(entropy, (bytes) => {
      const words = recoveryWordsFrom(bytes)
      expect(words.split(' ')).toHaveLength(12)
      expect(entropyFrom(words)).toEqual({ ok: true, value: bytes })
    }),
  )
})

test('accents, case, composition and spacing do not count', () => {
  const typings = [
    (words: string) => words.normalize('NFD'),
    (words: string) => words.toUpperCase(),
    (words: string) => words.normalize('NFD').replace(/\p{M}/gu, ''),
    (words: string) => `  ${words.replaceAll(' ', ' \n\t\u00a0')} `,
  ]
  fc.assert(
    fc.property(entropy, fc.constantFrom(...typings), (bytes, typing) => {
      expect(entropyFrom(typing(recoveryWordsFrom(bytes)))).toEqual({ ok: true, value: bytes })
    }),
  )
})

test('BIP39’s French words for zeroes', () => {
  const zeroes = `${'abaisser '.repeat(11)}abeille`
  expect(recoveryWordsFrom(new Uint8Array(16))).toBe(zeroes)
})

test.each([
  ['nothing', ''],
  ['eleven words', 'abaisser '.repeat(11)],
  ['thirteen words', `${'abaisser '.repeat(12)}abeille`],
  ['an unknown word', `${'abaisser '.repeat(11)}ornithorynque`],
  ['a wrong checksum', 'abaisser '.repeat(12)],
  ['two words exchanged', 'abaisser '.repeat(10) + 'abeille abaisser'],
])('%s is refused', (_, typed) => {
  expect(entropyFrom(typed)).toEqual(invalid)
})
