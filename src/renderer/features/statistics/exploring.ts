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
