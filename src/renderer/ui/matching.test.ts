import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matching } from './matching.ts'

const labelled = (...labels: string[]) => labels.map((label) => ({ label }))
const found = (query: string, ...labels: string[]) =>
  matching(labelled(...labels), query).map(({ label }) => label)

test('accents, case and typographic apostrophes do not count', () => {
  expect(found('eric', 'Momo', 'Éric à la guitare')).toEqual(['Éric à la guitare'])
  expect(found("l'ho", 'Bureau de l’hôpital')).toEqual(['Bureau de l’hôpital'])
  expect(found('coeur', 'Cœur')).toEqual(['Cœur'])
})

test('beginnings come first, then beginnings of words, then the rest', () => {
  expect(found('lo', 'Velours', 'Dépôt de logement', 'Alouette', 'Logement')).toEqual([
    'Logement',
    'Dépôt de logement',
    'Velours',
    'Alouette',
  ])
})

test('nothing typed keeps everything, in order', () => {
  expect(found('  ', 'b', 'a')).toEqual(['b', 'a'])
})

test('any label is found by itself', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(matching([{ label: text }], text)).toHaveLength(1)
    }),
  )
})
