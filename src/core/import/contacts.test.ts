import { describe, expect, test } from 'vitest'
import lists from '../../../resources/default-lists.json' with { type: 'json' }
import { contactFields } from '../caseload/contact.ts'
import { defaultListValues, defaultLists } from '../caseload/lists.ts'
import { finish } from '../steps.ts'
import { codeMatcher } from './codes.ts'
import { newAliases, planContacts, type KnownContacts } from './contacts.ts'
import { guessMapping } from './headings.ts'
import type { ImportTable, Mapping, Outcome } from './mapping.ts'

const values = defaultListValues(defaultLists.parse(lists))
const known: KnownContacts = {
  now: '2026-11-24T10:00',
  mandateStartsOn: null,
  codes: codeMatcher(values),
  people: [],
  contacts: [],
}

/** A table whose headings are the keys, as a notebook would write them. */
function tableOf(...rows: Record<string, string>[]): ImportTable {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return {
    headings,
    rows: rows.map((row, at) => ({ line: at + 2, cells: headings.map((heading) => row[heading] ?? '') })),
  }
}
const row = { Date: '20/11/2026', Qui: 'Momo', Type: 'Écoute', Lieu: 'Hall', Axe: 'help-relationship' }

function plan(table: ImportTable, instead: Partial<KnownContacts> = {}, mapping?: Mapping) {
  return finish(planContacts(table, mapping ?? guessMapping('contacts', table), { ...known, ...instead }))
}
const outcomes = (...args: Parameters<typeof plan>) =>
  plan(...args).rows.map(({ outcome }) => {
    // what is added by an import is what a form could have saved
    if (outcome.type === 'add') contactFields.parse({ ...outcome.record.fields, personIds: [] })
    return outcome
  })
const reasons = (outcome: Outcome<unknown> | undefined) =>
  outcome?.type === 'refused'
    ? outcome.refusals.map(({ field, reason }) => `${field}: ${reason}`)
    : outcome?.type

test('a row becomes the contact it tells', () => {
  const table = tableOf({
    ...row,
    Heure: '14 h 30',
    Qui: 'Casquette rouge; Momo; +2',
    Type: 'Écoute, soutien',
    Thèmes: 'itinérance; Logement',
    Lieu: 'Centre-ville, rue',
    Durée: '1 h 15',
    Crise: 'Éviction',
    Dépannage: '2 bas; produits d’hygiène',
    Notes: '  Cherche un toit.\nReviendra. ',
  })
  expect(outcomes(table)).toEqual([
    {
      type: 'add',
      record: {
        people: ['Casquette rouge', 'Momo'],
        fields: {
          at: '2026-11-20T14:30',
          unidentifiedCount: 2,
          kinds: ['listening', 'support'],
          themes: ['homelessness', 'housing'],
          place: 'downtown',
          durationMinutes: 75,
          mandateAxis: 'help-relationship',
          initiative: null,
          crisis: 'eviction',
          aidGiven: [
            { item: 'socks', quantity: 2 },
            { item: 'hygiene-products', quantity: 1 },
          ],
          note: 'Cherche un toit.\nReviendra.',
          noteSealed: false,
          incomplete: false,
        },
      },
    },
  ])
})

test('a row without an hour is of noon, or of the first minute of a day whose noon is yet to come', () => {
  const [earlier, today] = outcomes(tableOf(row, { ...row, Date: '2026-11-24' }))
  expect(earlier).toMatchObject({ record: { fields: { at: '2026-11-20T12:00' } } })
  expect(today).toMatchObject({ record: { fields: { at: '2026-11-24T00:00' } } })
})

