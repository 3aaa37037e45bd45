import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { createTestCaseload, type TestCaseload } from '../../../engine/testing/caseload.ts'
import { failed } from '../../result.ts'
import { code as codeShape } from '../fields.ts'
import { codeFor, isValidOn, labelOn, listValue, type ListValueFields } from '../lists.ts'
import { listFilters, removeFilter, saveFilter } from './filters.ts'
import { listValues, reorderList, retireListValue, saveListValue } from './lists.ts'

let caseload: TestCaseload
beforeEach(async () => {
  caseload = await createTestCaseload()
})

const save = (fields: Partial<ListValueFields>) =>
  caseload.write((writer, context) =>
    saveListValue(
      writer,
      { list: 'place', label: { fr: 'Cour', en: 'Yard' }, group: null, ...fields },
      context,
    ),
  )
const place = (code: string) => listValues(caseload.store, 'place').find((value) => value.code === code)

test('a new value goes last, from today, under a code of its own made from its label', () => {
  expect(save({ label: { fr: 'Café d’à côté', en: 'Café' } })).toMatchObject({
    value: { code: 'cafe-d-a-cote' },
  })
  expect(save({ label: { fr: 'Café d’à côté !', en: 'Café' } })).toMatchObject({
    value: { code: 'cafe-d-a-cote-2' },
  })
  expect(listValues(caseload.store, 'place').at(-2)).toMatchObject({
    code: 'cafe-d-a-cote',
    validFrom: '2026-11-24',
    validTo: null,
  })
  save({ label: { fr: 'Parc', en: 'Park' }, from: '2026-01-01' })
  expect(place('parc')).toMatchObject({ validFrom: '2026-01-01' })
})

test('any label makes a code the records accept, and no code is made twice', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 12 }), (labels) => {
      const codes: string[] = []
      for (const label of labels) codes.push(codeFor(label, codes))
      for (const made of codes) expect(codeShape.safeParse(made).success).toBe(true)
      expect(new Set(codes).size).toBe(codes.length)
    }),
  )
})

test('a renamed value keeps its code, and the label it had for the days before', () => {
  save({ code: 'hall', label: { fr: 'Grand hall', en: 'Main hall' } })
  caseload.context.now = '2026-12-01T10:00'
  save({ code: 'hall', label: { fr: 'Foyer', en: 'Foyer' } })
  save({ code: 'hall', label: { fr: 'Le foyer', en: 'Foyer' } })
  const hall = place('hall')
  if (!hall) throw new Error('no hall')
  expect(listValue.parse(hall).label.fr).toBe('Le foyer')
  const days = ['2019-01-01', '2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01']
  expect(days.map((day) => labelOn(hall, day).fr)).toEqual([
    'Hall',
    'Hall',
    'Grand hall',
    'Grand hall',
    'Le foyer',
  ])
  for (let count = 0; count < 3; count++) caseload.history.undo()
  expect(place('hall')).toMatchObject({ label: { fr: 'Hall' }, labels: [{ fr: 'Hall' }] })
})

test('a retired value cannot be chosen after its last day; its retirement can be taken back', () => {
  const retire = (code: string, on: string | null) =>
    caseload.write((writer) => retireListValue(writer, { list: 'place', code, on }))
  expect(retire('hall', '2026-11-30').ok).toBe(true)
  const hall = place('hall')
  if (!hall) throw new Error('no hall')
  expect(['2026-11-30', '2026-12-01'].map((day) => isValidOn(hall, day))).toEqual([true, false])
  expect(retire('hall', '2019-12-31')).toEqual(failed('period-reversed'))
  retire('hall', null)
  expect(place('hall')).toMatchObject({ validTo: null })
  const needed = { list: 'bondStage' as const, code: 'exploration', on: '2026-11-30' }
  expect(caseload.write((writer) => retireListValue(writer, needed))).toEqual(failed('value-needed'))
})

test('two values are never chosen on one day under one name', () => {
  const retire = (code: string, on: string | null) =>
    caseload.write((writer) => retireListValue(writer, { list: 'place', code, on }))
  const twin = { label: { fr: 'Hâll', en: 'Lobby' } }
  expect(save(twin)).toEqual(failed('already-named'))
  expect(save({ code: 'telephone', ...twin })).toEqual(failed('already-named'))
  expect(save({ code: 'hall', ...twin }).ok).toBe(true)
  // another list, and days after the first is retired
  expect(save({ list: 'sector', ...twin }).ok).toBe(true)
  retire('hall', '2026-11-23')
  expect(save({ ...twin, from: '2026-11-23' })).toEqual(failed('already-named'))
  expect(save({ ...twin, from: '2026-11-24' })).toMatchObject({ value: { code: 'hall-2' } })
  // its name is another's now
  expect(retire('hall', null)).toEqual(failed('already-named'))
  expect(retire('hall', '2026-11-24')).toEqual(failed('already-named'))
  expect(retire('hall', '2026-11-20').ok).toBe(true)
  expect(retire('hall', '2026-11-23').ok).toBe(true)
  save({ code: 'hall-2', label: { fr: 'Entrée', en: 'Entrance' } })
  expect(retire('hall', null).ok).toBe(true)
})

test('a theme goes into a group that exists', () => {
  const theme = { list: 'theme' as const, label: { fr: 'Transport', en: 'Transport' } }
  expect(save({ ...theme, group: 'nowhere' })).toEqual(failed('not-found'))
  expect(save({ ...theme, group: 'living-conditions' })).toMatchObject({ value: { code: 'transport' } })
})

test('those named come first in their order, the others keep theirs', () => {
  const before = listValues(caseload.store, 'place').map(({ code }) => code)
  caseload.done((writer) => reorderList(writer, { list: 'place', codes: ['telephone', 'downtown'] }))
  const after = listValues(caseload.store, 'place').map(({ code }) => code)
  const others = before.filter((code) => code !== 'telephone' && code !== 'downtown')
  expect(after).toEqual(['telephone', 'downtown', ...others])
})

test('filters are kept by name, accents aside, and go', () => {
  const keep = (name: string) =>
    caseload.done((writer, context) =>
      saveFilter(writer, { list: 'people', name, filter: { notSeenSince: '2026-10-01' } }, context),
    ).id
  const [zone, spring] = [keep('Zone'), keep('Été')]
  expect(listFilters(caseload.store)).toEqual([
    { id: spring, list: 'people', name: 'Été', filter: { notSeenSince: '2026-10-01' } },
    { id: zone, list: 'people', name: 'Zone', filter: { notSeenSince: '2026-10-01' } },
  ])
  caseload.done((writer) => removeFilter(writer, zone))
  expect(listFilters(caseload.store)).toHaveLength(1)
})
