import { expect, test } from 'vitest'
import { ear } from '../../engine/adapters/ear.ts'
import { finish } from '../steps.ts'
import { findDuplicates } from './duplicates.ts'

const pairsOf = (...aliases: string[]) =>
  finish(
    findDuplicates(
      aliases.map((text, at) => ({ id: `p${at}`, alias: text.split('\n')[0] ?? '', aliases: text })),
      ear,
    ),
  )
const reasonFor = (one: string, other: string) => pairsOf(one, other)[0]?.reason ?? null

test('the same alias, whatever its accents, article, title or order', () => {
  expect(reasonFor('Éric', 'ERIC')).toBe('same-alias')
  expect(reasonFor('Le grand Marc', 'Marc le Grand')).toBe('same-alias')
  expect(reasonFor('Mme Tulipe', 'tulipe')).toBe('same-alias')
  expect(reasonFor('L’aînée', 'Aînée')).toBe('same-alias')
})

test('the same sound in French', () => {
  for (const [one, other] of [
    ['Philippe', 'Filip'],
    ['Kathy', 'Cathy'],
    ['Gauthier', 'Gotier'],
  ] as const) {
    expect([one, reasonFor(one, other)]).toEqual([one, 'same-sound'])
  }
})

test('a slip of the finger in a long enough word', () => {
  expect(reasonFor('Marc', 'Mark')).toBe('near-spelling')
  expect(reasonFor('Tulipe bleue', 'Tulpie bleue')).toBe('near-spelling')
  expect(reasonFor('Ana', 'Ami')).toBeNull()
})

test('nicknames that only begin alike are not one person', () => {
  expect(reasonFor('Le gars au manteau bleu', 'Le gars au manteau brun')).toBeNull()
  expect(reasonFor('Manteau bleu', 'Manteau bleu 2')).toBeNull()
  expect(reasonFor('Manteau 12', 'Manteau 21')).toBeNull()
  expect(reasonFor('الجدة', '김민준')).toBeNull()
  expect(reasonFor('😀', '🦊')).toBeNull()
})

test('any alias counts, a pair is told once, with what made it; the likeliest come first', () => {
  expect(pairsOf('Le poète\nÉrik', 'Eric\nLe poète', 'Erick', 'Mona')).toEqual([
    {
      one: { id: 'p0', alias: 'Le poète' },
      other: { id: 'p1', alias: 'Eric' },
      reason: 'same-alias',
      aliases: ['Le poète', 'Le poète'],
      score: 1,
    },
    expect.objectContaining({ one: { id: 'p0', alias: 'Le poète' }, other: { id: 'p2', alias: 'Erick' } }),
    expect.objectContaining({ one: { id: 'p1', alias: 'Eric' }, other: { id: 'p2', alias: 'Erick' } }),
  ])
  expect(pairsOf('Zoé\nZoë', 'Mona')).toEqual([])
})
