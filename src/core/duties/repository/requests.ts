import { dayOf, daysBetween } from '../../caseload/calendar.ts'
import type { Writer } from '../../caseload/changes.ts'
import { presentPerson } from '../../caseload/repository/people.ts'
import { aliasOf, idToWrite, type Context, type Input, type Saved } from '../../caseload/repository/rows.ts'
import { query, type Tables } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import {
  dueOn,
  requestRefusal,
  requestState,
  type RequestFields,
  type RequestRefusal,
  type RequestState,
  type RightsRequest,
} from '../request.ts'

export type RequestRow = RightsRequest & {
  alias: string | null
  state: RequestState
  dueOn: string
  /** Days until the clock ends; negative past it. */
  daysLeft: number
}

const requestsWithAlias = query
  .selectFrom('rightsRequest')
  .leftJoin('person', 'person.id', 'rightsRequest.personId')
  .selectAll('rightsRequest')
  .select('person.alias')
  .orderBy('receivedOn', 'desc')
  .orderBy('rightsRequest.id', 'desc')

/** Newest first. */
export const listRequests = (reader: Reader, today: string): RequestRow[] =>
  reader.all(requestsWithAlias.compile()).map((row) => requestFrom(row, today))

/** Newest first. */
export const requestsOf = (reader: Reader, personId: string, today: string): RequestRow[] =>
  reader
    .all(requestsWithAlias.where('rightsRequest.personId', '=', personId).compile())
    .map((row) => requestFrom(row, today))

/** Those to answer now: late, or nearly. The first due first. */
export const pressingRequests = (reader: Reader, today: string): RequestRow[] =>
  reader
    .all(requestsWithAlias.where('answeredOn', 'is', null).compile())
    .map((row) => requestFrom(row, today))
    .filter(({ state }) => state === 'overdue' || state === 'due-soon')
    .toSorted((a, b) => a.daysLeft - b.daysLeft)

/** It stays in the register: a mistake is corrected, or its outcome says that it was dropped. */
export function saveRequest(
  writer: Writer,
  { id: given, ...fields }: Input<RequestFields>,
  context: Context,
): Result<Saved, RequestRefusal | 'not-found' | 'unknown-person'> {
  const personId = fields.personId && presentPerson(writer, fields.personId)
  if (fields.personId !== null && personId === null) return failed('unknown-person')
  const target = idToWrite(writer, 'rightsRequest', given, context)
  if (!target.ok) return target
  const id = target.value
  const before = writer.find('rightsRequest', { id }) ?? null
  const refusal = requestRefusal(fields, before, dayOf(context.now))
  if (refusal) return failed(refusal)
  writer.put('rightsRequest', { ...fields, id, personId })
  return ok({ id, subject: aliasOf(writer, personId) })
}

function requestFrom(row: Tables['rightsRequest'] & { alias: string | null }, today: string): RequestRow {
  const request = {
    ...row,
    kind: row.kind as RightsRequest['kind'],
    outcome: row.outcome as RightsRequest['outcome'],
  }
  const due = dueOn(request)
  return { ...request, state: requestState(request, today), dueOn: due, daysLeft: daysBetween(today, due) }
}
