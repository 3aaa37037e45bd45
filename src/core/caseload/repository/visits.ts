import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Writer } from '../changes.ts'
import type { MonthVisits } from '../incident.ts'
import { query } from '../tables.ts'
import type { Context, Removed } from './rows.ts'

/** The last month first. */
export function listVisits(reader: Reader): MonthVisits[] {
  return reader.all(query.selectFrom('monthVisits').selectAll().orderBy('month', 'desc').compile())
}

/** The present month can be entered before its end; without a count, what was entered goes. */
export function saveVisits(
  writer: Writer,
  { month, count }: { month: string; count: number | null },
  { now }: Context,
): Result<Removed, 'in-the-future'> {
  if (month > now.slice(0, 7)) return failed('in-the-future')
  if (count === null) writer.remove('monthVisits', { month })
  else writer.put('monthVisits', { month, count })
  return ok({ subject: month })
}