describe('a row is refused', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['without a date', { Date: '' }, ['date: missing-value']],
    ['of an unreadable date', { Date: '31/02/2026' }, ['date: bad-date']],
    ['of an unreadable hour', { Heure: 'tantôt' }, ['time: bad-time']],
    ['of tomorrow', { Date: '25/11/2026' }, ['date: in-the-future']],
    [
      'of a day before the lists began',
      { Date: '2019-05-01' },
      ['kinds: not-valid-then', 'place: not-valid-then', 'mandateAxis: not-valid-then'],
    ],
    ['without a kind', { Type: '' }, ['kinds: missing-value']],
    [
      'without a place or an axis',
      { Lieu: '', Axe: '' },
      ['place: missing-value', 'mandateAxis: missing-value'],
    ],
    ['of an unknown kind', { Type: 'Ecoutte' }, ['kinds: unknown-value']],
    ['of two places', { Lieu: 'Hall; Téléphone' }, ['place: too-many']],
    ['without anybody met', { Qui: '' }, ['people: nobody-met']],
    ['with too long an alias', { Qui: 'x'.repeat(201) }, ['people: too-long']],
    [
      'with 51 people',
      { Qui: Array.from({ length: 51 }, (_, at) => `P${at}`).join(';') },
      ['people: too-many'],
    ],
    ['with too many unidentified', { Qui: '+150', Anonymes: '51' }, ['unidentifiedCount: too-many']],
    ['of an unreadable count', { Anonymes: 'plusieurs' }, ['unidentifiedCount: bad-number']],
    ['of an unreadable duration', { Durée: 'longtemps' }, ['durationMinutes: bad-duration']],
    ['with no quantity of something', { Dépannage: '0 bas' }, ['aidGiven: bad-number']],
    ['with too long a note', { Notes: 'x'.repeat(50_001) }, ['note: too-long']],
  ])('%s', (_, changed, expected) => {
    expect(reasons(outcomes(tableOf({ ...row, ...changed }))[0])).toEqual(expected)
  })

  test('with every reason at once, the value and the nearest one', () => {
    expect(outcomes(tableOf({ ...row, Type: 'Ecoutte', Lieu: 'Lune', Durée: 'x'.repeat(300) }))).toEqual([
      {
        type: 'refused',
        refusals: [
          { reason: 'unknown-value', field: 'kinds', value: 'Ecoutte', suggestion: 'Écoute' },
          { reason: 'unknown-value', field: 'place', value: 'Lune', suggestion: null },
          { reason: 'bad-duration', field: 'durationMinutes', value: `${'x'.repeat(80)}…`, suggestion: null },
        ],
      },
    ])
  })

  test('for a formula where it is read, and nowhere else', () => {
    const table = tableOf({ ...row, Total: '3' })
    const formulaAt = (column: number) => ({
      ...table,
      rows: table.rows.map((each) => ({ ...each, formulas: [column] })),
    })
    expect(reasons(outcomes(formulaAt(1))[0])).toEqual(['people: formula'])
    expect(reasons(outcomes(formulaAt(5))[0])).toBe('add')
  })

  test('before the mandate began', () => {
    expect(reasons(outcomes(tableOf(row), { mandateStartsOn: '2026-11-21' })[0])).toEqual([
      'date: before-mandate',
    ])
    expect(reasons(outcomes(tableOf(row), { mandateStartsOn: '2026-11-20' })[0])).toBe('add')
  })

  test('when two persons have the alias', () => {
    const people = [
      { id: 'a', aliases: ['Marc', 'Momo'] },
      { id: 'b', aliases: ['MÔMO'] },
    ]
    expect(reasons(outcomes(tableOf(row), { people })[0])).toEqual(['people: ambiguous-person'])
  })
})

test('a text may stand for a column, on every row', () => {
  const table = tableOf({ Date: '2026-11-20', Qui: 'Momo' })
  const mapping: Mapping = {
    dateOrder: 'day-first',
    fields: {
      date: { column: 0 },
      people: { column: 1 },
      kinds: { value: 'listening' },
      place: { value: 'hall' },
      mandateAxis: { value: 'help-relationship' },
    },
  }
  expect(reasons(outcomes(table, {}, mapping)[0])).toBe('add')
})

