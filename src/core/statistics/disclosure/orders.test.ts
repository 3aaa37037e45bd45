import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogueJson, defaultCatalogue, type Catalogue } from './catalogue.ts'
import { ordersOf, proposeOrders, reordered } from './orders.ts'
import { inventYear, simulateShown } from './simulation.ts'
import { protectedCategories } from './recoding.ts'
import { releasesOf, type World } from './world.ts'

const catalogue = defaultCatalogue(2026)
const asTheyAre = proposeOrders(catalogue, null)
const lessonOf = (world: World) => {
  const release = releasesOf(world).at(-1)
  if (release === undefined) throw new Error('a whole year is published')
  return { catalogue: world.catalogue, release }
}

describe('orders', () => {
  it('are the catalogue’s own, until a release teaches better ones', () => {
    const same = reordered(catalogue, asTheyAre)
    expect(same.ok && catalogueJson(same.value)).toBe(catalogueJson(catalogue))
    expect(ordersOf(catalogue)).toHaveLength(asTheyAre.length)
  })

  it('must have each code once and the residual one last', () => {
    const [first, ...others] = asTheyAre
    if (first === undefined) throw new Error('a catalogue has orders')
    const wrong = [
      [...others],
      [...asTheyAre, first],
      [{ ...first, codes: first.codes.toReversed() }, ...others],
      [{ ...first, codes: first.codes.slice(1) }, ...others],
      [{ ...first, codes: [...first.codes.slice(0, 1), ...first.codes.slice(0, -1)] }, ...others],
      [{ ...first, codes: ['canary', ...first.codes.slice(1)] }, ...others],
    ]
    for (const orders of wrong)
      expect(reordered(catalogue, orders)).toMatchObject({ failure: 'catalogue-invalid' })
  })

  it('proposed from a release are always a catalogue, with the most frequent lines first', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.constantFrom('even' as const, 'skewed' as const), (seed, spread) => {
        const lesson = lessonOf(inventYear({ seed, persons: 80, contacts: 300, spread }, catalogue))
        const orders = proposeOrders(catalogue, lesson)
        expect(reordered(catalogue, orders).ok).toBe(true)
        const kinds = lesson.release.tables.find(({ attribute }) => attribute === 'kind')?.rows ?? []
        const valueOf = (code: string) =>
          kinds.find(({ codes }) => codes.length === 1 && codes[0] === code)?.value
        const values = (orders.find(({ attribute }) => attribute === 'kind')?.codes ?? [])
          .slice(0, -1)
          .map(valueOf)
          .filter((value) => value !== undefined)
        expect(values).toEqual(values.toSorted((a, b) => Number(b) - Number(a)))
      }),
      { numRuns: 20 },
    )
  })

  it('put codes that an update added between those learnt and the residual one, and drop those it withdrew', () => {
    const lesson = lessonOf(inventYear({ seed: 3, persons: 80, contacts: 300, spread: 'skewed' }, catalogue))
    const [withdrawn, ...kept] =
      proposeOrders(catalogue, lesson).find((it) => it.attribute === 'kind')?.codes ?? []
    const next: Catalogue = {
      ...catalogue,
      kind: [
        { code: 'canvassing', label: 'Démarchage' },
        ...catalogue.kind.filter(({ code }) => code !== withdrawn),
      ],
    }
    const orders = proposeOrders(next, lesson)
    expect(orders.find(({ attribute }) => attribute === 'kind')?.codes).toEqual([
      ...kept.slice(0, -1),
      'canvassing',
      ...kept.slice(-1),
    ])
    expect(reordered(next, orders).ok).toBe(true)
  })

  it('proposed for any other lists are a catalogue of those lists, with what is known of both years in the order learnt', () => {
    const lesson = lessonOf(inventYear({ seed: 8, persons: 80, contacts: 300, spread: 'even' }, catalogue))
    const learnt = proposeOrders(catalogue, lesson)
    const code = fc.oneof(
      fc.constantFrom(...catalogue.kind.map((entry) => entry.code)),
      fc.stringMatching(/^[a-z]{3,8}$/u),
    )
    const entries = fc
      .uniqueArray(code, { minLength: 1, maxLength: 12 })
      .map((codes) => codes.map((each) => ({ code: each, label: each })))
    const groups = fc.uniqueArray(fc.constantFrom(...catalogue.themeGroup), { minLength: 1 })
    fc.assert(
      fc.property(entries, entries, groups, (kind, themes, themeGroup) => {
        const [first, ...others] = themeGroup
        if (first === undefined) throw new Error('there is a group')
        const next: Catalogue = { ...catalogue, kind, themeGroup: [{ ...first, themes }, ...others] }
        const orders = proposeOrders(next, lesson)
        expect(reordered(next, orders).ok).toBe(true)
        for (const { attribute, within, codes } of orders) {
          const before = learnt.find((it) => it.attribute === attribute && it.within === within)?.codes ?? []
          const known = codes.slice(0, -1).filter((each) => before.includes(each))
          expect(known).toEqual(before.filter((each) => known.includes(each)))
          // whatever is new comes after all that was learnt
          expect(codes.slice(0, known.length)).toEqual(known)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('proposed from two years that publish the same are the same: next year tells nothing more of this one', () => {
    const world = inventYear({ seed: 5, persons: 60, contacts: 200, spread: 'skewed' }, catalogue)
    const orders = proposeOrders(catalogue, lessonOf(world))
    const categories = protectedCategories(world)
    expect(categories.length).toBeGreaterThan(0)
    for (const { emptied } of categories) {
      expect(proposeOrders(catalogue, lessonOf(emptied(new Set())))).toEqual(orders)
    }
  })
})

describe('the simulation', () => {
  it('is the same each time, and shows that a bad order hides more', () => {
    const bad = reordered(
      catalogue,
      asTheyAre.map((order) => ({
        ...order,
        codes: [...order.codes.slice(0, -1).toReversed(), ...order.codes.slice(-1)],
      })),
    )
    if (!bad.ok) throw new Error(bad.failure)
    const usual = simulateShown(catalogue, catalogue)
    expect(simulateShown(catalogue, catalogue)).toEqual(usual)
    const hidden = simulateShown(bad.value, catalogue)
    for (const [index, { codes, alone }] of usual.entries()) {
      expect(alone).toBeLessThanOrEqual(codes)
      expect(hidden[index]?.alone).toBeLessThan(alone)
    }
  })
})
