import type { Random } from '#core/random'
import type { GroupActivity, StaffSupport, WorkHours } from '#core/caseload/activity'
import { addDays, dayOf, mondayOf } from '#core/caseload/calendar'
import type { SavedFilter } from '#core/caseload/filter'
import type { MonthVisits } from '#core/caseload/incident'
import { blankPerson, type Person, type Tie } from '#core/caseload/person'
import { openMinute, progress } from './calendar.ts'
import {
  activityNotes,
  activityTitles,
  duplicateAlias,
  hoursNotes,
  savedFilterNames,
  staffNotes,
  tieNotes,
} from './work.fr.ts'
import { activityKinds, gatheringPlaces, mandateBegan, staffSupportKinds, tieKinds } from './mix.ts'
import { seededId } from './seeded-id.ts'

export type Span = { from: string; until: string }

/** One a week or so, with a few to a dozen people. */
export function inventGroupActivities(random: Random, span: Span): GroupActivity[] {
  return everyFewDays(random, span, 5, 11).map((at) => {
    const kind = random.weighted(activityKinds)
    return {
      id: seededId(random, at),
      title: random.pick(activityTitles[kind] ?? ['']),
      kind,
      at,
      place: kind === 'outing' ? 'downtown' : random.weighted(gatheringPlaces),
      durationMinutes: random.int(3, 9) * 15,
      headcount: random.int(3, 14),
      mandateAxis: at < mandateBegan ? 'pilot-climate' : 'youth',
      note: random.pick(activityNotes),
    }
  })
}

/** The staff feel safer as months go by. */
export function inventStaffSupport(random: Random, span: Span): StaffSupport[] {
  return everyFewDays(random, span, 3, 9).map((at) => {
    const kind = random.weighted(staffSupportKinds)
    const late = progress(dayOf(at), span.from, span.until)
    const pulse = 2 + Math.round(late * 2) + random.int(-1, 1)
    return {
      id: seededId(random, at),
      kind,
      at,
      durationMinutes: random.int(1, 8) * 10,
      headcount: random.int(1, 6),
      safetyPulse: random.chance(0.5) ? Math.max(1, Math.min(5, pulse)) : null,
      note: random.pick(staffNotes[kind] ?? ['']),
    }
  })
}

function everyFewDays(random: Random, { from, until }: Span, least: number, most: number): string[] {
  const minutes: string[] = []
  for (
    let day = addDays(from, random.int(1, most));
    day <= until;
    day = addDays(day, random.int(least, most))
  ) {
    // two days, for one of them is never a Sunday
    minutes.push(openMinute(random, day, addDays(day, 1)))
  }
  return minutes.filter((at) => dayOf(at) <= until)
}

/** About 25 hours in the library and 10 outside a week. */
export function inventHours(random: Random, { from, until }: Span): WorkHours[] {
  const entries: WorkHours[] = []
  for (let monday = mondayOf(from); monday <= until; monday = addDays(monday, 7)) {
    for (const [offset, part, hours] of week) {
      const day = addDays(monday, offset)
      if (day < from || day > until) continue
      const minutes = hours * 60 + random.int(-3, 3) * 15
      const note = random.pick(hoursNotes[part] ?? [''])
      entries.push({ id: seededId(random, `${day}T17:00`), day, minutes, part, mandateAxis: null, note })
    }
  }
  return entries
}

/** Days from Monday. */
const week = [
  [0, 'library', 6],
  [1, 'library', 6],
  [1, 'outside', 2],
  [2, 'outside', 5],
  [3, 'library', 7],
  [4, 'library', 6],
  [4, 'outside', 3],
] as const

/** Every whole month. */
export function inventVisits(random: Random, { from, until }: Span): MonthVisits[] {
  const months = new Set<string>()
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const isWhole = day.endsWith('-01') && addDays(day, 31) <= addDays(until, 4)
    if (isWhole) months.add(day.slice(0, 7))
  }
  return [...months].map((month) => ({ month, count: random.int(90, 140) * 100 }))
}

/** One person in five is tied to another, met before or after. */
export function inventTies(random: Random, persons: readonly Person[], at: string): Tie[] {
  return persons.flatMap(({ id: personId }, index) => {
    const other = persons[(index + 1 + random.int(0, 5)) % persons.length]
    if (!other || other.id === personId || index % 5 !== 0) return []
    const kind = random.weighted(tieKinds)
    return [{ id: seededId(random, at), personId, otherId: other.id, kind, note: random.pick(tieNotes) }]
  })
}

export type MergedDuplicate = { person: Person; keepId: string }

/** The last newcomer but one, entered twice and merged; to whom it happens does not matter. */
export function inventDuplicate(random: Random, persons: readonly Person[], at: string): MergedDuplicate[] {
  const keep = persons.at(-2)
  if (!keep) return []
  const aliases = [duplicateAlias(keep.aliases[0] ?? '')]
  return [{ keepId: keep.id, person: { ...blankPerson, id: seededId(random, at), aliases } }]
}

export function inventFilters(random: Random, at: string): SavedFilter[] {
  const { incomplete, youth } = savedFilterNames
  return [
    { id: seededId(random, at), list: 'contacts', name: incomplete, filter: { incomplete: true } },
    {
      id: seededId(random, at),
      list: 'contacts',
      name: youth,
      filter: { kinds: ['mediation', 'animation'], mandateAxis: 'youth' },
    },
  ]
}
