import type { PersonFilter } from '#core/caseload/filter'
import { lastOf, several } from './contact-phrases.ts'

/** A filter of persons as its phrases: `stage:bond`, `notSeen:2026-11-03`. */
export function phrasesOfPeople(filter: PersonFilter): string[] {
  const { bondStages = [], ageBands = [], genders = [], populations = [], notSeenSince } = filter
  return [
    ...bondStages.map((code) => `stage:${code}`),
    ...ageBands.map((code) => `age:${code}`),
    ...genders.map((code) => `gender:${code}`),
    ...populations.map((code) => `population:${code}`),
    ...(notSeenSince === undefined ? [] : [`notSeen:${notSeenSince}`]),
  ]
}

export function peopleSaidBy(phrases: readonly string[]): PersonFilter {
  const notSeenSince = lastOf(phrases, 'notSeen')
  return {
    ...several(phrases, 'stage', 'bondStages'),
    ...several(phrases, 'age', 'ageBands'),
    ...several(phrases, 'gender', 'genders'),
    ...several(phrases, 'population', 'populations'),
    ...(notSeenSince !== undefined && { notSeenSince }),
  }
}
