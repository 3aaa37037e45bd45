import { describe, expect, test } from 'vitest'
import lists from '../../../resources/default-lists.json' with { type: 'json' }
import { defaultListValues, defaultLists } from '../caseload/lists.ts'
import { codeMatcher, splitValues } from './codes.ts'
import { guessDateOrder, parseDate, parseTime } from './dates.ts'
import { parsePeople } from './people.ts'
import { parseCount, parseDuration, splitQuantity } from './quantities.ts'

describe('a date', () => {
  test.each([
    ['2026-11-24', '2026-11-24', null],
    ['2026/11/4', '2026-11-04', null],
    ['2026.11.24', '2026-11-24', null],
    ['24/11/2026', '2026-11-24', null],
    ['3-4-2026', '2026-04-03', null],
    ['2026-11-24 14:30', '2026-11-24', '14:30'],
    ['2026-11-24T14:30:00', '2026-11-24', '14:30'],
    ['2026-11-24T14:30:00.000Z', '2026-11-24', '14:30'],
    ['24/11/2026, 14 h 05', '2026-11-24', '14:05'],
    ['24 novembre 2026', '2026-11-24', null],
    ['24 nov. 2026 à 9h', '2026-11-24', '09:00'],
    ['1er mars 2026', '2026-03-01', null],
    ['Mardi 24 novembre 2026', '2026-11-24', null],
    ['mardi, 3 mars 2026', '2026-03-03', null],
    ['mar. 24 nov. 2026', '2026-11-24', null],
    ['mar. 1ᵉʳ déc. 2026 à 14 h 05', '2026-12-01', '14:05'],
    ['le 24 novembre 2026', '2026-11-24', null],
    ['mardi le 24 nov. 2026', '2026-11-24', null],
    ['Tue, Nov 24, 2026', '2026-11-24', null],
    ['mar. 24, 2026', '2026-03-24', null],
    ['15 AOÛT 2026', '2026-08-15', null],
    ['15 août 2026', '2026-08-15', null],
    ['Mar 3, 2026', '2026-03-03', null],
    ['November 24, 2026 at 2:30 pm', '2026-11-24', '14:30'],
    ['24 Nov 2026', '2026-11-24', null],
    ['29 février 2024', '2024-02-29', null],
  ])('« %s » is %s %s', (text, day, time) => {
    expect(parseDate(text, 'day-first')).toEqual({ day, time })
  })

  test.each([
    '',
    'hier',
    '2026',
    '24/11/26',
    '31/02/2026',
    '2025-02-29',
    '13/13/2026',
    '11/24/2026',
    '0/1/2026',
    '24 brumaire 2026',
    '2026-11-24 25:00',
    '2026-11-24 plus tard',
    '2026-11-244',
    '46346',
  ])('« %s » is none', (text) => {
    expect(parseDate(text, 'day-first')).toBeNull()
  })

  test('reads month first where the column does', () => {
    expect(parseDate('11/24/2026', 'month-first')).toEqual({ day: '2026-11-24', time: null })
    expect(guessDateOrder(['03/04/2026', '11/24/2026'])).toBe('month-first')
    expect(guessDateOrder(['03/04/2026', '24/11/2026'])).toBe('day-first')
    expect(guessDateOrder(['03/04/2026', '', '2026-11-24'])).toBe('day-first')
    expect(guessDateOrder(['11/24/2026', '24/11/2026'])).toBe('day-first')
  })
})

test.each([
  ['14:30', '14:30'],
  ['9:05', '09:05'],
  ['14 h 30', '14:30'],
  ['14h', '14:00'],
  ['14:30:59', '14:30'],
  ['2:30 pm', '14:30'],
  ['12 am', '00:00'],
  ['12 p.m.', '12:00'],
  ['24:00', null],
  ['9:75', null],
  ['13 pm', null],
  ['9', null],
  ['midi', null],
])('the hour « %s » is %s', (text, time) => {
  expect(parseTime(text)).toBe(time)
})

