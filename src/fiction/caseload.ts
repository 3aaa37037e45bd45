import { seededRandom, type Random } from '#core/random'
import type { GroupActivity, StaffSupport, WorkHours } from '#core/caseload/activity'
import { addDays, dayOf } from '#core/caseload/calendar'
import type { Contact } from '#core/caseload/contact'
import type { FollowUp } from '#core/caseload/follow-up'
import type { SavedFilter } from '#core/caseload/filter'
import type { Incident, MonthVisits } from '#core/caseload/incident'
import type { Person, Tie } from '#core/caseload/person'
import type { Referral } from '#core/caseload/referral'
import type { Resource } from '#core/caseload/resource'
import { firstDayOf, openMinute } from './calendar.ts'
import { inventContact } from './contacts.ts'
import { inventDuties, type Duties } from './duties.ts'
import { bondStages, inventPerson, withBond, type BondStageChange, type Character } from './people.ts'
import { sampleDirectory } from './resources.ts'
import { seededId } from './seeded-id.ts'
import {
  inventDuplicate,
  inventFilters,
  inventGroupActivities,
  inventHours,
  inventStaffSupport,
  inventTies,
  inventVisits,
  type MergedDuplicate,
  type Span,
} from './work.ts'
import { inventFollowUp, inventIncidents, inventOwnFollowUps, inventReferral } from './sequels.ts'

export type CaseloadSize = {
  seed: number
  persons: number
  contacts: number
  months: number
  /** The last day of the caseload. */
  until: string
}

/** Fictional records, as the schemas have them; contacts and incidents in order of time. */
export type Caseload = {
  persons: Person[]
  bondStages: BondStageChange[]
  contacts: Contact[]
  referrals: Referral[]
  followUps: FollowUp[]
  resources: Resource[]
  incidents: Incident[]
  ties: Tie[]
  /** Entered twice and merged: hidden, and in no list. */
  duplicates: MergedDuplicate[]
  groupActivities: GroupActivity[]
  staffSupport: StaffSupport[]
  workHours: WorkHours[]
  visits: MonthVisits[]
  filters: SavedFilter[]
  duties: Duties
}

/** The same records for the same size and seed. Nobody in it exists. */
export function inventCaseload({ seed, persons, contacts, months, until }: CaseloadSize): Caseload {
  const random = seededRandom(seed)
  const from = firstDayOf(until, months)
  const minutes = Array.from({ length: contacts }, () => openMinute(random, from, until)).toSorted()
  const characters = inventCharacters(random, minutes, persons, `${from}T10:00`)
  const company = companyOf(characters)
  const meetings = minutes.map((at, index) => ({
    ...inventContact(random, at, whoIsMet(random, characters.get(index), company.before(index))),
    // the last afternoon was a busy one
    incomplete: contacts > 20 && index >= contacts - 2,
  }))
  const resources = sampleDirectory().map((fields) => ({
    ...fields,
    // as old as it is in a directory kept up, whenever the caseload ends
    lastCheckedOn: random.chance(0.8) ? addDays(until, -random.int(1, 300)) : null,
    id: seededId(random, `${from}T08:00`),
    retiredOn: null,
  }))
  const days = daysByPerson(meetings)
  const stages = [...characters.values()].flatMap((character) =>
    bondStages(random, character, days.get(character.person.id) ?? [], until),
  )
  const known = [...characters.values()].map(({ person }) => person)
  const stagesOf = Map.groupBy(stages, ({ personId }) => personId)
  return {
    persons: [...characters.values()].map(({ person }) => withBond(person, stagesOf.get(person.id) ?? [])),
    bondStages: stages,
    contacts: meetings,
    referrals: meetings.flatMap((contact) => inventReferral(random, contact, resources, until)),
    followUps: [
      ...meetings.flatMap((contact) => inventFollowUp(random, contact, until)),
      ...inventOwnFollowUps(random, until),
    ],
    resources,
    incidents: inventIncidents(random, meetings, from, until),
    ...inventWork(random, [...characters.values()], { from, until }),
    duties: inventDuties(random, known, meetings, { from, until }),
  }
}

/** What the worker does besides meeting people, and how the vault is kept. */
function inventWork(random: Random, characters: readonly Character[], { from, until }: Span) {
  const persons = characters.map(({ person }) => person)
  const last = `${until}T16:00`
  return {
    ties: inventTies(random, persons, last),
    duplicates: inventDuplicate(random, persons, last),
    groupActivities: inventGroupActivities(random, { from, until }),
    staffSupport: inventStaffSupport(random, { from, until }),
    workHours: inventHours(random, { from, until }),
    visits: inventVisits(random, { from, until }),
    filters: inventFilters(random, last),
  }
}

/**
 * By the contact at which each is met for the first time: the caseload fills faster at the beginning. Persons beyond the
 * number of contacts are known already and not met.
 */
function inventCharacters(
  random: Random,
  minutes: readonly string[],
  persons: number,
  before: string,
): Map<number, Character> {
  const firsts = new Set<number>()
  while (firsts.size < Math.min(persons, minutes.length)) {
    firsts.add(Math.floor(random.next() ** 1.4 * minutes.length))
  }
  for (let unmet = minutes.length; firsts.size < persons; unmet += 1) firsts.add(unmet)
  return new Map(
    [...firsts]
      .toSorted((a, b) => a - b)
      .map((contact, index) => [contact, inventPerson(random, index, minutes[contact] ?? before)]),
  )
}

/** Those met before a contact, and how often each comes. */
type Company = { count: number; pick: (random: Random) => Character }

/** The weights are added up once: a hundred thousand contacts choose among thousands of persons. */
function companyOf(characters: ReadonlyMap<number, Character>): { before: (contact: number) => Company } {
  const everybody = [...characters.values()]
  const firsts = [...characters.keys()]
  const sums: number[] = []
  for (const { weight } of everybody) sums.push((sums.at(-1) ?? 0) + weight)
  return {
    before(contact) {
      const count = firstAbove(firsts, contact - 1)
      const total = sums[count - 1] ?? 0
      return {
        count,
        pick(random) {
          const chosen = everybody[Math.min(firstAbove(sums, random.next() * total), count - 1)]
          if (chosen === undefined) throw new Error('nobody to choose from')
          return chosen
        },
      }
    },
  }
}

/** The place of the first number above a bound, in numbers that grow. */
function firstAbove(numbers: readonly number[], bound: number): number {
  let [from, to] = [0, numbers.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((numbers[middle] ?? Infinity) > bound) to = middle
    else from = middle + 1
  }
  return from
}

/** The newcomer of this contact, or persons known by then, or nobody known. */
function whoIsMet(random: Random, newcomer: Character | undefined, known: Company): Character[] {
  if (newcomer === undefined && (known.count === 0 || random.chance(0.09))) return []
  const first = newcomer ?? known.pick(random)
  if (known.count < 2 || !random.chance(0.12)) return [first]
  return [...new Set([first, known.pick(random)])]
}

function daysByPerson(contacts: readonly Contact[]): ReadonlyMap<string, string[]> {
  const days = new Map<string, string[]>()
  for (const { personIds, at } of contacts) {
    for (const id of personIds) {
      const known = days.get(id)
      if (known) known.push(dayOf(at))
      else days.set(id, [dayOf(at)])
    }
  }
  return days
}
