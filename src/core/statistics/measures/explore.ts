import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { statisticsQuery as query } from '../tables.ts'
import { attributesOf, meetings, type Attributes, type ExplorationFilter, type Meeting } from './meetings.ts'
import { createTally, type ExactRow } from './tally.ts'

/** Exact figures of some days, for inside the laptop only. */
export type Exploration = {
  contacts: number
  /** Distinct known persons. */
  persons: number
  /** Unidentified people, contact by contact: the same one met twice counts twice. */
  unidentified: number
  minutes: number
  referrals: number
  incidents: number
  /** Of the whole months asked that somebody entered; null when none. */
  visits: number | null
  /** Over those months only. */
  incidentsPerThousandVisits: number | null
  /** For `outcome` and `sector` a row counts referrals, for `incidentIntensity` incidents. */
  tables: { attribute: string; rows: ExactRow[] }[]
  months: { month: string; contacts: number; persons: number }[]
}

/**
 * Contacts count under each of their kinds and themes: unlike in a release, these lines may add up to more than the total.
 * The filter is about contacts; referrals and incidents are all those of the days.
 */
export function explore(
  reader: Reader,
  from: string,
  to: string,
  filter: ExplorationFilter = {},
): Exploration {
  const minutes = { from: `${from}T00:00`, to: `${to}T23:59` }
  const people = attributesOf(reader)
  const met = meetings(reader, { from, to }, filter, people)
  const { tables, ...counts } = countMeetings(met, people, themeGroups(reader))
  return {
    ...counts,
    referrals: reader.all(referralsQuery(from, to))[0]?.referrals ?? 0,
    incidents: reader.all(incidentsQuery(minutes))[0]?.incidents ?? 0,
    ...visitFigures(reader, from, to),
    tables: [
      ...tables,
      { attribute: 'outcome', rows: reader.all(outcomeQuery(from, to)) },
      { attribute: 'sector', rows: reader.all(sectorQuery(from, to)) },
      { attribute: 'incidentIntensity', rows: reader.all(intensityQuery(minutes)) },
    ],
  }
}

/** All the tables of contacts in one passage: SQL would read the year once for each. */
function countMeetings(
  met: Iterable<Meeting>,
  people: Attributes,
  groups: ReadonlyMap<string, string>,
): Pick<Exploration, 'contacts' | 'persons' | 'unidentified' | 'minutes' | 'tables' | 'months'> {
  const highest = [...people.keys()].reduce((most, number) => Math.max(most, number), 0)
  const tally = () => createTally(highest)
  const tallies = {
    kind: tally(),
    theme: tally(),
    themeGroup: tally(),
    place: tally(),
    mandateAxis: tally(),
    crisis: tally(),
    gender: tally(),
    ageBand: tally(),
  }
  const months = tally()
  const everybody = tally()
  const count = (contact: number, meeting: Meeting, person: number | null) => {
    everybody.add('', contact, person)
    months.add(meeting.month, contact, person)
    for (const kind of meeting.kinds) tallies.kind.add(kind, contact, person)
    for (const theme of meeting.themes) {
      tallies.theme.add(theme, contact, person)
      const group = groups.get(theme)
      if (group !== undefined) tallies.themeGroup.add(group, contact, person)
    }
    tallies.place.add(meeting.place, contact, person)
    tallies.mandateAxis.add(meeting.mandateAxis, contact, person)
    if (meeting.crisis !== null) tallies.crisis.add(meeting.crisis, contact, person)
    const known = person === null ? undefined : people.get(person)
    if (!known) return
    tallies.gender.add(known.gender, contact, person)
    tallies.ageBand.add(known.ageBand, contact, person)
  }
  let contacts = 0
  let unidentified = 0
  let minutes = 0
  for (const meeting of met) {
    if (meeting.persons.length === 0) count(contacts, meeting, null)
    for (const person of meeting.persons) count(contacts, meeting, person)
    contacts++
    unidentified += meeting.unidentified
    minutes += meeting.minutes
  }
  return {
    contacts,
    unidentified,
    minutes,
    persons: everybody.rows()[0]?.persons ?? 0,
    tables: Object.entries(tallies).map(([attribute, tally]) => ({ attribute, rows: tally.rows() })),
    months: months
      .rows()
      .map(({ code: month, ...counts }) => ({ month, ...counts }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
  }
}

/** Of the themes that have one. */
function themeGroups(reader: Reader): Map<string, string> {
  const themes = reader.all(
    query.selectFrom('listValue').select(['code', 'groupCode']).where('list', '=', 'theme').compile(),
  )
  return new Map(themes.flatMap(({ code, groupCode }) => (groupCode === null ? [] : [[code, groupCode]])))
}

const byCount = sql`2 desc, 1`
type Minutes = { from: string; to: string }

const referralsProposed = (from: string, to: string) =>
  query.selectFrom('referral').where('proposedOn', '>=', from).where('proposedOn', '<=', to)

const referralsQuery = (from: string, to: string) =>
  referralsProposed(from, to)
    .select(sql<number>`count(*)`.as('referrals'))
    .compile()

const outcomeQuery = (from: string, to: string) =>
  referralsProposed(from, to)
    .select([
      'state as code',
      sql<number>`count(*)`.as('contacts'),
      sql<number>`count(distinct personId)`.as('persons'),
    ])
    .groupBy('state')
    .orderBy(byCount)
    .compile()

const sectorQuery = (from: string, to: string) =>
  referralsProposed(from, to)
    .innerJoin('resource', 'resource.id', 'referral.resourceId')
    .select([
      'resource.sector as code',
      sql<number>`count(*)`.as('contacts'),
      sql<number>`count(distinct personId)`.as('persons'),
    ])
    .groupBy('resource.sector')
    .orderBy(byCount)
    .compile()

const incidentsIn = ({ from, to }: Minutes) =>
  query.selectFrom('incident').where('at', '>=', from).where('at', '<=', to)

const incidentsQuery = (days: Minutes) =>
  incidentsIn(days)
    .select(sql<number>`count(*)`.as('incidents'))
    .compile()

/** Incidents against the library's visits, over the months that are whole and entered. */
function visitFigures(
  reader: Reader,
  from: string,
  to: string,
): Pick<Exploration, 'visits' | 'incidentsPerThousandVisits'> {
  const entered = reader.all(
    query
      .selectFrom('monthVisits')
      .select((eb) => [
        'count',
        eb
          .selectFrom('incident')
          .where(sql<boolean>`incident.at >= month and incident.at < month || '-99'`)
          .select((eb) => eb.fn.countAll<number>().as('incidents'))
          .as('incidents'),
      ])
      // whole months: the first day is asked, and the first of the next month comes after the last day asked
      .where(sql<boolean>`month || '-01' >= ${from}`)
      .where(sql<boolean>`date(month || '-01', '+1 month', '-1 day') <= ${to}`)
      .compile(),
  )
  const visits = entered.reduce((sum, { count }) => sum + count, 0)
  const incidents = entered.reduce((sum, row) => sum + (row.incidents ?? 0), 0)
  return {
    visits: entered.length === 0 ? null : visits,
    incidentsPerThousandVisits: visits === 0 ? null : (incidents * 1000) / visits,
  }
}

const intensityQuery = (days: Minutes) =>
  incidentsIn(days)
    .select([
      sql<string>`cast(intensity as text)`.as('code'),
      sql<number>`count(*)`.as('contacts'),
      sql<number>`count(distinct personId)`.as('persons'),
    ])
    .groupBy('intensity')
    .orderBy('intensity')
    .compile()
