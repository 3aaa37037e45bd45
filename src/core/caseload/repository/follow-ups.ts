import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Writer } from '../changes.ts'
import type { FollowUp, FollowUpFields } from '../follow-up.ts'
import { query } from '../tables.ts'
import { idToWrite, isKnownOrNone, type Context, type Input, type Removed, type Saved } from './rows.ts'

export type FollowUpRow = FollowUp & { alias: string | null }

const followUpsWithAlias = query
  .selectFrom('followUp')
  .leftJoin('person', 'person.id', 'followUp.personId')
  .selectAll('followUp')
  .select('person.alias')

const openFollowUps = followUpsWithAlias
  .where('doneAt', 'is', null)
  .orderBy('dueOn')
  .orderBy('dueTime')
  .orderBy('followUp.id')

/** The open ones, first due first, those of the whole day before those of an hour. */
export function listOpenFollowUps(reader: Reader, dueUntil?: string): FollowUpRow[] {
  const chosen = dueUntil === undefined ? openFollowUps : openFollowUps.where('dueOn', '<=', dueUntil)
  return reader.all(chosen.compile())
}

/** The last done first. */
export function listDoneFollowUps(reader: Reader): FollowUpRow[] {
  const done = followUpsWithAlias.where('doneAt', 'is not', null)
  return reader.all(done.orderBy('doneAt', 'desc').orderBy('followUp.id', 'desc').compile())
}

export function followUpsOf(reader: Reader, personId: string): FollowUpRow[] {
  return reader.all(followUpsWithAlias.where('personId', '=', personId).orderBy('dueOn', 'desc').compile())
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

export function saveFollowUp(
  writer: Writer,
  { id: given, ...fields }: Input<FollowUpFields>,
  context: Context,
): Result<Saved, 'not-found' | 'unknown-person'> {
  if (!isKnownOrNone(writer, fields.personId)) return failed('unknown-person')
  const target = idToWrite(writer, 'followUp', given, context)
  if (!target.ok) return target
  const id = target.value
  const doneAt = writer.find('followUp', { id })?.doneAt ?? null
  writer.put('followUp', { ...fields, id, doneAt })
  return ok({ id, subject: fields.title })
}

/** What is already done keeps the minute it was done. */
export function completeFollowUp(writer: Writer, id: string, { now }: Context): Result<Saved, 'not-found'> {
  const before = writer.find('followUp', { id })
  if (!before) return failed('not-found')
  writer.put('followUp', { ...before, doneAt: before.doneAt ?? now })
  return ok({ id, subject: before.title })
}

export function removeFollowUp(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const followUp = writer.find('followUp', { id })
  if (!followUp) return failed('not-found')
  writer.remove('followUp', { id })
  return ok({ subject: followUp.title })
}
