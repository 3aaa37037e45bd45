import type { Reader } from '../../database.ts'
import { dayOf, isInTheFuture } from '../calendar.ts'
import { isValidOn } from '../lists.ts'
import { query } from '../tables.ts'
import { readSettings } from './settings.ts'
import type { Context } from './rows.ts'

export type MomentRefusal = 'in-the-future' | 'before-mandate'

/** Why nothing can have happened at that minute, or on that day; null when it can. */
export function momentRefusal(reader: Reader, moment: string, { now }: Context): MomentRefusal | null {
  const isMinute = moment.length > 10
  const isToCome = isMinute ? isInTheFuture(moment, now) : moment > dayOf(now)
  if (isToCome) return 'in-the-future'
  const { mandateStartsOn } = readSettings(reader)
  return mandateStartsOn !== null && dayOf(moment) < mandateStartsOn ? 'before-mandate' : null
}

/** Whether the mandate had that axis on that day. */
export function isAxisValid(reader: Reader, axis: string, day: string): boolean {
  const known = query
    .selectFrom('listValue')
    .select(['validFrom', 'validTo'])
    .where('list', '=', 'mandateAxis')
    .where('code', '=', axis)
  return reader.all(known.compile()).some((value) => isValidOn(value, day))
}
