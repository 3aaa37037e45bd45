import { expect, test } from 'vitest'
import type { FileSystem } from '#core/vault/ports'
import { proveKind, vaultKinds } from './kinds.ts'
import { mutants, spoilingPacks } from './mutants.ts'

const states = 4000

test.each(Object.keys(vaultKinds))('%s: nothing is wrong with the vault as it is', async (kind) => {
  expect(await proveKind(kind, 1, states)).toMatchObject({ violations: 0 })
})

test.each(
  Object.entries(mutants).flatMap(([name, { kinds, ...broken }]) =>
    kinds.map((kind) => ({ name, kind, ...broken })),
  ),
)('$kind: the proof notices that $name', async ({ kind, mutant, states: met }) => {
  expect((await proveKind(kind, 1, met ?? states, mutant)).violations).toBeGreaterThan(0)
})

test('no kind of states is without a broken vault that it notices', () => {
  const noticing = Object.values(mutants).flatMap(({ kinds }) => kinds)
  expect(new Set(noticing)).toEqual(new Set(Object.keys(vaultKinds)))
})

test('a disk that spoils packs is noticed by the vault itself, which loses nothing', async () => {
  const spoiling = { files: (files: FileSystem) => spoilingPacks(files, 'told') }
  const tried = await proveKind('cuts', 1, states, spoiling)
  expect(tried.violations).toBe(0)
  expect(tried.states).toBeGreaterThan(100)
})

test('the same seed gives the same states', async () => {
  const once = await proveKind('fuzz', 7, 400, mutants['an authentication tag is not checked']?.mutant)
  expect(await proveKind('fuzz', 7, 400, mutants['an authentication tag is not checked']?.mutant)).toEqual(
    once,
  )
  expect(once.states).toBe(89)
})
