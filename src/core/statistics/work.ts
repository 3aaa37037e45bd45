import { readSettings } from '../caseload/repository/settings.ts'
import type { Reader } from '../database.ts'
import { daysBetween } from '../caseload/calendar.ts'
import { placeIn, type Catalogue } from './disclosure/catalogue.ts'
import type { WorkFacts } from './disclosure/facts.ts'
import { firstDayOf, lastDayOf, type Period } from './period.ts'
import { statisticsQuery as query } from './tables.ts'

export type Work = { facts: WorkFacts; recordIds: readonly string[] }

/**
 * The work of a quarter that is not about persons: hours beside those agreed on, staff supported, groups, visits. Records
 * count once, as contacts do; `countsHere` tells whether a day belongs to the closing.
 */
export function workOf(
  reader: Reader,
  period: Period,
  catalogue: Catalogue,
  countsHere: (day: string) => boolean,
): Work {
  const hours = uncountedHours(reader, period).filter(({ day }) => countsHere(day))
  const support = uncountedSupport(reader, period).filter(({ at }) => countsHere(at))
  const groups = uncountedGroups(reader, period).filter(({ at }) => countsHere(at))
  const minutesIn = (part: string) =>
    sum(hours.filter((one) => one.part === part).map(({ minutes }) => minutes))
  const staffSupport = catalogue.staffSupport.map(() => 0)
  for (const { kind } of support) {
    const place = placeIn(catalogue.staffSupport, kind)
    staffSupport[place] = (staffSupport[place] ?? 0) + 1
  }
  return {
    facts: {
      library: { minutes: minutesIn('library'), agreed: agreedMinutes(reader, period, 'libraryMinutes') },
      outside: { minutes: minutesIn('outside'), agreed: agreedMinutes(reader, period, 'outsideMinutes') },
      staffSupport,
      groups: groups.length,
      groupHeadcount: sum(groups.map(({ headcount }) => headcount)),
      visits: visitsIn(reader, period),
    },
    recordIds: [...hours, ...support, ...groups].map(({ id }) => id),
  }
}

/** Minutes a week for the days of the quarter since the mandate began. */
function agreedMinutes(reader: Reader, period: Period, part: 'libraryMinutes' | 'outsideMinutes'): number {
  const { agreement, mandateStartsOn } = readSettings(reader)
  const first = firstDayOf(period)
  const from = mandateStartsOn !== null && mandateStartsOn > first ? mandateStartsOn : first
  const days = Math.max(0, daysBetween(from, lastDayOf(period)) + 1)
  return Math.round((agreement[part] * days) / 7)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const counted = query.selectFrom('countedRecord').select('recordId')
const endOf = (period: Period): string => `${lastDayOf(period)}T23:59`

const uncountedHours = (reader: Reader, period: Period) =>
  reader.all(
    query
      .selectFrom('workHours')
      .select(['id', 'day', 'minutes', 'part'])
      .where('day', '<=', lastDayOf(period))
      .where('id', 'not in', counted)
      .compile(),
  )

const uncountedSupport = (reader: Reader, period: Period) =>
  reader.all(
    query
      .selectFrom('staffSupport')
      .select(['id', 'at', 'kind'])
      .where('at', '<=', endOf(period))
      .where('id', 'not in', counted)
      .compile(),
  )

const uncountedGroups = (reader: Reader, period: Period) =>
  reader.all(
    query
      .selectFrom('groupActivity')
      .select(['id', 'at', 'headcount'])
      .where('at', '<=', endOf(period))
      .where('id', 'not in', counted)
      .compile(),
  )

/** Null when nobody entered the library's visits of any month of the quarter. */
function visitsIn(reader: Reader, period: Period): number | null {
  const months = reader.all(
    query
      .selectFrom('monthVisits')
      .select('count')
      .where('month', '>=', firstDayOf(period).slice(0, 7))
      .where('month', '<=', lastDayOf(period).slice(0, 7))
      .compile(),
  )
  return months.length === 0 ? null : sum(months.map(({ count }) => count))
}
