import { bytesOf, type World } from '#core/statistics/disclosure/world'
import { distributions, type Coalition, type SmallCategory, type SmallWorlds } from './exhaustive.ts'
import { tells, tellsBoth, tinyCatalogue, tinyFact, tinyWorld, type TinyContact } from './tiny-catalogue.ts'

export type Publish = (world: World) => string

/** A type of person: the contacts she had in the year; none for somebody absent, whose number the reader does not know. */
type PersonType = readonly TinyContact[]
/** How many persons there are of each type. */
type Counts = readonly number[]

export type Shape = {
  name: string
  k: number
  persons: number
  types: readonly PersonType[]
  categories: readonly (TypeCategory & { applies?: (bytes: string) => boolean })[]
  genders?: number
  ages?: number
}
type TypeCategory = { name: string; has: (contact: TinyContact) => boolean }

const groups = [0, 1, 2]
const quarters = [0, 1]
const ofGroup = (quarter: number, themeGroup: number) => (contact: TinyContact) =>
  contact.quarter === quarter && (contact.themeGroup ?? 0) === themeGroup

const quarterCategories = [
  ...quarters.map((quarter) => ({
    name: `Q${quarter}`,
    has: (contact: TinyContact) => contact.quarter === quarter,
  })),
  ...quarters.flatMap((quarter) =>
    groups.map((group) => ({
      name: `Q${quarter} group ${group}`,
      has: ofGroup(quarter, group),
      applies: tells(quarter),
    })),
  ),
]
const yearCategory = (name: string, has: (contact: TinyContact) => boolean) => ({
  name,
  has,
  applies: tellsBoth,
})

/** Themes, groups and genders over two quarters, one contact a person. */
export const oneContactEach = (k: number, persons: number): Shape => ({
  name: `one contact each, ${persons} persons, k ${k}`,
  k,
  persons,
  types: [
    [],
    ...quarters.flatMap((quarter) =>
      [
        { themeGroup: 0, theme: 0 },
        { themeGroup: 0, theme: 1 },
        { themeGroup: 1 },
        { themeGroup: 2 },
      ].flatMap((codes) => [0, 1].map((gender) => [{ quarter, gender, ...codes }])),
    ),
  ],
  categories: [
    ...quarterCategories,
    ...[0, 1].map((gender) => yearCategory(`gender ${gender}`, (contact) => contact.gender === gender)),
    ...[0, 1].map((theme) =>
      yearCategory(`theme ${theme}`, (contact) => contact.themeGroup === 0 && contact.theme === theme),
    ),
  ],
})

/** Groups over two quarters, one contact a person, of as many as nine. */
export const groupsByQuarter = (k: number, persons: number): Shape => ({
  name: `groups by quarter, ${persons} persons, k ${k}`,
  k,
  persons,
  types: [[], ...quarters.flatMap((quarter) => groups.map((themeGroup) => [{ quarter, themeGroup }]))],
  categories: [
    ...quarterCategories,
    ...groups.map((group) =>
      yearCategory(`group ${group}`, (contact) => (contact.themeGroup ?? 0) === group),
    ),
  ],
  genders: 1,
  ages: 1,
})

/** Groups over two quarters, up to two contacts a person: some are seen in one quarter only, some twice in the same. */
export function twoContacts(k: number, persons: number): Shape {
  const contacts = quarters.flatMap((quarter) => groups.map((themeGroup) => ({ quarter, themeGroup })))
  const pairs = contacts.flatMap((one, index) => contacts.slice(index).map((other) => [one, other]))
  return {
    name: `up to two contacts each, ${persons} persons, k ${k}`,
    k,
    persons,
    types: [[], ...contacts.map((contact) => [contact]), ...pairs],
    categories: [
      ...quarterCategories,
      ...groups.map((group) =>
        yearCategory(`group ${group}`, (contact) => (contact.themeGroup ?? 0) === group),
      ),
    ],
    genders: 1,
    ages: 1,
  }
}

/** Persons whose age band is not the same in both quarters, and persons seen in one of them only. */
export function changingAge(k: number, persons: number): Shape {
  const bands = [0, 1, 2]
  const first = bands.map((ageBand) => ({ quarter: 0, ageBand }))
  const second = bands.map((ageBand) => ({ quarter: 1, ageBand }))
  return {
    name: `age bands that change, ${persons} persons, k ${k}`,
    k,
    persons,
    types: [
      [],
      ...first.map((contact) => [contact]),
      ...second.map((contact) => [contact]),
      ...first.flatMap((one) => second.map((other) => [one, other])),
    ],
    categories: bands.map((band) => yearCategory(`age ${band}`, (contact) => contact.ageBand === band)),
    genders: 1,
  }
}

/** One attribute of four codes in an order that may be a bad one: every distribution of up to nine persons. */
export const oneAttribute = (k: number, persons: number): Shape => ({
  name: `one attribute, ${persons} persons, k ${k}`,
  k,
  persons,
  types: [[], ...[0, 1, 2, 3].map((kind) => [{ quarter: 0, kind }])],
  categories: [0, 1, 2, 3].map((kind) => ({
    name: `kind ${kind}`,
    has: (contact: TinyContact) => contact.kind === kind,
    applies: tells(0),
  })),
  genders: 1,
  ages: 1,
})

export function worldsOf(shape: Shape, publish: Publish = bytesOf): SmallWorlds<Counts> {
  const { name, k, persons, types } = shape
  const catalogue = tinyCatalogue(k, shape.genders, shape.ages)
  const caseloadOf = (counts: Counts): World => {
    const contacts = quarters.map((quarter) =>
      types.flatMap((type, index) =>
        Array.from({ length: counts[index] ?? 0 }, (_, n) => index * 100 + n).flatMap((id) =>
          type.filter((contact) => contact.quarter === quarter).map((contact) => tinyFact([id], contact)),
        ),
      ),
    )
    return tinyWorld(catalogue, contacts)
  }
  const categories = shape.categories.map(
    ({ name: category, has, applies = () => true }): SmallCategory<Counts> => {
      const having = types.map((type) => (type.some(has) ? 1 : 0))
      const held = (counts: Counts) => counts.reduce((sum, n, type) => sum + n * (having[type] ?? 0), 0)
      const known = (members: readonly number[]) =>
        members.reduce((sum, type) => sum + (having[type] ?? 0), 0)
      return { name: category, held, others: (counts, members) => held(counts) - known(members), applies }
    },
  )
  return {
    name,
    k,
    worlds: () => distributions(types.length, persons),
    bytesOf: (counts) => publish(caseloadOf(counts)),
    coalitionsOf: (counts) => multisets(counts, k - 1),
    categories,
  }
}

/** Every group of up to `size` persons of these types. */
function* multisets(
  counts: Counts,
  size: number,
  from = 0,
  members: readonly number[] = [],
): Generator<Coalition> {
  yield { key: members.join('.'), members }
  if (members.length === size) return
  for (let type = from; type < counts.length; type += 1) {
    const taken = members.filter((member) => member === type).length
    if (taken < (counts[type] ?? 0)) yield* multisets(counts, size, type, [...members, type])
  }
}
