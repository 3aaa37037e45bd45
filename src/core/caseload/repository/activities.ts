import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { GroupActivity, GroupActivityFields, StaffSupport, StaffSupportFields } from '../activity.ts'
import { dayOf } from '../calendar.ts'
import type { Writer } from '../changes.ts'
import { query } from '../tables.ts'
import { isAxisValid, momentRefusal, type MomentRefusal } from './moments.ts'
import { idToWrite, recordBefore, type Context, type Input, type Removed, type Saved } from './rows.ts'

/** Newest first. */
export function listGroupActivities(reader: Reader): GroupActivity[] {
  const newest = query.selectFrom('groupActivity').selectAll().orderBy('at', 'desc').orderBy('id', 'desc')
  return reader.all(newest.compile())
}

export function saveGroupActivity(
  writer: Writer,
  { id: given, ...fields }: Input<GroupActivityFields>,
  context: Context,
): Result<Saved, MomentRefusal | 'axis-not-valid' | 'not-found'> {
  const before = recordBefore(writer, 'groupActivity', given)
  const refusal = momentRefusal(writer, fields.at, context, before?.at)
  if (refusal) return failed(refusal)
  if (!isAxisValid(writer, fields, before)) return failed('axis-not-valid')
  const target = idToWrite(writer, 'groupActivity', given, context)
  if (!target.ok) return target
  writer.put('groupActivity', { ...fields, id: target.value })
  return ok({ id: target.value, subject: fields.title })
}

export function removeGroupActivity(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const activity = writer.find('groupActivity', { id })
  if (!activity) return failed('not-found')
  writer.remove('groupActivity', { id })
  return ok({ subject: activity.title })
}

/** Newest first. */
export function listStaffSupport(reader: Reader): StaffSupport[] {
  const newest = query.selectFrom('staffSupport').selectAll().orderBy('at', 'desc').orderBy('id', 'desc')
  return reader.all(newest.compile())
}

/** Nobody is named: in the history, its day says which. */
export function saveStaffSupport(
  writer: Writer,
  { id: given, ...fields }: Input<StaffSupportFields>,
  context: Context,
): Result<Saved, MomentRefusal | 'not-found'> {
  const before = recordBefore(writer, 'staffSupport', given)
  const refusal = momentRefusal(writer, fields.at, context, before?.at)
  if (refusal) return failed(refusal)
  const target = idToWrite(writer, 'staffSupport', given, context)
  if (!target.ok) return target
  writer.put('staffSupport', { ...fields, id: target.value })
  return ok({ id: target.value, subject: dayOf(fields.at) })
}

export function removeStaffSupport(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const support = writer.find('staffSupport', { id })
  if (!support) return failed('not-found')
  writer.remove('staffSupport', { id })
  return ok({ subject: dayOf(support.at) })
}
