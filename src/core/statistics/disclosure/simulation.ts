import { seededRandom } from '../../random.ts'
import { placeIn, type Catalogue } from './catalogue.ts'
import type { ContactFact, QuarterFacts, ReferralFact } from './facts.ts'
import { releasesOf, type World } from './world.ts'

export type Shape = {
  seed: number
  persons: number
  contacts: number
  /** `skewed`: rare codes are rarer, and a few persons come very often. */
  spread: 'even' | 'skewed'
}

/**
 * An invented year, the same for the same shape: nobody in it exists. Codes are as frequent as `usual` orders them, and
 * counted in the places of `catalogue`, so that a badly ordered catalogue can be tried on it.
 */
export function inventYear(
  { seed, persons, contacts, spread }: Shape,
  catalogue: Catalogue,
  usual: Catalogue = catalogue,
): World {
  const random = seededRandom(seed).next
  const cast = Array.from({ length: persons }, (_, id) => inventPerson(random, id, spread, catalogue, usual))
  const weights = cast.map(({ weight }) => weight)
  const quarters = [0, 1, 2, 3].map((): QuarterFacts => ({
    contacts: [],
    incidents: [],
    minutes: 0,
    aid: [],
  }))
  const referrals: ReferralFact[] = []
  for (let n = 0; n < contacts; n += 1) {
    // everybody once, then whoever comes often
    const first = cast[n < persons ? n : weighted(random, weights)]
    const other = cast[weighted(random, weights)]
    if (first === undefined || other === undefined) continue
    const known = n >= persons && random() < 0.08 ? [] : random() < 0.12 ? [first, other] : [first]
    const at = Math.floor(((first.start + first.length * random()) % 1) * 4)
    const quarter = quarters[at]
    quarter?.contacts.push(inventContact(random, known, first, spread, catalogue, usual))
    if (quarter !== undefined) quarter.minutes += 15
    if (known.length > 0 && random() < 0.35) {
      const outcome = codeOf(random, usual.outcome, catalogue.outcome, spread)
      const sector = codeOf(random, usual.sector, catalogue.sector, spread)
      referrals.push({ person: first.id, outcome, sector })
    }
    if (random() < 0.1) {
      const intensity = codeOf(random, usual.incidentIntensity, catalogue.incidentIntensity, spread)
      quarter?.incidents.push({ intensity })
    }
  }
  const { year } = catalogue
  return {
    quarters: quarters.map((facts, index) => ({ period: `${year}-Q${index + 1}`, facts })),
    year: { period: String(year), referrals },
    catalogue,
  }
}

type Person = {
  id: number
  weight: number
  gender: number
  ageBand: number
  favourite: number
  /** Part of the year, from 0 to 1, in which the person is seen. */
  start: number
  length: number
}

function inventPerson(
  random: Random,
  id: number,
  spread: Shape['spread'],
  catalogue: Catalogue,
  usual: Catalogue,
): Person {
  const tail = spread === 'skewed' ? 0.9 : 0.5
  return {
    id,
    weight: Math.min((1 - random()) ** -tail, 40),
    gender: codeOf(random, usual.gender, catalogue.gender, spread),
    ageBand: codeOf(random, usual.ageBand, catalogue.ageBand, spread),
    favourite: codeOf(random, usual.themeGroup, catalogue.themeGroup, spread),
    start: random(),
    length: 0.15 + 0.85 * random(),
  }
}

function inventContact(
  random: Random,
  known: readonly Person[],
  first: Person,
  spread: Shape['spread'],
  catalogue: Catalogue,
  usual: Catalogue,
): ContactFact {
  const themeGroup =
    random() < 0.4 ? first.favourite : codeOf(random, usual.themeGroup, catalogue.themeGroup, spread)
  const group = catalogue.themeGroup[themeGroup]
  const usualGroup = usual.themeGroup.find(({ code }) => code === group?.code)
  const [leader] = known
  return {
    persons: [...new Set(known.map(({ id }) => id))],
    kind: codeOf(random, usual.kind, catalogue.kind, spread),
    themeGroup,
    theme: codeOf(random, usualGroup?.themes ?? [], group?.themes ?? [], spread),
    gender: leader?.gender ?? catalogue.gender.length - 1,
    ageBand: leader?.ageBand ?? catalogue.ageBand.length - 1,
  }
}

/** A code drawn as often as its usual place says, at its place in the catalogue. */
function codeOf(
  random: Random,
  usual: readonly { code: string }[],
  order: readonly { code: string }[],
  spread: Shape['spread'],
): number {
  const weights = usual.map((_, place) => (spread === 'skewed' ? 0.55 ** place : 1 / (1 + 0.35 * place)))
  return Math.max(0, placeIn(order, usual[weighted(random, weights)]?.code))
}

/** The next number, from 0, below 1. */
type Random = () => number

function weighted(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return index
  }
  return weights.length - 1
}

/** Orders of size met in libraries: a pilot of some months, a year, a large library. */
const sizes = [
  { persons: 80, contacts: 250 },
  { persons: 150, contacts: 1500 },
  { persons: 300, contacts: 3000 },
]
const seeds = [1, 2, 3, 4]

export type Simulated = { persons: number; contacts: number; codes: number; alone: number }

/** How many codes of a year and its quarters would be shown alone under a catalogue, on invented caseloads (mean). */
export function simulateShown(catalogue: Catalogue, usual: Catalogue): Simulated[] {
  return sizes.map(({ persons, contacts }) => {
    const shown = seeds.map((seed) => {
      const spread = seed % 2 === 0 ? 'skewed' : 'even'
      return shownAlone(inventYear({ seed, persons, contacts, spread }, catalogue, usual))
    })
    const alone = shown.reduce((sum, count) => sum + count, 0) / shown.length
    return { persons, contacts, codes: codesIn(catalogue), alone }
  })
}

const shownAlone = (world: World): number =>
  releasesOf(world)
    .flatMap(({ tables }) => tables.flatMap(({ rows }) => rows))
    .filter(({ codes, value }) => value !== null && codes.length === 1).length

function codesIn(catalogue: Catalogue): number {
  const { kind, themeGroup, gender, ageBand, outcome, sector, incidentIntensity } = catalogue
  const themes = themeGroup.filter((group) => group.themes.length > 1).flatMap((group) => group.themes)
  const ofYear = [kind, themeGroup, themes, gender, ageBand, outcome, sector]
  const ofQuarter = themeGroup.length + incidentIntensity.length
  return ofYear.reduce((sum, order) => sum + order.length, 0) + 4 * ofQuarter
}
