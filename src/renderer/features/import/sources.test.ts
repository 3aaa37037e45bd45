import { expect, test } from 'vitest'
import type { Mapping } from '#core/import/mapping'
import { keyOfSource, unusedColumns, withSource } from './sources.ts'

const mapping: Mapping = {
  dateOrder: 'day-first',
  fields: { date: { column: 1 }, place: { value: 'hall' }, note: { column: 3 } },
}

test('a source is a key, and the key the same source', () => {
  for (const source of [{ column: 12 }, { value: 'Centre-ville, rue' }, undefined]) {
    const { fields } = withSource(mapping, 'place', keyOfSource(source))
    expect(fields.place).toEqual(source)
    expect(fields.date).toEqual({ column: 1 })
  }
})

test('columns no field reads are told', () => {
  expect(unusedColumns(mapping, 5)).toEqual([0, 2, 4])
})
