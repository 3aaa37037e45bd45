import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { prepared } from './prepared.ts'
import { query } from './tables.ts'

test('each value goes where it went when the text was written, as often as it went there; the others stay', () => {
  let written = 0
  const between = prepared(2, (from: string, to: string) => {
    written++
    return query
      .selectFrom('contact')
      .select('id')
      .where('at', '<=', to)
      .where('place', '=', 'hall')
      .where((eb) => eb.or([eb('at', '>=', from), eb('id', '=', from)]))
      .compile()
  })
  const asWritten = query
    .selectFrom('contact')
    .select('id')
    .where('at', '<=', 'b')
    .where('place', '=', 'hall')
    .where((eb) => eb.or([eb('at', '>=', 'a'), eb('id', '=', 'a')]))
    .compile()
  expect(between('a', 'b')).toMatchObject({ sql: asWritten.sql, parameters: asWritten.parameters })
  expect(between('c', 'd').parameters).toEqual(['d', 'hall', 'c', 'c'])
  expect(written).toBe(1)
})

test('so do the values of a tagged text', () => {
  const named = prepared(1, (id: string) =>
    sql`select alias from person where id = ${id} limit ${1}`.compile(query),
  )
  expect(named('x')).toMatchObject({
    sql: 'select alias from person where id = ? limit ?',
    parameters: ['x', 1],
  })
})
