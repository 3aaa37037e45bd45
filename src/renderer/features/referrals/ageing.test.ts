import { expect, test } from 'vitest'
import { ageingOf } from './ageing.ts'

test('an age turns at two weeks and at a month', () => {
  expect([0, 1, 13, 14, 29, 30, 400].map(ageingOf)).toEqual([
    'today',
    'fresh',
    'fresh',
    'waiting',
    'waiting',
    'stale',
    'stale',
  ])
})
