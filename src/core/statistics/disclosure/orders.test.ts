import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogueJson, defaultCatalogue } from './catalogue.ts'
import { ordersOf, proposeOrders, reordered } from './orders.ts'
import { inventYear, simulateShown } from './simulation.ts'
import { protectedCategories } from './recoding.ts'
import { releasesOf, type World } from './world.ts'

const catalogue = defaultCatalogue(2026)
const asTheyAre = proposeOrders(catalogue, null)
const releaseOf = (world: World) => releasesOf(world).at(-1) ?? null

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
        const release = releaseOf(inventYear({ seed, persons: 80, contacts: 300, spread }, catalogue))
        const orders = proposeOrders(catalogue, release)
        expect(reordered(catalogue, orders).ok).toBe(true)
        const kinds = release?.tables.find(({ attribute }) => attribute === 'kind')?.rows ?? []
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

  it('proposed from two years that publish the same are the same: next year tells nothing more of this one', () => {
    const world = inventYear({ seed: 5, persons: 60, contacts: 200, spread: 'skewed' }, catalogue)
    const orders = proposeOrders(catalogue, releaseOf(world))
    const categories = protectedCategories(world)
    expect(categories.length).toBeGreaterThan(0)
    for (const { emptied } of categories) {
      expect(proposeOrders(catalogue, releaseOf(emptied(new Set())))).toEqual(orders)
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
