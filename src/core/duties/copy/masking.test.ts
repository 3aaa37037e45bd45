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

  test('is masked by her name whatever article it is said with', () => {
    const others = ['Le monsieur au béret', 'Les jumeaux', 'L’étudiante de nuit', 'La voyageuse']
    expect(
      read('Vu avec ce Monsieur au béret ; parlé du monsieur au béret aux jumeaux.', { others }).text,
    ).toBe('Vu avec ce [une autre personne] ; parlé du [une autre personne] [une autre personne].')
    expect(read('Cette étudiante de nuit attend la voyageuse. Un jumeau.', { others }).text).toBe(
      'Cette [une autre personne] attend [une autre personne]. Un jumeau.',
    )
    // her own, even when another has it with an article
    expect(read('monsieur au béret', { others, own: ['Monsieur au béret'] }).text).toBe('monsieur au béret')
  })

  test('is not in a common word that a sentence begins with, be it a part of a name or a slip away', () => {
    const others = ['Deux cafés', 'Monsieur Météo', 'Veste verte', 'Elie', 'Marco']
    const text = 'Deux adresses. Veut revenir. Elle attend au Parc. Monsieur est venu.'
    expect(read(text, { others })).toEqual({ text, doubts: [] })
    expect(read('Météo, Ellie, Marc et Verto.', { others }).doubts).toEqual(['Météo', 'Ellie', 'Marc'])
    expect(read('Anny', { others: ['Annie'] }).doubts).toEqual(['Anny'])
    expect(read('Les deux cafés, Deux Cafés', { others }).text).toBe(
      'Les [une autre personne], [une autre personne]',
    )
  })

  test('is in a given name that is a word too, and in any word at all where nothing may be missed', () => {
    expect(read('Grâce veut partir', { others: ['Grâce Mukendi'] }).doubts).toEqual(['Grâce'])
    expect(read('Deux adresses', { others: ['Deux cafés'], common: new Set() }).doubts).toEqual(['Deux'])
  })

  test('whatever the apostrophe or the ligature', () => {
    for (const [alias, note] of [
      ['Sœur Anne', 'vu SOEUR ANNE hier'],
      ["L'Ours", 'vu l’ours hier'],
      ['L’Ours', "vu l'ours hier"],
    ] as const)
      expect(read(note, { others: [alias] }).text).toBe('vu [une autre personne] hier')
  })

  test('whatever parts the words of the name, and whatever else is beside it', () => {
    for (const [alias, note] of [
      ['Ti-Guy', 'vu ti guy hier'],
      ['ti guy', 'vu Ti‑Guy hier'],
      ['Le grand Marc', 'vu le  grand\nMarc hier'],
      ['le grand Marc', 'vu grand\u00a0\u202fMarc hier'],
      ['marco 🎸', 'vu marco hier'],
      ['« la puce »', 'vu la puce hier'],
      ['Éloi', 'vu É\u200blo\u00adi hier'],
    ] as const)
      expect(read(note, { others: [alias] }).text).toMatch(/^vu (le )?\[une autre personne\] hier$/u)
    expect(read('Elle a parlé de lui.', { others: ['lui ❤️', 'A.'] }).text).toBe('Elle a parlé de lui.')
    expect(read('Sans -- rien -- à masquer', { others: ['Éloi'] }).text).toBe('Sans -- rien -- à masquer')
  })

  test('may be in a part of a name typed without its capitals, unless it only describes somebody', () => {
    const others = ['marco 🎸', 'marie tremblay', 'la dame au chariot']
    expect(read('Les Marcos chez Tremblay. Dame sortie.', { others }).doubts).toEqual(['Marcos', 'Tremblay'])
  })

  test('is masked once, where a part of her name is hidden besides, or stands in what is hidden', () => {
    const others = ['Zéphirine Tilleul']
    const text = 'Zéphirine dort chez Zéphirine Tilleul.'
    expect(read(text, { others, hide: ['Zéphirine'] }).text).toBe('[masqué] dort chez [une autre personne].')
    expect(read(text, { others, hide: ['Zéphirine', 'chez Zéphirine Tilleul'] }).text).toBe(
      '[masqué] dort [masqué].',
    )
  })

  test('hides what the worker adds, wherever it is', () => {
    expect(read('au 12, rue des Pins, chez sa tante', { hide: ['rue des pins'] }).text).toBe(
      'au 12, [masqué], chez sa tante',
    )
    expect(read('son cœur', { hide: ['co'] }).text).toBe('son [masqué]ur')
  })
})

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'é', 'À', 'z', 'Z'),
  minLength: 1,
  maxLength: 6,
})
const text = fc
  .array(fc.oneof(word, fc.constantFrom(' ', ', ', '\n', '👩‍🦳', 'İ', 'ﬁ', 'œ')), { maxLength: 20 })
  .map((parts) => parts.join(''))

test('the pieces are the text, and no whole name of another is left in what is given', () => {
  fc.assert(
    fc.property(text, fc.array(word, { maxLength: 4 }), (text, others) => {
      const mask = createMask({ ...usual, others })
      const pieces = mask.pieces(text)
      expect(pieces.map(({ text }) => text).join('')).toBe(text)
      // what is in doubt is given only once somebody said so: « vuMarco » has a capital inside a word
      const given = pieces.filter(({ mark }) => mark === 'plain').map(({ text }) => text)
      for (const piece of given)
        expect(
          mask.pieces(piece).filter(({ mark, text: name }) => mark === 'another' && name === piece),
        ).toEqual([])
    }),
  )
})
