import { sql } from 'kysely'
import { dayOf } from '../../caseload/calendar.ts'
import type { Writer } from '../../caseload/changes.ts'
import { presentPerson } from '../../caseload/repository/people.ts'
import {
  aliasOf,
  idToWrite,
  type Context,
  type Input,
  type Removed,
  type Saved,
} from '../../caseload/repository/rows.ts'
import { query } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { NoticeReading, NoticeReadingFields } from '../consent.ts'

/** Newest first. */
export function noticeReadingsOf(reader: Reader, personId: string): NoticeReading[] {
  const theirs = query
    .selectFrom('noticeReading')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('readOn', 'desc')
    .orderBy('id', 'desc')
  return reader.all(theirs.compile()).map((row) => ({ ...row, handed: row.handed === 1 }))
}

/** Open files whose person has not heard the notice yet, the last met first. */
export function listUnread(reader: Reader): { id: string; alias: string }[] {
  const unread = sql<{ id: string; alias: string }>`
    select person.id, person.alias from person
    where person.mergedInto is null and person.bondStage <> 'closed'
      and not exists (select 1 from noticeReading where noticeReading.personId = person.id)
    order by (select max(at) from contactPerson where contactPerson.personId = person.id) desc,
      person.foldedAliases, person.id`
  return reader.all(unread.compile(query))
}

export function saveNoticeReading(
  writer: Writer,
  { id: given, ...fields }: Input<NoticeReadingFields>,
  context: Context,
): Result<Saved, 'not-found' | 'unknown-person' | 'in-the-future'> {
  const personId = presentPerson(writer, fields.personId)
  if (personId === null) return failed('unknown-person')
  if (fields.readOn > dayOf(context.now)) return failed('in-the-future')
  const target = idToWrite(writer, 'noticeReading', given, context)
  if (!target.ok) return target
  const id = target.value
  writer.put('noticeReading', { ...fields, id, personId, handed: Number(fields.handed) })
  return ok({ id, subject: aliasOf(writer, personId) })
}

export function removeNoticeReading(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const reading = writer.find('noticeReading', { id })
  if (!reading) return failed('not-found')
  writer.remove('noticeReading', { id })
  return ok({ subject: aliasOf(writer, reading.personId) })
}
