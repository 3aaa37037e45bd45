import { sql } from 'kysely'
import { dayOf } from '../../caseload/calendar.ts'
import type { Writer } from '../../caseload/changes.ts'
import { presentPeople } from '../../caseload/repository/people.ts'
import {
  idToWrite,
  type Context,
  type Input,
  type Removed,
  type Saved,
} from '../../caseload/repository/rows.ts'
import { query, type Tables } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import {
  confidentialityIncidentRefusal,
  confidentialityIncidentState,
  keptUntil,
  type ConfidentialityIncident,
  type ConfidentialityIncidentFields,
  type ConfidentialityIncidentRefusal,
  type ConfidentialityIncidentState,
} from '../confidentiality-incident.ts'

export type ConfidentialityIncidentRow = ConfidentialityIncident & {
  people: { id: string; alias: string }[]
  state: ConfidentialityIncidentState
  keptUntil: string
}

const incidentsWithPeople = query
  .selectFrom('confidentialityIncident')
  .selectAll('confidentialityIncident')
  .select(
    sql<string>`(
      select json_group_array(json_object('id', person.id, 'alias', person.alias) order by person.foldedAliases)
      from confidentialityIncidentPerson as link join person on person.id = link.personId
      where link.incidentId = confidentialityIncident.id
    )`.as('people'),
  )
  .orderBy('knownOn', 'desc')
  .orderBy('confidentialityIncident.id', 'desc')

/** Newest first. */
export const listConfidentialityIncidents = (reader: Reader): ConfidentialityIncidentRow[] =>
  reader.all(incidentsWithPeople.compile()).map(incidentFrom)

/** Those about one person, newest first. */
export const confidentialityIncidentsOf = (reader: Reader, personId: string): ConfidentialityIncidentRow[] =>
  listConfidentialityIncidents(reader).filter(({ personIds }) => personIds.includes(personId))

export function saveConfidentialityIncident(
  writer: Writer,
  { id: given, personIds, ...fields }: Input<ConfidentialityIncidentFields>,
  context: Context,
): Result<Saved, ConfidentialityIncidentRefusal | 'not-found' | 'unknown-person'> {
  const present = presentPeople(writer, personIds)
  if (present === null) return failed('unknown-person')
  const people = present.map((person) => person.id)
  const refusal = confidentialityIncidentRefusal({ ...fields, personIds }, dayOf(context.now))
  if (refusal) return failed(refusal)
  const target = idToWrite(writer, 'confidentialityIncident', given, context)
  if (!target.ok) return target
  const id = target.value
  const { isPeriodApproximate, isCountApproximate, seriousRisk, publicNotice } = fields
  writer.put('confidentialityIncident', {
    ...fields,
    id,
    isPeriodApproximate: Number(isPeriodApproximate),
    isCountApproximate: Number(isCountApproximate),
    seriousRisk: Number(seriousRisk),
    publicNotice: Number(publicNotice),
  })
  for (const link of linksOf(writer, id))
    if (!people.includes(link.personId)) writer.remove('confidentialityIncidentPerson', link)
  for (const personId of people) writer.put('confidentialityIncidentPerson', { incidentId: id, personId })
  return ok({ id, subject: '' })
}

/** Only once the years of its keeping have passed. */
export function removeConfidentialityIncident(
  writer: Writer,
  id: string,
  { now }: Context,
): Result<Removed, 'not-found' | 'kept-five-years'> {
  const incident = writer.find('confidentialityIncident', { id })
  if (!incident) return failed('not-found')
  if (dayOf(now) < keptUntil(incident)) return failed('kept-five-years')
  for (const link of linksOf(writer, id)) writer.remove('confidentialityIncidentPerson', link)
  writer.remove('confidentialityIncident', { id })
  return ok({ subject: '' })
}

const linksOf = (reader: Reader, incidentId: string) =>
  reader.all(
    query
      .selectFrom('confidentialityIncidentPerson')
      .selectAll()
      .where('incidentId', '=', incidentId)
      .compile(),
  )

function incidentFrom({
  people: linked,
  ...row
}: Tables['confidentialityIncident'] & { people: string }): ConfidentialityIncidentRow {
  const people: { id: string; alias: string }[] = JSON.parse(linked)
  const incident = {
    ...row,
    isPeriodApproximate: row.isPeriodApproximate === 1,
    isCountApproximate: row.isCountApproximate === 1,
    seriousRisk: row.seriousRisk === 1,
    publicNotice: row.publicNotice === 1,
    sensitivity: row.sensitivity as ConfidentialityIncident['sensitivity'],
    probability: row.probability as ConfidentialityIncident['probability'],
    personIds: people.map(({ id }) => id),
  }
  return {
    ...incident,
    people,
    state: confidentialityIncidentState(incident),
    keptUntil: keptUntil(incident),
  }
}
