import { dayOf, isInTheFuture } from '../../caseload/calendar.ts'
import type { Writer } from '../../caseload/changes.ts'
import { presentPerson } from '../../caseload/repository/people.ts'
import { aliasOf, idToWrite, type Context, type Input, type Saved } from '../../caseload/repository/rows.ts'
import { query, type Tables } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Disclosure, DisclosureFields } from '../disclosure.ts'

export type DisclosureRow = Disclosure & { alias: string | null }

const disclosuresWithAlias = query
  .selectFrom('disclosure')
  .leftJoin('person', 'person.id', 'disclosure.personId')
  .selectAll('disclosure')
  .select('person.alias')
  .orderBy('at', 'desc')
  .orderBy('disclosure.id', 'desc')

/** Newest first. */
export const listDisclosures = (reader: Reader): DisclosureRow[] =>
  reader.all(disclosuresWithAlias.compile()).map(disclosureFrom)

/** Newest first. */
export const disclosuresOf = (reader: Reader, personId: string): DisclosureRow[] =>
  reader.all(disclosuresWithAlias.where('disclosure.personId', '=', personId).compile()).map(disclosureFrom)

/** Once written it stays: nothing removes an entry but an undo. */
export function saveDisclosure(
  writer: Writer,
  { id: given, ...fields }: Input<DisclosureFields>,
  context: Context,
): Result<Saved, 'not-found' | 'unknown-person' | 'in-the-future' | 'period-reversed'> {
  const today = dayOf(context.now)
  const days = [fields.personToldOn, fields.closedOn].filter((day) => day !== null)
  if (isInTheFuture(fields.at, context.now) || days.some((day) => day > today)) return failed('in-the-future')
  if (days.some((day) => day < dayOf(fields.at))) return failed('period-reversed')
  const personId = fields.personId && presentPerson(writer, fields.personId)
  if (fields.personId !== null && personId === null) return failed('unknown-person')
  const target = idToWrite(writer, 'disclosure', given, context)
  if (!target.ok) return target
  const id = target.value
  writer.put('disclosure', { ...fields, id, personId })
  return ok({ id, subject: aliasOf(writer, personId) })
}

const disclosureFrom = (row: Tables['disclosure'] & { alias: string | null }): DisclosureRow => ({
  ...row,
  basis: row.basis as Disclosure['basis'],
})
