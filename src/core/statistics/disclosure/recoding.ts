import type { ContactFact, QuarterFacts, ReferralFact } from './facts.ts'
import { isPublishable } from './export.ts'
import { weightIn, type Counted, type World } from './world.ts'

/**
 * A category of the catalogue in its table and period, and the world in which nobody else has it: everything that is not
 * of the insiders' own records is moved to a sibling of the same merged line. What insiders saw of others, in contacts
 * they shared, is of their own records.
 */
export type Category = {
  name: string
  /** What has this category; it is protected while fewer than k persons do. */
  held: readonly Counted[]
  emptied: (insiders: ReadonlySet<number>) => World
}

/**
 * Where the others go. The last code of an order is in every merged line; when it is the one to be emptied, the last but
 * one is.
 */
const siblingOf = (place: number, size: number): number => (place === size - 1 ? size - 2 : size - 1)

/** Every category that somebody has, or that a contact without known person has, and that the releases must not prove. */
export function protectedCategories(world: World): Category[] {
  const all = [
    ...world.quarters.flatMap((_, at) => categoriesOfQuarter(world, at)),
    ...(world.year === null ? [] : categoriesOfYear(world, world.year)),
  ]
  return all.filter(({ held }) => held.length > 0 && weightIn(held) < world.catalogue.k)
}

/** The categories of an order. A code alone in its order says nothing of anyone: everybody has it. */
const categoriesOf = <Code extends { code: string }>(
  order: readonly Code[],
  categoryOf: (code: Code, place: number, sibling: number) => Category,
): Category[] =>
  order.length < 2 ? [] : order.map((code, place) => categoryOf(code, place, siblingOf(place, order.length)))

function categoriesOfQuarter(world: World, at: number): Category[] {
  const quarter = world.quarters[at]
  if (quarter === undefined) return []
  const { period, facts } = quarter
  const withFacts = (changed: QuarterFacts): World => ({
    ...world,
    quarters: world.quarters.with(at, { period, facts: changed }),
  })
  if (!isPublishable(facts, world.catalogue)) return [seenInWithheld(period, facts, withFacts)]
  return [
    ...groupCategories(world, period, facts, withFacts),
    ...incidentCategories(world, period, facts, withFacts),
  ]
}

type WithFacts = (changed: QuarterFacts) => World

/** Of a withheld quarter, what must not be proven is that somebody was seen in it at all. */
const seenInWithheld = (period: string, facts: QuarterFacts, withFacts: WithFacts): Category => ({
  name: period,
  held: facts.contacts.map(countedContact),
  emptied: (insiders) =>
    withFacts({ ...facts, contacts: facts.contacts.filter((contact) => isOf(contact, insiders)) }),
})

const groupCategories = (
  world: World,
  period: string,
  facts: QuarterFacts,
  withFacts: WithFacts,
): Category[] =>
  categoriesOf(world.catalogue.themeGroup, ({ code }, place, sibling) => {
    const has = (contact: ContactFact) => contact.themeGroup === place
    return {
      name: `${period} themeGroup ${code}`,
      held: facts.contacts.filter(has).map(countedContact),
      emptied: (insiders) => withFacts(recoded(facts, has, insiders, toGroup(world, sibling))),
    }
  })

/** Here an insider is a witness, who knows an incident and not a person. */
const incidentCategories = (
  world: World,
  period: string,
  { incidents, ...facts }: QuarterFacts,
  withFacts: WithFacts,
): Category[] =>
  categoriesOf(world.catalogue.incidentIntensity, ({ code }, place, sibling) => ({
    name: `${period} incidentIntensity ${code}`,
    held: incidents.flatMap(({ intensity }, index) => (intensity === place ? [{ place, who: [index] }] : [])),
    emptied: (insiders) =>
      withFacts({
        ...facts,
        incidents: incidents.map((incident, index) =>
          incident.intensity === place && !insiders.has(index) ? { intensity: sibling } : incident,
        ),
      }),
  }))

