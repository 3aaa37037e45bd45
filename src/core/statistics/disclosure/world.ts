import type { Period } from '../period.ts'
import { placeIn, type Catalogue } from './catalogue.ts'
import type { StandsAlone } from './cut.ts'
import { exportQuarter, exportYear, isPublishable, type Release, type Table } from './export.ts'
import type { ContactFact, QuarterFacts, ReferralFact } from './facts.ts'

/** All that the releases of a year are made from; for the release of a quarter, that quarter alone. */
export type World = {
  quarters: readonly { period: Period; facts: QuarterFacts }[]
  /** Null as long as the year itself is not released. */
  year: { period: Period; referrals: readonly ReferralFact[] } | null
  catalogue: Catalogue
}

/** Everything this world publishes, quarters first. */
export function releasesOf({ quarters, year, catalogue }: World, rule?: StandsAlone): Release[] {
  const ofQuarters = quarters.map(({ period, facts }) => exportQuarter(period, facts, catalogue, rule))
  if (year === null) return ofQuarters
  const facts = quarters.map((quarter) => quarter.facts)
  return [...ofQuarters, exportYear(year.period, facts, year.referrals, catalogue, rule)]
}

/** What a reader has in hand: two worlds with the same bytes cannot be told apart. */
export const bytesOf = (world: World, rule?: StandsAlone): string => JSON.stringify(releasesOf(world, rule))

/** One thing a table counts: its place in the order, and who it makes a line heavier by. */
export type Counted = { place: number; who: readonly number[] }

/** What a table counts, whatever it counts. An incident stands for itself, in the place of a person. */
export function countedIn(world: World, { period, attribute, within }: Table): Counted[] {
  const { catalogue } = world
  if (attribute === 'incidentIntensity') {
    const incidents = world.quarters.find((quarter) => quarter.period === period)?.facts.incidents ?? []
    return incidents.map(({ intensity }, index) => ({ place: intensity, who: [index] }))
  }
  if (attribute === 'outcome' || attribute === 'sector') {
    const referrals = world.year?.referrals ?? []
    return referrals.map((referral) => ({ place: referral[attribute], who: [referral.person] }))
  }
  const contacts = contactsOf(world, period)
  if (attribute === 'theme') {
    const group = placeIn(catalogue.themeGroup, within)
    return contacts
      .filter(({ themeGroup }) => themeGroup === group)
      .map(({ theme, persons }) => ({ place: theme, who: persons }))
  }
  return contacts.map((contact) => ({ place: contact[attribute], who: weightOf(contact, attribute) }))
}

/** Contacts a period's release is about: those of its published quarters. */
function contactsOf({ quarters, catalogue }: World, period: Period): ContactFact[] {
  return quarters
    .filter((quarter) => quarter.period.startsWith(period) && isPublishable(quarter.facts, catalogue))
    .flatMap(({ facts }) => facts.contacts)
}

/** Gender and age band are those of the first person, who alone counts there. */
const weightOf = ({ persons }: ContactFact, attribute: 'kind' | 'themeGroup' | 'gender' | 'ageBand') =>
  attribute === 'gender' || attribute === 'ageBand' ? persons.slice(0, 1) : persons

/** Distinct persons (or incidents) of what is counted. */
export function weightIn(counted: readonly Counted[]): number {
  const seen = new Set<number>()
  for (const { who } of counted) for (const one of who) seen.add(one)
  return seen.size
}
