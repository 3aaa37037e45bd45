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
  return refusalUnder(readMandateStart(reader), moment, now)
}

function refusalUnder(mandateStartsOn: string | null, moment: string, now: string): MomentRefusal | null {
  const isMinute = moment.length > 10
  const isToCome = isMinute ? isInTheFuture(moment, now) : moment > dayOf(now)
  if (isToCome) return 'in-the-future'
  return mandateStartsOn !== null && dayOf(moment) < mandateStartsOn ? 'before-mandate' : null
}

const axesOfMandate = prepared(0, () =>
  query
    .selectFrom('listValue')
    .select(['code', 'validFrom', 'validTo'])
    .where('list', '=', 'mandateAxis')
    .compile(),
)

/** Whether the mandate had that axis on that day. */
export function isAxisValid(reader: Reader, axis: string, day: string): boolean {
  return readMandate(reader).hasAxis(axis, day)
}

/** What the mandate allows, read once to be asked of thousands of contacts. */
export interface Mandate {
  refusal(moment: string, now: string): MomentRefusal | null
  hasAxis(axis: string, day: string): boolean
}

export function readMandate(reader: Reader): Mandate {
  const mandateStartsOn = readMandateStart(reader)
  const axes = reader.all(axesOfMandate())
  return {
    refusal: (moment, now) => refusalUnder(mandateStartsOn, moment, now),
    hasAxis: (axis, day) => axes.some((value) => value.code === axis && isValidOn(value, day)),
  }
}
