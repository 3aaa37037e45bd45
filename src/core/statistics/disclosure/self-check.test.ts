import { describe, expect, it } from 'vitest'
import { defaultCatalogue, type Catalogue } from './catalogue.ts'
import { explain } from './explain.ts'
import type { Release } from './export.ts'
import { holdsInvariants } from './invariants.ts'
import { protectedCategories } from './recoding.ts'
import { selfCheck } from './self-check.ts'
import { inventYear } from './simulation.ts'
import { bytesOf, releasesOf, type World } from './world.ts'

const catalogue = defaultCatalogue(2026)
const invented = (seed: number): World =>
  inventYear({ seed, persons: 60, contacts: 200, spread: 'skewed' }, catalogue)
const yearOf = (world: World): Release => {
  const release = releasesOf(world).at(-1)
  if (release === undefined) throw new Error('a year is released')
  return release
}

describe('the self-check', () => {
  it.each([1, 2, 3])('lets a release through, and says how far it went', (seed) => {
    const world = invented(seed)
    const release = yearOf(world)
    const checked = selfCheck(release, world)
    if (!checked.ok) throw new Error(checked.failure)
    expect(checked.value.lines).toBe(release.tables.flatMap(({ rows }) => rows).length)
    expect(checked.value.replayedWorlds).toBeGreaterThan(protectedCategories(world).length - 1)
  })

  it('refuses when a replayed world does not give the same bytes', () => {
    const world = invented(1)
    const leaking = (seen: World) => JSON.stringify(seen.quarters)
    expect(selfCheck(yearOf(world), world, leaking)).toEqual({ ok: false, failure: 'self-check-failed' })
    expect(selfCheck(yearOf(world), world, bytesOf).ok).toBe(true)
  })

  it('refuses a release that an altered exporter made', () => {
    const world = invented(2)
    const release = yearOf(world)
    const altered = (
      change: (rows: Release['tables'][number]['rows']) => Release['tables'][number]['rows'],
    ) => ({
      ...release,
      tables: release.tables.map((table, index) =>
        index === 0 ? { ...table, rows: change(table.rows) } : table,
      ),
    })
    const broken: Release[] = [
      altered((rows) => rows.map((row) => ({ ...row, value: (row.value ?? 0) + 5 }))),
      altered((rows) => rows.slice(1)),
      altered((rows) => [...rows, ...rows.slice(0, 1)]),
      altered((rows) => rows.map((row, index) => (index === 0 ? { ...row, codes: ['canary'] } : row))),
      altered((rows) => rows.flatMap((row) => row.codes.map((code) => ({ codes: [code], value: 0 })))),
      altered((rows) => rows.map((row) => ({ ...row, value: null }))),
    ]
    expect(holdsInvariants(release, world)).toBe(true)
    for (const other of broken)
      expect(selfCheck(other, world)).toMatchObject({ failure: 'self-check-failed' })
  })

  it('refuses a release of k persons made for fewer', () => {
    const world = invented(3)
    const lax: Catalogue = { ...catalogue, k: 2 }
    const release = yearOf({ ...world, catalogue: lax })
    expect(selfCheck(release, world)).toMatchObject({ ok: false })
  })
})

describe('the explanation of a line', () => {
  it('says of each line why it is alone or merged', () => {
    const world = invented(1)
    for (const release of releasesOf(world)) {
      const explained = explain(release, world)
      const rows = release.tables.flatMap(({ rows: lines }) => lines)
      expect(explained.map(({ codes }) => codes)).toEqual(rows.map(({ codes }) => codes))
      for (const [index, { reason }] of explained.entries()) {
        const row = rows[index]
        if (row?.value === null) expect(reason).toBe('too-few')
        else expect(reason === 'alone').toBe(row?.codes.length === 1)
      }
    }
    const reasons = new Set(
      releasesOf(world).flatMap((release) => explain(release, world).map(({ reason }) => reason)),
    )
    expect([...reasons].toSorted()).toEqual(
      expect.arrayContaining(['alone', 'first-too-few', 'not-alone-every-quarter']),
    )
  })
})
