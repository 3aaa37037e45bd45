import { daysBetween } from '#core/caseload/calendar'
import { firstDayOf, lastDayOf, quarterOf } from '#core/statistics/period'
import { addDays } from '../../ui/dates.ts'

export const presets = ['month', 'quarter', 'year', 'dates'] as const
export type Preset = (typeof presets)[number]
export type Days = { from: string; to: string }

/** The whole of the month, quarter or year in which a day lies; days inclusive. */
export function daysOf(preset: Exclude<Preset, 'dates'>, today: string): Days {
  if (preset === 'month') {
    const from = `${today.slice(0, 7)}-01`
    const nextMonth = `${addDays(from, 31).slice(0, 7)}-01`
    return { from, to: addDays(nextMonth, -1) }
  }
  const period = preset === 'quarter' ? quarterOf(today) : today.slice(0, 4)
  return { from: firstDayOf(period), to: lastDayOf(period) }
}

export const comparisons = ['none', 'before', 'yearBefore'] as const
export type Comparison = (typeof comparisons)[number]

/** The days to compare with; null for none. A whole month, quarter or year is compared with a whole one. */
export function comparedDays(comparison: Comparison, preset: Preset, { from, to }: Days): Days | null {
  if (comparison === 'none') return null
  if (comparison === 'yearBefore') return { from: yearBefore(from), to: yearBefore(to) }
  const eve = addDays(from, -1)
  return preset === 'dates' ? { from: addDays(eve, -daysBetween(from, to)), to: eve } : daysOf(preset, eve)
}

/** The same day a year earlier; February 29 becomes the 28th. */
function yearBefore(day: string): string {
  const earlier = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`
  return earlier.endsWith('-02-29') ? `${earlier.slice(0, 8)}28` : earlier
}

/** One row of two periods, in the order of the present one, then what was only before. */
export function sideBySide<Row extends { code: string }>(
  now: readonly Row[],
  before: readonly Row[],
): { code: string; now: Row | undefined; before: Row | undefined }[] {
  const codes = new Set([...now, ...before].map(({ code }) => code))
  const of = (rows: readonly Row[], code: string) => rows.find((row) => row.code === code)
  return [...codes].map((code) => ({ code, now: of(now, code), before: of(before, code) }))
}