test.each([
  ['15', 15],
  ['15 min', 15],
  ['45 minutes', 45],
  ['15.0', 15],
  ['1 h', 60],
  ['1h15', 75],
  ['1 h 15 min', 75],
  ['2 heures', 120],
  ['0:45', 45],
  ['1:15:00', 75],
  ['1,5 h', 90],
  ['0.25 hour', 15],
  ['24 h', 1440],
  ['25 h', null],
  ['-5', null],
  ['1,5', null],
  ['longtemps', null],
  ['15 personnes', null],
])('the duration « %s » is %s minutes', (text, minutes) => {
  expect(parseDuration(text)).toBe(minutes)
})

test.each([
  ['3', 3],
  ['3,0', 3],
  ['0', 0],
  ['201', null],
  ['-1', null],
  ['deux', null],
  ['1e9', null],
])('the count « %s » is %s', (text, count) => {
  expect(parseCount(text, 200)).toBe(count)
})

test.each([
  ['2 bas', 'bas', 2],
  ['2 x bas', 'bas', 2],
  ['bas x 2', 'bas', 2],
  ['bas × 12', 'bas', 12],
  ['bas (3)', 'bas', 3],
  ['bas : 4', 'bas', 4],
  ['sacs de couchage', 'sacs de couchage', 1],
])('« %s » is %s, %i', (text, what, quantity) => {
  expect(splitQuantity(text)).toEqual({ what, quantity })
})

test('people are named one after the other, once each, and counted when nobody can name them', () => {
  expect(parsePeople(' Casquette rouge ; Momo;momo\nLe  grand   Marc | +2; +1 ado ;; MÔMO')).toEqual({
    aliases: ['Casquette rouge', 'Momo', 'Le grand Marc'],
    unidentified: 3,
  })
  expect(parsePeople('Tremblay, Marc')).toEqual({ aliases: ['Tremblay, Marc'], unidentified: 0 })
  expect(parsePeople('')).toEqual({ aliases: [], unidentified: 0 })
})

describe('a value of a list', () => {
  const values = defaultListValues(defaultLists.parse(lists))
  const codes = codeMatcher(values)
  test.each([
    ['écoute', 'listening'],
    ['ECOUTE', 'listening'],
    ['listening', 'listening'],
    ['Listening', 'listening'],
    ['gestion des incivilites', 'incivility-management'],
    ['crisis-management', 'crisis-management'],
  ])('is found by code or label: %s', (text, code) => {
    expect(codes.find('contactKind', text)?.code).toBe(code)
  })

  test('is found whatever its apostrophes, and in its own list alone', () => {
    expect(codes.find('aidItem', "produits d'hygiène")?.code).toBe('hygiene-products')
    expect(codes.find('aidItem', 'écoute')).toBeNull()
    expect(codes.find('theme', '__proto__')).toBeNull()
  })

  test('is found by a label it no longer has', () => {
    const renamed = values.map((value) =>
      value.code === 'listening'
        ? { ...value, labels: [{ from: '2020-01-01', fr: 'Oreille', en: 'Ear' }, ...value.labels] }
        : value,
    )
    expect(codeMatcher(renamed).find('contactKind', 'oreille')?.code).toBe('listening')
  })

  test.each([
    ['ecoutte', 'Écoute'],
    ['Accompagnment', 'Accompagnement'],
    ['médiation familiale', 'Médiation'],
    ['xyz', null],
    ['e', null],
    ['x'.repeat(5000), null],
  ])('unknown, has a near one: %s → %s', (text, label) => {
    expect(codes.suggest('contactKind', text)).toBe(label)
  })

  test('is not cut where its label has a separator', () => {
    const isKnown = (part: string) => ['centre-ville, rue', 'hall', 'rue'].includes(part.toLowerCase())
    expect(splitValues('Centre-ville, rue', isKnown)).toEqual(['Centre-ville, rue'])
    expect(splitValues('Hall; Centre-ville, rue', isKnown)).toEqual(['Hall', 'Centre-ville, rue'])
    expect(splitValues('Hall, rue / ailleurs', isKnown)).toEqual(['Hall', 'rue', 'ailleurs'])
    expect(splitValues('', isKnown)).toEqual([])
  })
})
