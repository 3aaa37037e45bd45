import type { Random } from '#core/random'
import { addDays, dayOf } from '#core/caseload/calendar'
import { blankPerson, type Person } from '#core/caseload/person'
import { howMet, languages, nickname, otherAliases, safetyNotes, strengths } from './people.fr.ts'
import { ageBands, genders, isYoung, themes, type Theme } from './mix.ts'
import { seededId } from './seeded-id.ts'

/** A fictional person, and what only the generator knows of them. */
export type Character = {
  person: Person
  /** How often they come, relative to others: a few come very often. */
  weight: number
  /** What they mostly talk about. */
  concerns: readonly Theme[]
  metAt: string
}

export function inventPerson(random: Random, index: number, metAt: string): Character {
  const ageBand = random.weighted(ageBands)
  const concerns = [random.weighted(themes), random.weighted(themes)]
  const person: Person = {
    ...blankPerson,
    id: seededId(random, metAt),
    aliases: [nickname(index), ...(random.chance(0.15) ? [random.pick(otherAliases)] : [])],
    ageBand,
    ageEstimated: random.chance(0.8),
    gender: random.weighted(genders),
    genderEstimated: random.chance(0.5),
    populations: populationsOf(ageBand, concerns),
    howMet: random.pick(howMet),
    languages: random.pick(languages),
    strengths: random.pick(strengths),
    safetyNote: random.chance(0.06) ? random.pick(safetyNotes) : '',
  }
  return { person, weight: Math.min(9, (1 - random.next()) ** -0.75), concerns, metAt }
}

function populationsOf(ageBand: string, concerns: readonly Theme[]): string[] {
  return [
    ...(isYoung(ageBand) ? ['teenagers'] : []),
    ...(ageBand === '65-plus' ? ['seniors'] : []),
    ...(concerns.includes('immigration') ? ['newcomers'] : []),
  ]
}

export type BondStageChange = { personId: string; stage: string; on: string }

/** The bond grows with the meetings; a person not seen for long is dormant. Days are those of meetings. */
export function bondStages(
  random: Random,
  { person }: Character,
  days: readonly string[],
  until: string,
): BondStageChange[] {
  const reached = [
    { stage: 'exploration', at: 0 },
    { stage: 'first-exchanges', at: 1 },
    { stage: 'bond', at: 3 },
    { stage: 'accompaniment', at: random.int(5, 8) },
  ].flatMap(({ stage, at }) => {
    const on = days[at]
    return on === undefined ? [] : [{ personId: person.id, stage, on }]
  })
  const last = days.at(-1)
  const asleep = last !== undefined && addDays(last, 75) < until
  return asleep ? [...reached, { personId: person.id, stage: 'dormant', on: addDays(last, 75) }] : reached
}

/** With the stage reached, and the day help was accepted when the bond was made. */
export function withBond(person: Person, stages: readonly BondStageChange[]): Person {
  const bond = stages.find(({ stage }) => stage === 'bond')
  return {
    ...person,
    bondStage: stages.at(-1)?.stage ?? person.bondStage,
    engagedOn: bond === undefined ? null : dayOf(bond.on),
  }
}
