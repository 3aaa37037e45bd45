import type { Reader } from '../../database.ts'
import { dayOf, isInTheFuture } from '../calendar.ts'
import { isValidOn } from '../lists.ts'
import { prepared } from '../prepared.ts'
import { query } from '../tables.ts'
import { readMandateStart } from './settings.ts'
import type { Context } from './rows.ts'

export type MomentRefusal = 'in-the-future' | 'before-mandate'

/**
 * Why nothing can have happened at that minute, or on that day; null when it can. A record that keeps the moment it has (`before`) is never
 * refused: since it was written, the mandate may have been given a later first day, and the clocks may have gone back.
 */
export function momentRefusal(
  reader: Reader,
  moment: string,
  { now }: Context,
  before?: string,
): MomentRefusal | null {
  return refusalUnder(readMandateStart(reader), moment, now, before)
}

function refusalUnder(
  mandateStartsOn: string | null,
  moment: string,
  now: string,
  before: string | undefined,
): MomentRefusal | null {
  if (moment === before) return null
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

/** An axis and the day, or minute, it was served: what a record says of it. */
interface Served {
  mandateAxis: string | null
  at: string
}

/** Whether the mandate had that axis on that day, or the record has it there already: the axis may have been retired since. */
export function isAxisValid(reader: Reader, served: Served, before?: Served): boolean {
  return readMandate(reader).hasAxis(served, before)
}

/** What the mandate allows, read once to be asked of thousands of contacts. */
export interface Mandate {
  refusal(moment: string, now: string, before?: string): MomentRefusal | null
  hasAxis(served: Served, before?: Served): boolean
}

export function readMandate(reader: Reader): Mandate {
  const mandateStartsOn = readMandateStart(reader)
  const axes = reader.all(axesOfMandate())
  return {
    refusal: (moment, now, before) => refusalUnder(mandateStartsOn, moment, now, before),
    hasAxis: ({ mandateAxis, at }, before) =>
      (before?.mandateAxis === mandateAxis && dayOf(before.at) === dayOf(at)) ||
      axes.some((value) => value.code === mandateAxis && isValidOn(value, dayOf(at))),
  }
}
