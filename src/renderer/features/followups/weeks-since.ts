import { daysBetween } from '#core/caseload/calendar'
import { dayOf, todayHere } from '../../ui/dates.ts'

/** Whole weeks from a day or minute to today. */
export const weeksSince = (dayOrMinute: string, today = todayHere()): number =>
  Math.floor(daysBetween(dayOf(dayOrMinute), today) / 7)
