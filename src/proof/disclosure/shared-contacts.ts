import { bytesOf, type World } from '#core/statistics/disclosure/world'
import { distributions, type Coalition, type SmallCategory, type SmallWorlds } from './exhaustive.ts'
import type { Publish } from './small-worlds.ts'
import { tells, tinyCatalogue, tinyFact, tinyWorld } from './tiny-catalogue.ts'

/**
 * Contacts of several known persons, or of nobody known, among a few persons who are somebody: their genders, and how many
 * contacts there are of each company (whose first person leads) and theme group. An insider sees every contact she was in,
 * its theme, and the gender of everyone there.
 */
type Together = { genders: readonly number[]; counts: readonly number[] }

export type SharedShape = { k: number; persons: number; contacts: number; groups: number; genders: number }

export function sharedContacts(
  { k, persons, contacts, groups, genders }: SharedShape,
  publish: Publish = bytesOf,
): SmallWorlds<Together> {
  const people = Array.from({ length: persons }, (_, person) => person)
  const companies = [[], ...people.flatMap((leader) => withCompanions(leader, people))]
  const types = companies.flatMap((company) =>
    Array.from({ length: groups }, (_, themeGroup) => ({ company, themeGroup })),
  )
  const catalogue = tinyCatalogue(k, Math.max(2, genders), 1)
  const residual = catalogue.gender.length - 1
  const caseloadOf = (together: Together): World => {
    const facts = types.flatMap(({ company, themeGroup }, type) => {
      const [leader] = company
      const gender = leader === undefined ? residual : (together.genders[leader] ?? residual)
      const fact = tinyFact(company, { quarter: 0, themeGroup, gender })
      return Array.from({ length: together.counts[type] ?? 0 }, () => fact)
    })
    return tinyWorld(catalogue, [facts])
  }
  const isOwn = (type: number, members: readonly number[]) =>
    types[type]?.company.some((person) => members.includes(person)) ?? false
  const personsIn = ({ counts }: Together, keeps: (type: number) => boolean, lead: boolean) =>
    new Set(
      types.flatMap(({ company }, type) =>
        (counts[type] ?? 0) > 0 && keeps(type) ? company.slice(0, lead ? 1 : company.length) : [],
      ),
    )
  const groupCategory = (group: number): SmallCategory<Together> => {
    const inGroup = (type: number) => types[type]?.themeGroup === group
    const held = (together: Together) => personsIn(together, inGroup, false).size
    const known = (together: Together, members: readonly number[]) =>
      personsIn(together, (type) => inGroup(type) && isOwn(type, members), false).size
    return {
      name: `group ${group}`,
      held,
      others: (together, members) => held(together) - known(together, members),
      applies: tells(0),
    }
  }
  const genderCategory = (gender: number): SmallCategory<Together> => {
    const leaders = (together: Together) =>
      [...personsIn(together, () => true, true)].filter((person) => together.genders[person] === gender)
    return {
      name: `gender ${gender}`,
      held: (together) => leaders(together).length,
      others(together, members) {
        const met = personsIn(together, (type) => isOwn(type, members), false)
        return leaders(together).filter((person) => !met.has(person) && !members.includes(person)).length
      },
      applies: tells(0),
    }
  }
  function* worlds(): Generator<Together> {
    for (const counts of distributions(types.length, contacts)) {
      for (const assigned of assignments(persons, genders)) yield { counts, genders: assigned }
    }
  }
  const recordsOf = (together: Together, members: readonly number[]) => {
    const own = together.counts.map((n, type) => (isOwn(type, members) ? n : 0))
    const met = personsIn(together, (type) => isOwn(type, members), false)
    return `${own.join('')}/${people.map((person) => (met.has(person) ? together.genders[person] : '')).join('.')}`
  }
  return {
    name: `shared contacts: ${contacts} among ${persons} persons, ${groups} groups, ${genders} genders, k ${k}`,
    k,
    worlds,
    bytesOf: (together) => publish(caseloadOf(together)),
    coalitionsOf: (together) =>
      subsets(people, k - 1).map((members): Coalition => ({
        key: `${members.join('.')}:${recordsOf(together, members)}`,
        members,
      })),
    categories: [
      ...Array.from({ length: groups }, (_, group) => groupCategory(group)),
      ...(genders < 2 ? [] : Array.from({ length: genders }, (_, gender) => genderCategory(gender))),
    ],
  }
}

function withCompanions(leader: number, people: readonly number[]): number[][] {
  const others = people.filter((person) => person !== leader)
  return subsets(others, others.length).map((companions) => [leader, ...companions])
}

/** Every set of up to `size` of these, the empty one first. */
function subsets(values: readonly number[], size: number): number[][] {
  const [first, ...rest] = values
  if (first === undefined || size === 0) return [[]]
  return [...subsets(rest, size), ...subsets(rest, size - 1).map((subset) => [first, ...subset])]
}

function* assignments(persons: number, genders: number): Generator<number[]> {
  for (let code = 0; code < genders ** persons; code += 1) {
    yield Array.from({ length: persons }, (_, person) => Math.floor(code / genders ** person) % genders)
  }
}
