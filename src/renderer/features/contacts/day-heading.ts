import { dayOf } from '../../ui/dates.ts'

type Dated = { at: string; durationMinutes: number }
/** `sum` is null while a part of the day is not loaded. */
export type DayHeading = { day: string; sum: { count: number; minutes: number } | null }

/**
 * The heading above a row, when it is the first of its day, with what that day adds up to. Rows are read by their place in
 * the whole list, newest first; undefined for those not loaded yet.
 */
export function dayHeading(
  rowAt: (index: number) => Dated | undefined,
  index: number,
  total: number,
): DayHeading | null {
  const row = rowAt(index)
  if (row === undefined) return null
  const day = dayOf(row.at)
  const before = index === 0 ? undefined : rowAt(index - 1)
  if (index > 0 && (before === undefined || dayOf(before.at) === day)) return null
  return { day, sum: sumOf(rowAt, index, total, day) }
}

function sumOf(
  rowAt: (index: number) => Dated | undefined,
  first: number,
  total: number,
  day: string,
): DayHeading['sum'] {
  let minutes = 0
  for (let index = first; index < total; index++) {
    const row = rowAt(index)
    if (row === undefined) return null
    if (dayOf(row.at) !== day) return { count: index - first, minutes }
    minutes += row.durationMinutes
  }
  return { count: total - first, minutes }
}
