import type { Random } from '#core/random'
import { addDays, daysBetween } from '#core/caseload/calendar'

/** The day after `months` whole months before the end of `until`: five months until June 30 begin on February 1. */
export function firstDayOf(until: string, months: number): string {
  const [year = 0, month = 0, day = 0] = addDays(until, 1).split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, lastOfMonth))
  return first.toISOString().slice(0, 10)
}

/** A minute when the library is open (not on Sundays), from one day to another. */
export function openMinute(random: Random, from: string, to: string): string {
  const offset = random.int(0, daysBetween(from, to))
  const day = addDays(from, offset)
  if (new Date(day).getUTCDay() === 0) return openMinute(random, from, to)
  const hour = random.weighted({
    '10': 3,
    '11': 4,
    '12': 2,
    '13': 5,
    '14': 6,
    '15': 6,
    '16': 5,
    '17': 3,
    '18': 2,
    '19': 2,
  })
  return `${day}T${hour}:${String(random.int(0, 11) * 5).padStart(2, '0')}`
}

/** How far a day lies between two others, from 0 to 1. */
export const progress = (day: string, from: string, to: string): number =>
  daysBetween(from, day) / Math.max(1, daysBetween(from, to))
