import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'
import { fold } from './folding.ts'

const marks = { before: '\u0002', after: '\u0003' }
const plain = (excerpt: string) => excerpt.replaceAll(marks.before, '').replaceAll(marks.after, '')
const marked = (excerpt: string) =>
  excerpt
    .split(marks.before)
    .slice(1)
    .map((rest) => rest.split(marks.after)[0])

test('a short text is said whole, what begins with a sought word marked', () => {
  expect(excerptOf(['Élève en pause,\nélevée.'], ['eleve'])).toBe(
    '\u0002Élève\u0003 en pause, · \u0002élevée\u0003.',
  )
  expect(excerptOf(['relève'], ['eleve'])).toBe('relève')
  expect(excerptOf([''], ['eleve'])).toBe('')
})

test('the words marked are those that begin with a sought word once folded, whatever their first letter is', () => {
  const words = [
    'Istanbul',
    'İstanbul',
    'œuvre',
    'OEUVRE',
    'Æther',
    'e\u0301lan',
    '\u0301a',
    '\u212aelvin',
    'ßa',
    'mot',
    '𝒜b',
  ]
  const sought = ['istan', 'oeu', 'ae', 'elan', 'a', 'kel', 'ß', 'm', '𝒜'].map(fold)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), fc.subarray(sought), (said, some) => {
      const begins = (word: string) => some.some((one) => fold(word).startsWith(one))
      expect(marked(excerptOf([said.join(' ')], some))).toEqual(said.filter(begins))
    }),
  )
})

test('of a long text, the passage with the most of what is sought, in its middle', () => {
  const filler = 'mot '.repeat(40)
  const text = `${filler}clé ${filler}clé perdue ${filler}`
  const excerpt = excerptOf([text], ['cle', 'perdu'])
  expect(marked(excerpt)).toEqual(['clé', 'perdue'])
  expect(plain(excerpt)).toBe(`…${'mot '.repeat(7)}clé perdue ${'mot '.repeat(7).trim()}…`)
})

test('of several texts, the one that says most', () => {
  expect(excerptOf(['Zoé', 'rencontrée au parc', 'un parc, un café'], ['parc', 'cafe'])).toBe(
    'un \u0002parc\u0003, un \u0002café\u0003',
  )
})

test('an excerpt is a piece of its text, with nothing but marks added', () => {
  const anyText = fc.array(fc.oneof(fc.constantFrom('clé', 'Clef', 'mot', '…', '\n', ' '), fc.string()), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(anyText, (pieces) => {
      const text = plain(pieces.join(' '))
      const piece = plain(excerptOf([text], ['cle']))
        .replace(/^…/, '')
        .replace(/…$/, '')
      expect(text.replaceAll('\n', ' · ')).toContain(piece)
    }),
  )
})
