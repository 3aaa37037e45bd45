import { expect, test } from 'vitest'
import { proveKind } from './kinds.ts'
import { mutants } from './mutants.ts'

test.each(Object.entries(mutants))('the proof notices that %s', async (_, { mutant, kind }) => {
  const states = 4000
  expect(await proveKind(kind, 1, states)).toMatchObject({ violations: 0 })
  const broken = await proveKind(kind, 1, states, mutant)
  expect(broken.violations).toBeGreaterThan(0)
})

test('the same seed gives the same states', async () => {
  const once = await proveKind('fuzz', 7, 400, mutants['an authentication tag is not checked']?.mutant)
  expect(await proveKind('fuzz', 7, 400, mutants['an authentication tag is not checked']?.mutant)).toEqual(
    once,
  )
  expect(once.states).toBe(100)
})
