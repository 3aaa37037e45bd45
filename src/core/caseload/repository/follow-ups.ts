import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import { dayOf } from '../calendar.ts'
import type { Writer } from '../changes.ts'
import type { Doer } from '../../review/team-meeting.ts'
import { nextDue, seriesStart, type FollowUp, type FollowUpFields, type Repetition } from '../follow-up.ts'
import { query, type Tables } from '../tables.ts'
import { presentPerson } from './people.ts'
import { exists, idToWrite, type Context, type Input, type Removed, type Saved } from './rows.ts'
import { idsIn, readStretch, type Page, type Stretch } from './stretch.ts'

/** `seriesStartsOn`: the first due date of its series; `doer`: who does it, when a team meeting said so. */
export type FollowUpRow = FollowUp & { alias: string | null; seriesStartsOn: string; doer: Doer | null }

const followUpsWithAlias = query
  .selectFrom('followUp')
  .leftJoin('person', 'person.id', 'followUp.personId')
  .leftJoin('reviewAction', 'reviewAction.followUpId', 'followUp.id')
  .selectAll('followUp')
  .select(['person.alias', 'reviewAction.doer'])

/** Days inclusive. */
export interface FollowUpQuestion extends Stretch {
  done: boolean
  /** The day it is due. */
  from?: string | undefined
  to?: string | undefined
}

/** The open ones: first due first, those of the whole day before those of an hour. The done ones: the last done first. */
export function listFollowUps(
  reader: Reader,
  { done, from, to, ...stretch }: FollowUpQuestion,
): Page<FollowUpRow> {
  const asked = [
    done ? sql`doneAt is not null` : sql`doneAt is null`,
    ...(from === undefined ? [] : [sql`dueOn >= ${from}`]),
    ...(to === undefined ? [] : [sql`dueOn <= ${to}`]),
  ]
  return readStretch(
    reader,
    {
      from: sql`from followUp where ${sql.join(asked, sql` and `)}`,
      order: done ? sql`doneAt desc, id desc` : sql`dueOn, dueTime, id`,
    },
    stretch,
    (ids) => {
      const chosen = followUpsWithAlias.where('followUp.id', 'in', idsIn(ids))
      return reader.all(chosen.compile()).map(followUpFrom)
    },
  )
}

/** Every open one, first due first, those of the whole day before those of an hour: for a paper that tells them all. */
export function listOpenFollowUps(reader: Reader): FollowUpRow[] {
  const open = followUpsWithAlias
    .where('doneAt', 'is', null)
    .orderBy('followUp.dueOn')
    .orderBy('dueTime')
    .orderBy('followUp.id')
  return reader.all(open.compile()).map(followUpFrom)
}

/** Done or not, of those days, in their order. */
export function followUpsDueBetween(reader: Reader, from: string, to: string): FollowUpRow[] {
  const due = followUpsWithAlias
    .where('followUp.dueOn', '>=', from)
    .where('followUp.dueOn', '<=', to)
    .orderBy('followUp.dueOn')
    .orderBy('dueTime')
    .orderBy('followUp.id')
  return reader.all(due.compile()).map(followUpFrom)
}

export function followUpsOf(reader: Reader, personId: string): FollowUpRow[] {
  const theirs = followUpsWithAlias.where('personId', '=', personId).orderBy('followUp.dueOn', 'desc')
  return reader.all(theirs.compile()).map(followUpFrom)
}

/** Open follow-ups of that day and the days before. */
export function countFollowUpsDue(reader: Reader, today: string): number {
  const counted = query
    .selectFrom('followUp')
    .where('doneAt', 'is', null)
    .where('dueOn', '<=', today)
    .select((eb) => eb.fn.countAll<number>().as('count'))
  return reader.all(counted.compile())[0]?.count ?? 0
}

/** A moved due date begins its series again. */
export function saveFollowUp(
  writer: Writer,
  { id: given, ...fields }: Input<FollowUpFields>,
  context: Context,
): Result<Saved, 'not-found' | 'unknown-person' | 'unknown-link'> {
  const personId = fields.personId && presentPerson(writer, fields.personId)
  if (fields.personId !== null && personId === null) return failed('unknown-person')
  if (!linksExist(writer, fields)) return failed('unknown-link')
  const target = idToWrite(writer, 'followUp', given, context)
  if (!target.ok) return target
  const id = target.value
  const before = writer.find('followUp', { id })
  const seriesStartsOn = seriesStart(fields, before && seriesOf(before))
  writer.put('followUp', { ...fields, id, personId, seriesStartsOn, doneAt: before?.doneAt ?? null })
  return ok({ id, subject: fields.title })
}

const seriesOf = ({ dueOn, repetition, seriesStartsOn }: Tables['followUp']) => ({
  dueOn,
  repetition: repetition as Repetition,
  seriesStartsOn,
})

const linksExist = (writer: Writer, { contactId, referralId, incidentId }: FollowUpFields): boolean =>
  (contactId === null || exists(writer, 'contact', contactId)) &&
  (referralId === null || exists(writer, 'referral', referralId)) &&
  (incidentId === null || exists(writer, 'incident', incidentId))

/** What is already done keeps the minute it was done. A repeated one makes the next, in the same act. */
export function completeFollowUp(
  writer: Writer,
  id: string,
  { now, newId }: Context,
): Result<Saved & { nextId: string | null }, 'not-found'> {
  const before = writer.find('followUp', { id })
  if (!before) return failed('not-found')
  if (before.doneAt !== null) return ok({ id, nextId: null, subject: before.title })
  writer.put('followUp', { ...before, doneAt: now })
  const { seriesStartsOn: startsOn, dueOn } = before
  const repetition = before.repetition as Repetition
  const next = nextDue({ repetition, startsOn, dueOn, doneOn: dayOf(now) })
  const nextId = next === null ? null : newId()
  if (next !== null && nextId !== null) writer.put('followUp', { ...before, id: nextId, dueOn: next })
  return ok({ id, nextId, subject: before.title })
}

export function removeFollowUp(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const followUp = writer.find('followUp', { id })
  if (!followUp) return failed('not-found')
  untieActions(writer, id)
  writer.remove('followUp', { id })
  return ok({ subject: followUp.title })
}

/** Before the record they come from goes: they stay, no longer tied to it. */
export function unlinkFollowUps(
  writer: Writer,
  link: 'contactId' | 'referralId' | 'incidentId',
  id: string,
): void {
  for (const row of writer.all(query.selectFrom('followUp').selectAll().where(link, '=', id).compile())) {
    writer.put('followUp', { ...row, [link]: null })
  }
}

/** What a meeting decided stays, no longer tied to a follow-up that goes. */
function untieActions(writer: Writer, followUpId: string): void {
  const tied = query.selectFrom('reviewAction').selectAll().where('followUpId', '=', followUpId)
  for (const action of writer.all(tied.compile())) writer.put('reviewAction', { ...action, followUpId: null })
}

function followUpFrom(row: Tables['followUp'] & { alias: string | null; doer: string | null }): FollowUpRow {
  return { ...row, repetition: row.repetition as Repetition, doer: row.doer as Doer | null }
}
