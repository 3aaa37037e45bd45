import { mondayOf } from '#core/caseload/calendar'
import type { RowOf } from '../../long-lists.ts'
import { addDays } from '../../ui/dates.ts'

export type FollowUpRow = RowOf<'followUps.list'>
export type AgendaKey = 'late' | 'today' | 'tomorrow' | 'week' | 'later'

/** The Saturday that ends the week of a day: weeks begin on Sunday here. */
export function endOfWeek(day: string): string {
  const weekday = new Date(`${day}T12:00Z`).getUTCDay()
  return addDays(day, 6 - weekday)
}

export type AgendaGroup = { key: AgendaKey; from?: string; to?: string }

/** What is late, then day by day while it is near: the days of each group, inclusive. A week without another day has no group. */
export function agendaOf(today: string): AgendaGroup[] {
  const tomorrow = addDays(today, 1)
  const next = addDays(today, 2)
  const saturday = endOfWeek(today)
  const groups: AgendaGroup[] = [
    { key: 'late', to: addDays(today, -1) },
    { key: 'today', from: today, to: today },
    { key: 'tomorrow', from: tomorrow, to: tomorrow },
  ]
  if (next > saturday) return [...groups, { key: 'later', from: next }]
  return [...groups, { key: 'week', from: next, to: saturday }, { key: 'later', from: addDays(saturday, 1) }]
}

export type Span = 'day' | 'week'

/** The day itself, or its week of work, from Monday to Sunday. */
export function daysShown(span: Span, day: string): { from: string; to: string } {
  if (span === 'day') return { from: day, to: day }
  const monday = mondayOf(day)
  return { from: monday, to: addDays(monday, 6) }
}

/** What is late is said first, and once: the days keep the rest. */
export function withoutOverdue<T extends Pick<FollowUpRow, 'dueOn' | 'doneAt'>>(
  rows: readonly T[],
  today: string,
): T[] {
  return rows.filter(({ dueOn, doneAt }) => doneAt !== null || dueOn >= today)
}