test('persons are found by any alias, accents, case and apostrophes ignored, or created once', () => {
  const people = [{ id: 'a', aliases: ['Le grand Marc', 'Éloi', 'L’ours'] }]
  const planned = plan(tableOf(row, { ...row, Qui: "eloi; momo; LÉA; L'Ours" }), { people })
  expect([...newAliases(planned, people).values()]).toEqual(['Momo', 'LÉA'])
})

test('what is there already is told, as many times as it is there', () => {
  const people = [{ id: 'a', aliases: ['Momo'] }]
  const [first] = plan(tableOf(row), { people }).rows
  if (first?.outcome.type !== 'add') throw new Error('not to add')
  const contacts = [{ ...first.outcome.record.fields, personIds: ['a'] }]
  expect(outcomes(tableOf(row, row), { people, contacts: [contacts] }).map(({ type }) => type)).toEqual([
    'present',
    'add',
  ])
})

describe('a mapping is guessed', () => {
  const guess = (...headings: string[]) => guessMapping('contacts', { headings, rows: [] }).fields
  test('from French headings', () => {
    expect(
      guess(
        'Heure de début',
        'Date',
        'Personnes rencontrées',
        'Type d’intervention',
        'Thème(s)',
        'DURÉE (min)',
      ),
    ).toEqual({
      time: { column: 0 },
      date: { column: 1 },
      people: { column: 2 },
      kinds: { column: 3 },
      themes: { column: 4 },
      durationMinutes: { column: 5 },
    })
  })
  test('from English ones', () => {
    expect(guess('Who', 'Day', 'Notes', 'Length', 'Place')).toEqual({
      people: { column: 0 },
      date: { column: 1 },
      note: { column: 2 },
      durationMinutes: { column: 3 },
      place: { column: 4 },
    })
  })
  test('from its own field names, and from nothing it does not know', () => {
    expect(guess('mandateAxis', 'aidGiven', 'unidentifiedCount', '__proto__', 'constructor', '')).toEqual({
      mandateAxis: { column: 0 },
      aidGiven: { column: 1 },
      unidentifiedCount: { column: 2 },
    })
  })
  test('each column for one field only', () => {
    const fields = guess('Date', 'Date', 'Date de naissance')
    expect(fields).toEqual({ date: { column: 0 } })
  })
})

test('a row of today without an hour is the same contact before noon, after it and the next day', () => {
  const table = tableOf({ ...row, Date: '2026-11-24' }, { ...row, Date: '2026-11-24' })
  const imported = outcomes(table).map((outcome) => ({
    at: outcome.type === 'add' ? outcome.record.fields.at : '',
    note: '',
    unidentifiedCount: 0,
    personIds: ['momo'],
  }))
  const people = [{ id: 'momo', aliases: ['Momo'] }]
  for (const now of ['2026-11-24T10:05', '2026-11-24T15:00', '2026-11-25T09:00']) {
    const again = outcomes(table, { now, people, contacts: [imported] })
    expect(again.map(({ type }) => type)).toEqual(['present', 'present'])
  }
})

test('of two values of one name, a row means the one of its day', () => {
  const hall = values.find(({ list, code }) => list === 'place' && code === 'hall')
  if (!hall) throw new Error('no hall')
  const others = values.filter((value) => value !== hall)
  const named = (fr: string, from: string) => ({ from, fr, en: fr })
  const next = { ...hall, code: 'hall-2', validFrom: '2026-11-15', labels: [named('Hall', '2026-11-15')] }
  const placeOn = (date: string, first: typeof hall) => {
    const codes = codeMatcher([first, ...others, next])
    const [outcome] = outcomes(tableOf({ ...row, Date: date }), { codes })
    return outcome?.type === 'add' ? outcome.record.fields.place : reasons(outcome)
  }
  const retired = { ...hall, validTo: '2026-11-14' }
  const renamed = {
    ...hall,
    label: named('Entrée', '2026-11-15'),
    labels: [...hall.labels, named('Entrée', '2026-11-15')],
  }
  for (const first of [retired, renamed]) {
    expect(placeOn('2026-11-14', first)).toBe('hall')
    expect(placeOn('2026-11-15', first)).toBe('hall-2')
  }
})
