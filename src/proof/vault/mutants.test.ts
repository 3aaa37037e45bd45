import { expect, test } from 'vitest'
import type { FileSystem } from '#core/vault/ports'
import { proveKind } from './kinds.ts'
import { mutants, spoilingPacks } from './mutants.ts'

test.each(Object.entries(mutants))('the proof notices that %s', async (_, { mutant, kind }) => {
  const states = 4000
  expect(await proveKind(kind, 1, states)).toMatchObject({ violations: 0 })
  const broken = await proveKind(kind, 1, states, mutant)
  expect(broken.violations).toBeGreaterThan(0)
})

test('a disk that spoils packs is noticed by the vault itself, which loses nothing', async () => {
  const spoiling = { files: (files: FileSystem) => spoilingPacks(files, 'told') }
  const { states, violations } = await proveKind('cuts', 1, 4000, spoiling)
  expect(violations).toBe(0)
  expect(states).toBeGreaterThan(100)
})

test('the same seed gives the same states', async () => {
  const once = await proveKind('fuzz', 7, 400, mutants['an authentication tag is not checked']?.mutant)
  expect(await proveKind('fuzz', 7, 400, mutants['an authentication tag is not checked']?.mutant)).toEqual(
    once,
  )
  expect(once.states).toBe(88)
})
