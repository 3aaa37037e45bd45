import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { statisticsQuery as query } from '../tables.ts'
import { meetings, type ExplorationFilter, type Minutes } from './meetings.ts'

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
  tables: { attribute: string; rows: ExactRow[] }[]
  months: { month: string; contacts: number; persons: number }[]
}
/** Contacts of a code, and their distinct known persons. For `outcome` and `sector` referrals, for `incidentIntensity` incidents. */
type ExactRow = { code: string; contacts: number; persons: number }

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
  const days = { ...minutes, filter }
  const totals = reader.all(totalsQuery(days))[0]
  return {
    contacts: totals?.contacts ?? 0,
    persons: totals?.persons ?? 0,
    unidentified: totals?.unidentified ?? 0,
    minutes: totals?.minutes ?? 0,
    referrals: reader.all(referralsQuery(from, to))[0]?.referrals ?? 0,
    incidents: reader.all(incidentsQuery(minutes))[0]?.incidents ?? 0,
    ...visitFigures(reader, from, to),
    tables: [
      { attribute: 'kind', rows: reader.all(listedQuery('kinds', days)) },
      { attribute: 'theme', rows: reader.all(listedQuery('themes', days)) },
      { attribute: 'themeGroup', rows: reader.all(themeGroupQuery(days)) },
      { attribute: 'place', rows: reader.all(contactCodeQuery('place', days)) },
      { attribute: 'mandateAxis', rows: reader.all(contactCodeQuery('mandateAxis', days)) },
      { attribute: 'crisis', rows: reader.all(contactCodeQuery('crisis', days)) },
      { attribute: 'gender', rows: reader.all(personCodeQuery('gender', days)) },
      { attribute: 'ageBand', rows: reader.all(personCodeQuery('ageBand', days)) },
      { attribute: 'outcome', rows: reader.all(outcomeQuery(from, to)) },
      { attribute: 'sector', rows: reader.all(sectorQuery(from, to)) },
      { attribute: 'incidentIntensity', rows: reader.all(intensityQuery(minutes)) },
    ],
    months: reader.all(monthsQuery(days)),
  }
}

const contacts = sql<number>`count(distinct contact.id)`.as('contacts')
const persons = sql<number>`count(distinct contactPerson.personId)`.as('persons')
const byCount = sql`2 desc, 1`

type Asked = Minutes & { filter: ExplorationFilter }

const totalsQuery = (days: Asked) =>
  query
    .selectFrom('contact')
    .where('id', 'in', meetings(days, days.filter).select('contact.id'))
    .select([
      sql<number>`count(*)`.as('contacts'),
      sql<number>`coalesce(sum(unidentifiedCount), 0)`.as('unidentified'),
      sql<number>`coalesce(sum(durationMinutes), 0)`.as('minutes'),
      meetings(days, days.filter).select(persons).as('persons'),
    ])
    .compile()

const listedQuery = (column: 'kinds' | 'themes', days: Asked) =>
  meetings(days, days.filter)
    .innerJoin(sql<{ value: string }>`json_each(contact.${sql.ref(column)})`.as('listed'), (join) =>
      join.onTrue(),
    )
    .select(['listed.value as code', contacts, persons])
    .groupBy('listed.value')
    .orderBy(byCount)
    .compile()

const themeGroupQuery = (days: Asked) =>
  meetings(days, days.filter)
    .innerJoin(sql<{ value: string }>`json_each(contact.themes)`.as('listed'), (join) => join.onTrue())
    .innerJoin('listValue', (join) =>
      join.onRef('listValue.code', '=', 'listed.value').on('listValue.list', '=', 'theme'),
    )
    .where('listValue.groupCode', 'is not', null)
    .select([sql<string>`listValue.groupCode`.as('code'), contacts, persons])
    .groupBy('listValue.groupCode')
    .orderBy(byCount)
    .compile()

const contactCodeQuery = (column: 'place' | 'mandateAxis' | 'crisis', days: Asked) =>
  meetings(days, days.filter)
    .where(`contact.${column}`, 'is not', null)
    .select([sql<string>`contact.${sql.ref(column)}`.as('code'), contacts, persons])
    .groupBy(`contact.${column}`)
    .orderBy(byCount)
    .compile()

const personCodeQuery = (column: 'gender' | 'ageBand', days: Asked) =>
  meetings(days, days.filter)
    .innerJoin('person', 'person.id', 'contactPerson.personId')
    .select([`person.${column} as code`, contacts, persons])
    .groupBy(`person.${column}`)
    .orderBy(byCount)
    .compile()

const monthsQuery = (days: Asked) =>
  meetings(days, days.filter)
    .select([sql<string>`substr(contact.at, 1, 7)`.as('month'), contacts, persons])
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .compile()

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