function categoriesOfYear(world: World, year: NonNullable<World['year']>): Category[] {
  const { catalogue } = world
  const kinds = categoriesOf(catalogue.kind, ({ code }, place, kind) =>
    contactCategory(
      world,
      `kind ${code}`,
      (contact) => contact.kind === place,
      (contact) => ({ ...contact, kind }),
    ),
  )
  const groups = categoriesOf(catalogue.themeGroup, ({ code }, place, sibling) =>
    contactCategory(
      world,
      `themeGroup ${code}`,
      (contact) => contact.themeGroup === place,
      toGroup(world, sibling),
    ),
  )
  const themes = catalogue.themeGroup.flatMap(({ code: group, themes: order }, themeGroup) =>
    categoriesOf(order, ({ code }, place, theme) =>
      contactCategory(
        world,
        `theme ${group} ${code}`,
        (contact) => contact.themeGroup === themeGroup && contact.theme === place,
        (contact) => ({ ...contact, theme }),
      ),
    ),
  )
  return [...kinds, ...groups, ...themes, ...referralCategories(world, year), ...leaderCategories(world)]
}

/** Where referrals stand, and in which sectors: two tables of the same referrals, each recoded without touching the other. */
function referralCategories(world: World, year: NonNullable<World['year']>): Category[] {
  return (['outcome', 'sector'] as const).flatMap((attribute) =>
    categoriesOf(world.catalogue[attribute], ({ code }, place, sibling) => {
      const has = (referral: ReferralFact) => referral[attribute] === place
      return {
        name: `${attribute} ${code}`,
        held: year.referrals.filter(has).map(({ person }) => ({ place, who: [person] })),
        emptied: (insiders) => ({
          ...world,
          year: {
            ...year,
            referrals: year.referrals.map((referral) =>
              has(referral) && !insiders.has(referral.person)
                ? { ...referral, [attribute]: sibling }
                : referral,
            ),
          },
        }),
      }
    }),
  )
}

function contactCategory(
  world: World,
  name: string,
  has: (contact: ContactFact) => boolean,
  move: (contact: ContactFact) => ContactFact,
): Category {
  return {
    name,
    held: publishedContacts(world).filter(has).map(countedContact),
    emptied: (insiders) => ({
      ...world,
      quarters: world.quarters.map(({ period, facts }) => ({
        period,
        facts: isPublishable(facts, world.catalogue) ? recoded(facts, has, insiders, move) : facts,
      })),
    }),
  }
}

/** Gender and age band belong to a person: whom an insider met keeps them everywhere. */
function leaderCategories(world: World): Category[] {
  return (['gender', 'ageBand'] as const).flatMap((attribute) =>
    categoriesOf(world.catalogue[attribute], ({ code }, place, sibling) => {
      const has = (contact: ContactFact) => contact[attribute] === place
      const category = contactCategory(world, `${attribute} ${code}`, has, (contact) => ({
        ...contact,
        [attribute]: sibling,
      }))
      const leading = ({ persons }: ContactFact) => ({ place, who: persons.slice(0, 1) })
      return {
        name: category.name,
        held: publishedContacts(world).filter(has).map(leading),
        emptied: (insiders) => category.emptied(acquainted(world, insiders)),
      }
    }),
  )
}

/** The insiders and everybody who was with one of them in some contact. */
function acquainted(world: World, insiders: ReadonlySet<number>): ReadonlySet<number> {
  const met = new Set(insiders)
  for (const contact of publishedContacts(world)) {
    if (isOf(contact, insiders)) for (const person of contact.persons) met.add(person)
  }
  return met
}

const publishedContacts = ({ quarters, catalogue }: World): ContactFact[] =>
  quarters.filter(({ facts }) => isPublishable(facts, catalogue)).flatMap(({ facts }) => facts.contacts)

const isOf = ({ persons }: ContactFact, insiders: ReadonlySet<number>): boolean =>
  persons.some((person) => insiders.has(person))

const countedContact = ({ themeGroup, persons }: ContactFact): Counted => ({
  place: themeGroup,
  who: persons,
})

const recoded = (
  facts: QuarterFacts,
  has: (contact: ContactFact) => boolean,
  insiders: ReadonlySet<number>,
  move: (contact: ContactFact) => ContactFact,
): QuarterFacts => ({
  ...facts,
  contacts: facts.contacts.map((contact) =>
    has(contact) && !isOf(contact, insiders) ? move(contact) : contact,
  ),
})

function toGroup({ catalogue }: World, themeGroup: number): (contact: ContactFact) => ContactFact {
  const theme = (catalogue.themeGroup[themeGroup]?.themes.length ?? 1) - 1
  return (contact) => ({ ...contact, themeGroup, theme })
}
