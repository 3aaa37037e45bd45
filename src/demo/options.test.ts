import { expect, test } from 'vitest'
import { parseOptions } from './options.ts'

test('the usual size, where nothing is said', () => {
  expect(parseOptions(['--out', 'dossier'])).toEqual({
    out: 'dossier',
    truth: null,
    seed: 1,
    persons: 82,
    contacts: 251,
    months: 5,
    leave: 0,
    until: '2025-12-31',
  })
})

test('every option is heard', () => {
  const args =
    '--out d --truth t.json --seed 9 --persons 10 --contacts 20 --months 3 --leave 1 --until 2025-12-31'
  expect(parseOptions(args.split(' '))).toEqual({
    out: 'd',
    truth: 't.json',
    seed: 9,
    persons: 10,
    contacts: 20,
    months: 3,
    leave: 1,
    until: '2025-12-31',
  })
})

test.each([
  ['', 'Il faut dire où écrire'],
  ['--out', 'Il manque une valeur après --out'],
  ['--out --seed', 'Il manque une valeur après --out'],
  ['--out d --colour 3', 'Option inconnue\u00A0: --colour'],
  ['d', 'Option inconnue\u00A0: d'],
  ['--out d --seed douze', '--seed attend un nombre entier'],
  ['--out d --contacts 1e3', '--contacts attend un nombre entier'],
  ['--out d --months 0', '--months attend un nombre entier de 1 à 240'],
  ['--out d --persons -1', '--persons attend un nombre entier'],
  ['--out d --until 2026-02-30', '--until attend une date'],
])('« %s » is refused in one French sentence', (args, sentence) => {
  const options = parseOptions(args === '' ? [] : args.split(' '))
  expect('refusal' in options && options.refusal).toContain(sentence)
})
