import { sql } from 'kysely'
import * as z from 'zod'
import { codes } from '../../caseload/fields.ts'
import type { Reader } from '../../database.ts'
import { statisticsQuery as query } from '../tables.ts'

/**
 * Which contacts are counted. What is left out does not restrict; codes of a field are alternatives. Those of a person
 * keep the contacts of such persons, and count no other person.
 */
export const explorationFilter = z.strictObject({
  kinds: codes.optional(),
  themes: codes.optional(),
  places: codes.optional(),
  mandateAxes: codes.optional(),
  crises: codes.optional(),
  genders: codes.optional(),
  ageBands: codes.optional(),
  populations: codes.optional(),
})
export type ExplorationFilter = z.infer<typeof explorationFilter>

/** A contact as the view `dayFacts` has it. */
type Fact = [
  kinds: string[],
  themes: string[],
  place: string,
  mandateAxis: string,
  crisis: string | null,
  unidentified: number,
  minutes: number,
  persons: number[],
]

/** What is counted of a contact. Persons are numbers that mean nothing outside one reading. */
export interface Meeting {
  /** `YYYY-MM` */
  month: string
  kinds: readonly string[]
  themes: readonly string[]
  place: string
  mandateAxis: string
  crisis: string | null
  unidentified: number
  minutes: number
  persons: readonly number[]
}

/** What is counted of a person, by number. */
export type Attributes = ReadonlyMap<number, { gender: string; ageBand: string; populations: string }>

/** Days read at once. */
const pageLength = 31

/** The contacts the filter keeps, one at a time: a year of them would fill the memory. Days `YYYY-MM-DD` inclusive. */
export function* meetings(
  reader: Reader,
  { from, to }: { from: string; to: string },
  filter: ExplorationFilter,
  people: Attributes,
): Generator<Meeting> {
  const kept = keeping(filter)
  const isAsked = personsAsked(filter, people)
  for (const { day, facts } of daysOf(reader, from, to)) {
    const month = day.slice(0, 7)
    for (const [kinds, themes, place, mandateAxis, crisis, unidentified, minutes, met] of parse(facts)) {
      const persons = isAsked === null ? met : met.filter(isAsked)
      if (isAsked !== null && persons.length === 0) continue
      const meeting = { month, kinds, themes, place, mandateAxis, crisis, unidentified, minutes, persons }
      if (kept(meeting)) yield meeting
    }
  }
}

function* daysOf(reader: Reader, from: string, to: string): Generator<{ day: string; facts: string }> {
  const all = query.selectFrom('dayFacts').selectAll().where('day', '<=', to).orderBy('day').limit(pageLength)
  for (let page = reader.all(all.where('day', '>=', from).compile()); ;) {
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageLength) return
    page = reader.all(all.where('day', '>', last.day).compile())
  }
}

const parse = (facts: string): Fact[] => JSON.parse(facts)

/** Everybody's, from an index: the files themselves are not read. */
export function attributesOf(reader: Reader): Attributes {
  const person = sql<string>`json_array(rowid, gender, ageBand, populations)`
  const all = sql<{ people: string }>`select json_group_array(json(${person})) as people from person`
  const people: [number, string, string, string][] = JSON.parse(
    reader.all(all.compile(query))[0]?.people ?? '[]',
  )
  return new Map(
    people.map(([number, gender, ageBand, populations]) => [number, { gender, ageBand, populations }]),
  )
}

function keeping({ kinds, themes, places, mandateAxes, crises }: ExplorationFilter) {
  const isKind = among(kinds)
  const isTheme = among(themes)
  const isPlace = among(places)
  const isAxis = among(mandateAxes)
  const isCrisis = among(crises)
  return (meeting: Meeting): boolean =>
    (isKind === null || meeting.kinds.some(isKind)) &&
    (isTheme === null || meeting.themes.some(isTheme)) &&
    (isPlace === null || isPlace(meeting.place)) &&
    (isAxis === null || isAxis(meeting.mandateAxis)) &&
    (isCrisis === null || (meeting.crisis !== null && isCrisis(meeting.crisis)))
}

function personsAsked({ genders, ageBands, populations }: ExplorationFilter, people: Attributes) {
  const isGender = among(genders)
  const isAge = among(ageBands)
  const isPopulation = among(populations)
  if (isGender === null && isAge === null && isPopulation === null) return null
  return (number: number): boolean => {
    const person = people.get(number)
    return (
      person !== undefined &&
      (isGender === null || isGender(person.gender)) &&
      (isAge === null || isAge(person.ageBand)) &&
      (isPopulation === null || parseCodes(person.populations).some(isPopulation))
    )
  }
}

/** Null when nothing is asked: nothing asked restricts nothing. */
function among(wanted: readonly string[] | undefined): ((code: string) => boolean) | null {
  if (wanted === undefined || wanted.length === 0) return null
  const codes = new Set(wanted)
  return (code) => codes.has(code)
}

const parseCodes = (json: string): string[] => JSON.parse(json)
