import { expect, test } from 'vitest'
import { defaultCatalogue } from '#core/statistics/disclosure/catalogue'
import { freezeQuarter, freezeYear } from '#core/statistics/disclosure/closing'
import { protectedCategories } from '#core/statistics/disclosure/recoding'
import { seededRandom } from '#core/random'
import type { World } from '#core/statistics/disclosure/world'
import { quarterOf } from '#core/statistics/period'
import { attack, attackFromInside } from '../proof/disclosure/attacks.ts'
import { inventCaseload } from '../fiction/caseload.ts'

/** The pilot as the demonstration tells it, with the truth in hand: what is protected is known, and nothing of it is proven. */
const usual = { persons: 82, contacts: 251, months: 5, until: '2026-06-30' }
const catalogue = defaultCatalogue(2026)

function worldOf(seed: number): World {
  const { persons, contacts, incidents, referrals, resources } = inventCaseload({ ...usual, seed })
  const known = new Map(persons.map((person, index) => [person.id, { person, index }]))
  const pseudonymOf = (id: string) => known.get(id)?.index ?? 0
  const quarters = ['2026-Q1', '2026-Q2'].map((period) => {
    const met = contacts
      .filter(({ at }) => quarterOf(at) === period)
      .map(({ personIds, durationMinutes, ...contact }) => ({
        ...contact,
        minutes: durationMinutes,
        persons: personIds.flatMap((id) => known.get(id)?.person ?? []),
      }))
    const conflicts = incidents.filter(({ at }) => quarterOf(at) === period)
    return { period, facts: freezeQuarter(met, conflicts, catalogue, pseudonymOf) }
  })
  const sectors = new Map(resources.map(({ id, sector }) => [id, sector]))
  const proposed = referrals.map((referral) => ({
    ...referral,
    sector: sectors.get(referral.resourceId) ?? '',
  }))
  const year = { period: '2026', referrals: freezeYear(proposed, catalogue, pseudonymOf).referrals }
  return { quarters, year, catalogue }
}

test.each([1, 2, 3])('the releases of the demonstration of seed %i prove nothing', async (seed) => {
  const world = worldOf(seed)
  expect(protectedCategories(world).length).toBeGreaterThan(0)
  for (const { states, violations } of [
    await attack(world, seed),
    attackFromInside(world, seededRandom(seed).next),
  ]) {
    expect(states).toBeGreaterThan(0)
    expect(violations).toBe(0)
  }
})
