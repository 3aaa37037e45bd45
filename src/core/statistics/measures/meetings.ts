import { sql } from 'kysely'
import * as z from 'zod'
import { codes } from '../../caseload/fields.ts'
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

/** Local minutes, inclusive. */
export type Minutes = { from: string; to: string }

/** One row per contact and known person; the person is null when nobody was known. */
export function meetings({ from, to }: Minutes, filter: ExplorationFilter) {
  const columns = { place: filter.places, mandateAxis: filter.mandateAxes, crisis: filter.crises } as const
  let rows = query
    .selectFrom('contact')
    .leftJoin('contactPerson', 'contactPerson.contactId', 'contact.id')
    .where('contact.at', '>=', from)
    .where('contact.at', '<=', to)
  for (const [column, wanted] of Object.entries(columns)) {
    if (isAsked(wanted)) rows = rows.where(sql.ref(`contact.${column}`), 'in', wanted)
  }
  for (const [column, wanted] of Object.entries({ kinds: filter.kinds, themes: filter.themes })) {
    if (isAsked(wanted)) rows = rows.where(lists(sql.ref(`contact.${column}`), wanted))
  }
  const persons = personsAsked(filter)
  return persons === null ? rows : rows.where('contactPerson.personId', 'in', persons)
}

function personsAsked({ genders, ageBands, populations }: ExplorationFilter) {
  if (![genders, ageBands, populations].some(isAsked)) return null
  let persons = query.selectFrom('person').select('person.id')
  if (isAsked(genders)) persons = persons.where('gender', 'in', genders)
  if (isAsked(ageBands)) persons = persons.where('ageBand', 'in', ageBands)
  if (isAsked(populations)) persons = persons.where(lists(sql.ref('person.populations'), populations))
  return persons
}

const isAsked = (wanted: readonly string[] | undefined): wanted is string[] =>
  wanted !== undefined && wanted.length > 0

/** Does a column of codes, kept as JSON, hold one of these? */
const lists = (column: ReturnType<typeof sql.ref>, wanted: readonly string[]) =>
  sql<boolean>`exists (select 1 from json_each(${column}) as each where each.value in (${sql.join(wanted)}))`
