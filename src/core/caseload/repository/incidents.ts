import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import { isInTheFuture } from '../calendar.ts'
import type { Writer } from '../changes.ts'
import type { Incident, IncidentFields } from '../incident.ts'
import { query, type Tables } from '../tables.ts'
import {
  aliasOf,
  idToWrite,
  isKnownOrNone,
  parseCodes,
  toCodes,
  type Context,
  type Input,
  type Removed,
  type Saved,
} from './rows.ts'

export type IncidentRow = Incident & { alias: string | null }

const incidentsWithAlias = query
  .selectFrom('incident')
  .leftJoin('person', 'person.id', 'incident.personId')
  .selectAll('incident')
  .select('person.alias')
  .orderBy('at', 'desc')
  .orderBy('incident.id', 'desc')

/** Newest first. */
export function listIncidents(reader: Reader): IncidentRow[] {
  return reader.all(incidentsWithAlias.compile()).map(incidentFrom)
}

/** Newest first. */
export function incidentsOf(reader: Reader, personId: string): IncidentRow[] {
  return reader.all(incidentsWithAlias.where('personId', '=', personId).compile()).map(incidentFrom)
}

export function saveIncident(
  writer: Writer,
  { id: given, ...fields }: Input<IncidentFields>,
  context: Context,
): Result<Saved, 'not-found' | 'unknown-person' | 'in-the-future'> {
  if (isInTheFuture(fields.at, context.now)) return failed('in-the-future')
  if (!isKnownOrNone(writer, fields.personId)) return failed('unknown-person')
  const target = idToWrite(writer, 'incident', given, context)
  if (!target.ok) return target
  const id = target.value
  const staffConcerned = Number(fields.staffConcerned)
  writer.put('incident', { ...fields, id, staffConcerned, kinds: toCodes(fields.kinds) })
  return ok({ id, subject: aliasOf(writer, fields.personId) })
}

export function removeIncident(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const incident = writer.find('incident', { id })
  if (!incident) return failed('not-found')
  writer.remove('incident', { id })
  return ok({ subject: aliasOf(writer, incident.personId) })
}

function incidentFrom(row: Tables['incident'] & { alias: string | null }): IncidentRow {
  return { ...row, kinds: parseCodes(row.kinds), staffConcerned: row.staffConcerned === 1 }
}
