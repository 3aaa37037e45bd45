import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decodeTransaction,
  growingTransaction,
  refuseIfUnrepeatable,
  toSqlValue,
  TransactionTooLarge,
} from './statements.ts'

const value = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.constant('\ufeffavec marque'),
  fc.uint8Array(),
)
const transaction = fc.record({
  savedAt: fc.constant('2026-11-24T14:32'),
  statements: fc.array(fc.record({ sql: fc.string({ unit: 'binary' }), parameters: fc.array(value) })),
})

test('a transaction is read back as it was', () => {
  fc.assert(
    fc.property(transaction, (saved) => {
      const growing = growingTransaction()
      for (const statement of saved.statements) growing.add(statement)
      expect(growing.count()).toBe(saved.statements.length)
      expect(decodeTransaction(growing.encoded(saved.savedAt))).toEqual(saved)
    }),
  )
})

test('values SQLite cannot store are bugs; those it stores otherwise are made what it stores', () => {
  expect(toSqlValue(true)).toBe(1)
  expect(toSqlValue('a\ud800b')).toBe('a\ufffdb')
  for (const bad of [undefined, {}, 1n, new Date(0)]) expect(() => toSqlValue(bad)).toThrow(TypeError)
})

test.each([
  'SELECT random()',
  'SELECT RANDOMBLOB (4)',
  "SELECT date('now')",
  'SELECT current_timestamp',
  'SELECT unixepoch()',
])('what cannot be replayed is a bug: %s', (sql) => {
  expect(() => refuseIfUnrepeatable(sql)).toThrow(/random/)
})

test('ordinary statements pass', () => {
  refuseIfUnrepeatable('INSERT INTO randomness (known, nowhere) VALUES (?, date(?))')
})

test('what no frame could carry is refused as soon as it is known', () => {
  const growing = growingTransaction()
  const statement = { sql: 'INSERT INTO note VALUES (?)', parameters: ['é'.repeat(8 * 1024 * 1024)] }
  for (const _ of [1, 2, 3]) growing.add(statement)
  expect(() => growing.add(statement)).toThrow(TransactionTooLarge)
})
