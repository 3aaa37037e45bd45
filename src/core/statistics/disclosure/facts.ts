import * as z from 'zod'

/**
 * All that the exporter ever sees. Every field is a whole number, so that no word typed by anyone has a place to
 * travel in: a code is its place in the year's public order, a person is a pseudonym under the year's key.
 */

/** Place of a code in the catalogue's order, from 0; the last place of each order is the residual one. */
const place = z.int().min(0).max(999)
/** 48 bits of a keyed hash of the person's identifier: stable inside a year, meaningless outside it. */
const pseudonym = z
  .int()
  .min(0)
  .max(2 ** 48 - 1)

const contactFact = z.strictObject({
  /** Known persons, each once, the first one leading: gender and age band are hers. Empty when nobody was identified. */
  persons: z.array(pseudonym),
  kind: place,
  themeGroup: place,
  /** Place inside the order of its theme group. */
  theme: place,
  gender: place,
  ageBand: place,
})
export type ContactFact = z.infer<typeof contactFact>

const incidentFact = z.strictObject({ intensity: place })

/** Where it stood on the day of closing, and the sector of the resource. */
const referralFact = z.strictObject({ person: pseudonym, outcome: place, sector: place })
export type ReferralFact = z.infer<typeof referralFact>

const minutes = z.int().min(0)
const workFacts = z.strictObject({
  /** Worked, and agreed on for the days of the quarter. */
  library: z.strictObject({ minutes, agreed: minutes }),
  outside: z.strictObject({ minutes, agreed: minutes }),
  /** Times staff was supported, by place in the catalogue's order. */
  staffSupport: z.array(z.int().min(0)),
  groups: z.int().min(0),
  groupHeadcount: z.int().min(0),
  /** The library's own visits; null when nobody entered them. */
  visits: z.int().min(0).nullable(),
})
export type WorkFacts = z.infer<typeof workFacts>

/** What a closed quarter keeps for ever. Sorted by content, so that the order says nothing of who came first. */
export const quarterFacts = z.strictObject({
  contacts: z.array(contactFact),
  incidents: z.array(incidentFact),
  /** Not about persons: time spent in contacts, and quantities handed out by place in the catalogue's aid items. */
  minutes: z.int().min(0),
  aid: z.array(z.int().min(0)),
  /** Absent from quarters closed before it was counted. */
  work: workFacts.optional(),
})
export type QuarterFacts = z.infer<typeof quarterFacts>

/** What a closed year keeps besides its quarters. */
export const yearFacts = z.strictObject({ referrals: z.array(referralFact) })
export type YearFacts = z.infer<typeof yearFacts>

/** Distinct known persons of contacts. Unidentified people never count as persons. */
export function personsOf(facts: readonly ContactFact[]): number {
  const seen = new Set<number>()
  for (const fact of facts) for (const person of fact.persons) seen.add(person)
  return seen.size
}

/** Distinct leading persons of contacts: only theirs is the gender or the age band of a contact. */
export function leadersOf(facts: readonly ContactFact[]): number {
  const seen = new Set<number>()
  for (const { persons } of facts) if (persons[0] !== undefined) seen.add(persons[0])
  return seen.size
}

export const referredOf = (facts: readonly ReferralFact[]): number =>
  new Set(facts.map((fact) => fact.person)).size
