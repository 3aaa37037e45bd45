import { expect, test } from 'vitest'
import type { ListValue } from '#core/caseload/lists'
import { inSentence, listsOn } from './list-values.ts'

const hall: ListValue = {
  list: 'place',
  code: 'hall',
  label: { fr: 'Atrium', en: 'Atrium' },
  labels: [
    { from: '2024-01-01', fr: 'Hall', en: 'Hall' },
    { from: '2026-03-01', fr: 'Atrium', en: 'Atrium' },
  ],
  group: null,
  position: 1,
  validFrom: '2024-01-01',
  validTo: null,
}
const annex: ListValue = {
  ...hall,
  code: 'annex',
  label: { fr: 'Annexe', en: 'Annex' },
  labels: [{ from: '2024-01-01', fr: 'Annexe', en: 'Annex' }],
  position: 0,
  validTo: '2025-12-31',
}
const lists = listsOn([hall, annex], '2026-11-24', 'fr')

test('a record keeps the label of its day, by day or by minute', () => {
  expect(lists.label('place', 'hall')).toBe('Atrium')
  expect(lists.on('2026-02-28').label('place', 'hall')).toBe('Hall')
  expect(lists.on('2026-03-01T09:00').label('place', 'hall')).toBe('Atrium')
})

test('what may be chosen depends on the day; a retired value stays where it was chosen', () => {
  expect(lists.options('place').map(({ key }) => key)).toEqual(['hall'])
  expect(lists.options('place', ['annex']).map(({ key }) => key)).toEqual(['annex', 'hall'])
  expect(lists.on('2025-12-31').options('place')).toEqual([
    { key: 'annex', label: 'Annexe' },
    { key: 'hall', label: 'Hall' },
  ])
})

test('labels are those of the language asked; a code without a label reads as nothing', () => {
  expect(listsOn([annex], '2025-01-01', 'en').label('place', 'annex')).toBe('Annex')
  expect(lists.label('theme', 'hall')).toBe('')
})

test('inside a sentence only an acronym keeps its capital', () => {
  expect(inSentence('Logement')).toBe('logement')
  expect(inSentence('ITSS')).toBe('ITSS')
})
