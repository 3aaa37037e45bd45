import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Writer } from '../changes.ts'
import type { Incident, IncidentFields } from '../incident.ts'
import { query, type Tables } from '../tables.ts'
import { unlinkFollowUps } from './follow-ups.ts'
import { momentRefusal, type MomentRefusal } from './moments.ts'
import { presentPerson } from './people.ts'
import {
  aliasOf,
  idToWrite,
  recordBefore,
  parseCodes,
  toCodes,
  type Context,
  type Input,
  type Removed,
  type Saved,
} from './rows.ts'
import { idsIn, readStretch, type Page, type Stretch } from './stretch.ts'

export type IncidentRow = Incident & { alias: string | null }

const incidentsWithAlias = query
  .selectFrom('incident')
  .leftJoin('person', 'person.id', 'incident.personId')
  .selectAll('incident')
  .select('person.alias')
  .orderBy('at', 'desc')
  .orderBy('incident.id', 'desc')

/** Newest first. */
export function listIncidents(reader: Reader, stretch: Stretch): Page<IncidentRow> {
  return readStretch(reader, { from: sql`from incident`, order: sql`at desc, id desc` }, stretch, (ids) =>
    reader.all(incidentsWithAlias.where('incident.id', 'in', idsIn(ids)).compile()).map(incidentFrom),
  )
}

/** Newest first. */
export function incidentsOf(reader: Reader, personId: string): IncidentRow[] {
  return reader.all(incidentsWithAlias.where('personId', '=', personId).compile()).map(incidentFrom)
}

export function saveIncident(
  writer: Writer,
  { id: given, ...fields }: Input<IncidentFields>,
  context: Context,
): Result<Saved, 'not-found' | 'unknown-person' | MomentRefusal> {
  const before = recordBefore(writer, 'incident', given)
  const refusal = momentRefusal(writer, fields.at, context, before?.at)
  if (refusal) return failed(refusal)
  const personId = fields.personId && presentPerson(writer, fields.personId)
  if (fields.personId !== null && personId === null) return failed('unknown-person')
  const target = idToWrite(writer, 'incident', given, context)
  if (!target.ok) return target
  const id = target.value
  const staffConcerned = Number(fields.staffConcerned)
  writer.put('incident', { ...fields, id, personId, staffConcerned, kinds: toCodes(fields.kinds) })
  return ok({ id, subject: aliasOf(writer, personId) })
}

/** Its follow-ups stay, no longer tied to it. */
export function removeIncident(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const incident = writer.find('incident', { id })
  if (!incident) return failed('not-found')
  unlinkFollowUps(writer, 'incidentId', id)
  writer.remove('incident', { id })
  return ok({ subject: aliasOf(writer, incident.personId) })
}

function incidentFrom(row: Tables['incident'] & { alias: string | null }): IncidentRow {
  return { ...row, kinds: parseCodes(row.kinds), staffConcerned: row.staffConcerned === 1 }
}
