import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMask, masked } from './masking.ts'

const usual = { others: [], own: [], hide: [], nobody: [] }
const read = (text: string, masking: Partial<Parameters<typeof createMask>[0]>) => {
  const pieces = createMask({ ...usual, ...masking }).pieces(text)
  return {
    text: masked(pieces),
    doubts: pieces.filter(({ mark }) => mark === 'doubtful').map(({ text }) => text),
  }
}

describe('somebody else in a text', () => {
  test('is masked by each whole name, whatever its accents and case', () => {
    const others = ['Éric', 'Le grand Marc']
    expect(read('ERIC et le grand marc sont là.', { others }).text).toBe(
      '[une autre personne] et [une autre personne] sont là.',
    )
    expect(read('E\u0301ric attend', { others }).text).toBe('[une autre personne] attend')
  })

  test('is not found inside another word', () => {
    expect(read('Une américaine, numérique', { others: ['Éric'] }).text).toBe('Une américaine, numérique')
  })

  test('is not the person herself, even under the same name', () => {
    expect(read('Marie dort ici', { others: ['Marie'], own: ['Marie'] })).toEqual({
      text: 'Marie dort ici',
      doubts: [],
    })
  })

  test('may be in a part of a name, or a slip away: somebody must say', () => {
    const others = ['Le grand Marc', 'Josiane']
    const text = 'Marc attend Josianne près du grand escalier.'
    expect(read(text, { others })).toEqual({ text, doubts: ['Marc', 'Josianne'] })
    expect(read(text, { others, nobody: ['josianne'], hide: ['Marc'] })).toEqual({
      text: '[masqué] attend Josianne près du grand escalier.',
      doubts: [],
    })
  })

  test('hides what the worker adds, wherever it is', () => {
    expect(read('au 12, rue des Pins, chez sa tante', { hide: ['rue des pins'] }).text).toBe(
      'au 12, [masqué], chez sa tante',
    )
  })
})

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'é', 'À', 'z', 'Z'),
  minLength: 1,
  maxLength: 6,
})
const text = fc
  .array(fc.oneof(word, fc.constantFrom(' ', ', ', '\n', '👩‍🦳', 'İ', 'ﬁ')), { maxLength: 20 })
  .map((parts) => parts.join(''))

test('the pieces are the text, and no whole name of another is left in what is given', () => {
  fc.assert(
    fc.property(text, fc.array(word, { maxLength: 4 }), (text, others) => {
      const mask = createMask({ ...usual, others })
      const pieces = mask.pieces(text)
      expect(pieces.map(({ text }) => text).join('')).toBe(text)
      const given = pieces.filter(({ mark }) => mark !== 'another').map(({ text }) => text)
      for (const piece of given)
        expect(
          mask.pieces(piece).filter(({ mark, text: name }) => mark === 'another' && name === piece),
        ).toEqual([])
    }),
  )
})
