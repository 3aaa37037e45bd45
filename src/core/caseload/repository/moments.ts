import type { Reader } from '../../database.ts'
import { dayOf, isInTheFuture } from '../calendar.ts'
import { isValidOn } from '../lists.ts'
import { prepared } from '../prepared.ts'
import { query } from '../tables.ts'
import { readMandateStart } from './settings.ts'
import type { Context } from './rows.ts'

export type MomentRefusal = 'in-the-future' | 'before-mandate'

/** Why nothing can have happened at that minute, or on that day; null when it can. */
export function momentRefusal(reader: Reader, moment: string, { now }: Context): MomentRefusal | null {
  const isMinute = moment.length > 10
  const isToCome = isMinute ? isInTheFuture(moment, now) : moment > dayOf(now)
  if (isToCome) return 'in-the-future'
  const mandateStartsOn = readMandateStart(reader)
  return mandateStartsOn !== null && dayOf(moment) < mandateStartsOn ? 'before-mandate' : null
}

const validityOfAxis = prepared(1, (axis: string) =>
  query
    .selectFrom('listValue')
    .select(['validFrom', 'validTo'])
    .where('list', '=', 'mandateAxis')
    .where('code', '=', axis)
    .compile(),
)

/** Whether the mandate had that axis on that day. */
export function isAxisValid(reader: Reader, axis: string, day: string): boolean {
  return reader.all(validityOfAxis(axis)).some((value) => isValidOn(value, day))
}
