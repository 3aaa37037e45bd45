import type { WorkHours, WorkPart } from '#core/caseload/activity'
import { addDays, mondayOf } from '#core/caseload/calendar'

/** How many weeks are read together. */
export const WEEKS_SHOWN = 8

/** The Monday that begins the weeks shown and the Sunday that ends them; `back` counts such pages before this week's. */
export function weeksShown(today: string, back: number): { from: string; to: string } {
  const sunday = addDays(mondayOf(today), 6 - back * WEEKS_SHOWN * 7)
  return { from: addDays(sunday, 1 - WEEKS_SHOWN * 7), to: sunday }
}

export type AxisTotal = Record<WorkPart, number> & {
  axis: string | null
  /** The last day it was worked: its label is the one of that day. */
  lastDay: string
}

/** Minutes by axis and part, the most worked axis first; the time of no axis in particular last. */
export function totalsByAxis(
  entries: readonly Pick<WorkHours, 'day' | 'minutes' | 'part' | 'mandateAxis'>[],
): AxisTotal[] {
  const totals = new Map<string | null, AxisTotal>()
  for (const { day, minutes, part, mandateAxis: axis } of entries) {
    const total = totals.get(axis) ?? { axis, library: 0, outside: 0, lastDay: day }
    total[part] += minutes
    if (day > total.lastDay) total.lastDay = day
    totals.set(axis, total)
  }
  const rank = ({ axis, library, outside }: AxisTotal) => (axis === null ? -1 : library + outside)
  return [...totals.values()].sort((a, b) => rank(b) - rank(a))
}
