/**
 * Arithmetic on local days (`YYYY-MM-DD`) and minutes (`YYYY-MM-DDTHH:mm`). They are what the worker reads on the wall:
 * computed as if in UTC, so that no clock change ever moves them.
 */
const dayLength = 86_400_000
const minuteLength = 60_000

const epoch = (text: string): number => Date.parse(text.length === 10 ? text : `${text}Z`)

export const dayOf = (minute: string): string => minute.slice(0, 10)

export function addDays(day: string, days: number): string {
  return new Date(epoch(day) + days * dayLength).toISOString().slice(0, 10)
}

export function addMinutes(minute: string, minutes: number): string {
  return new Date(epoch(minute) + minutes * minuteLength).toISOString().slice(0, 16)
}

/** Whole days from one day to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return (epoch(to) - epoch(from)) / dayLength
}

const longestSpan = 400

/** Why a screen cannot show the days from one to another; null when it can. */
export function spanRefusal(from: string, to: string): 'period-reversed' | 'period-too-long' | null {
  const days = daysBetween(from, to)
  if (days < 0) return 'period-reversed'
  return days > longestSpan ? 'period-too-long' : null
}

/** Two clocks never agree exactly: a few minutes ahead is still now. */
const toleranceMinutes = 5

export function isInTheFuture(minute: string, now: string): boolean {
  return minute > addMinutes(now, toleranceMinutes)
}

/** The same day some months later; the last of the month when it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, lastOfMonth))
  return first.toISOString().slice(0, 10)
}

/** The Monday of its week. */
export function mondayOf(day: string): string {
  const sinceMonday = (new Date(epoch(day)).getUTCDay() + 6) % 7
  return addDays(day, -sinceMonday)
}
