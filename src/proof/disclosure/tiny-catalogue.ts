import { defaultCatalogue, type Catalogue } from '#core/statistics/disclosure/catalogue'
import type { ContactFact, QuarterFacts } from '#core/statistics/disclosure/facts'
import type { World } from '#core/statistics/disclosure/world'

const order = (...codes: string[]) => codes.map((code) => ({ code, label: code }))

/** Three groups, one of them with two themes; counts are not rounded, for rounding only says less. */
export const tinyCatalogue = (k: number, genders = 2, ages = 3): Catalogue => ({
  ...defaultCatalogue(2026),
  k,
  base: 1,
  kind: order('k1', 'k2', 'k3', 'k4'),
  themeGroup: [
    { code: 'a', label: 'a', themes: order('a1', 'a2') },
    { code: 'b', label: 'b', themes: order('b1') },
    { code: 'c', label: 'c', themes: order('c1') },
  ],
  gender: order('g1', 'g2').slice(0, genders),
  ageBand: order('y1', 'y2', 'y3').slice(0, ages),
})

/** What a contact of a small world says, in a quarter; the rest is the first code of each order. */
export type TinyContact = { quarter: number } & Partial<Omit<ContactFact, 'persons'>>

export function tinyFact(persons: number[], contact: TinyContact): ContactFact {
  const { kind = 0, themeGroup = 0, theme = 0, gender = 0, ageBand = 0 } = contact
  return { persons, kind, themeGroup, theme, gender, ageBand }
}

export function tinyWorld(catalogue: Catalogue, contacts: readonly (readonly ContactFact[])[]): World {
  const quarters = contacts.map((facts, index): { period: string; facts: QuarterFacts } => ({
    period: `2026-Q${index + 1}`,
    facts: { contacts: [...facts], incidents: [], minutes: 0, aid: [0] },
  }))
  return { quarters, year: { period: '2026', referrals: [] }, catalogue }
}

/** Do these bytes publish that quarter? */
export const tells = (quarter: number) => (bytes: string) =>
  !bytes.includes(`"period":"2026-Q${quarter + 1}","total":null`)
export const tellsBoth = (bytes: string): boolean => tells(0)(bytes) && tells(1)(bytes)
