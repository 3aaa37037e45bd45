import { isReferralOpen, type ReferralState } from '../../caseload/referral.ts'
import { placeIn, placesOfTheme, type Catalogue } from './catalogue.ts'
import type { ContactFact, QuarterFacts, ReferralFact, YearFacts } from './facts.ts'

/** What closing reads of the caseload: codes and identifiers, no note and no name. */
export type ContactRecord = {
  /** Known persons with what is said of them on the day of closing, in the order of the contact. */
  persons: readonly { id: string; gender: string; ageBand: string }[]
  kinds: readonly string[]
  themes: readonly string[]
  minutes: number
  aidGiven: readonly { item: string; quantity: number }[]
}
export type IncidentRecord = { intensity: number }
export type ReferralRecord = { personId: string; state: ReferralState; sector: string }

/** The pseudonym of a person under the year's key (see the host's keyed hash). */
export type PseudonymOf = (personId: string) => number

/**
 * Freezes a quarter. The rules that make each table a partition, chosen on the side of caution:
 * - a contact counts once, under its principal kind and theme (the first of each);
 * - the persons of a line are the distinct known persons of its contacts; gender and age band are those of the first
 *   known person of the contact, and only first persons are counted in those two tables;
 * - unidentified people never count as persons; a contact with nobody known counts as a contact, in the residual
 *   gender and age band.
 */
export function freezeQuarter(
  contacts: readonly ContactRecord[],
  incidents: readonly IncidentRecord[],
  catalogue: Catalogue,
  pseudonymOf: PseudonymOf,
): QuarterFacts {
  const aid = catalogue.aidItem.map(() => 0)
  for (const { item, quantity } of contacts.flatMap(({ aidGiven }) => aidGiven)) {
    const place = placeIn(catalogue.aidItem, item)
    aid[place] = (aid[place] ?? 0) + quantity
  }
  return {
    contacts: sorted(contacts.map((contact) => contactFact(contact, catalogue, pseudonymOf))),
    incidents: sorted(
      incidents.map(({ intensity }) => ({
        intensity: placeIn(catalogue.incidentIntensity, String(intensity)),
      })),
    ),
    minutes: contacts.reduce((sum, { minutes }) => sum + minutes, 0),
    aid,
  }
}

function contactFact(contact: ContactRecord, catalogue: Catalogue, pseudonymOf: PseudonymOf): ContactFact {
  const [leader] = contact.persons
  return {
    persons: [...new Set(contact.persons.map(({ id }) => pseudonymOf(id)))],
    kind: placeIn(catalogue.kind, contact.kinds[0]),
    ...placesOfTheme(catalogue, contact.themes[0]),
    gender: placeIn(catalogue.gender, leader?.gender),
    ageBand: placeIn(catalogue.ageBand, leader?.ageBand),
  }
}

/** Freezes the referrals of a year, with the state each has reached on the day the year is closed. */
export function freezeYear(
  referrals: readonly ReferralRecord[],
  catalogue: Catalogue,
  pseudonymOf: PseudonymOf,
): YearFacts {
  return {
    referrals: sorted(
      referrals.map(({ personId, state, sector }): ReferralFact => ({
        person: pseudonymOf(personId),
        outcome: placeIn(catalogue.outcome, outcomeOf(state)),
        sector: placeIn(catalogue.sector, sector),
      })),
    ),
  }
}

/** An open referral is under way, whichever its step; a waiting list is an answer of its own. */
const outcomeOf = (state: ReferralState): string =>
  isReferralOpen(state) && state !== 'waiting-list' ? 'ongoing' : state

/** By content: the order in which things were written down must not survive. */
function sorted<Fact>(facts: readonly Fact[]): Fact[] {
  return facts
    .map((fact) => ({ fact, text: JSON.stringify(fact) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
    .map(({ fact }) => fact)
}
