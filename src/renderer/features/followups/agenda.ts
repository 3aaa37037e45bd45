import { mondayOf } from '#core/caseload/calendar'
import type { Output } from '#shared/contract'
import { addDays } from '../../ui/dates.ts'

export type FollowUpRow = Output<'followUps.list'>[number]
export type AgendaKey = 'late' | 'today' | 'tomorrow' | 'week' | 'later'

/** The Saturday that ends the week of a day: weeks begin on Sunday here. */
export function endOfWeek(day: string): string {
  const weekday = new Date(`${day}T12:00Z`).getUTCDay()
  return addDays(day, 6 - weekday)
}

/** What is late, then day by day while it is near. Groups with nothing in them are left out; the order of rows is kept. */
export function agendaOf<T extends Pick<FollowUpRow, 'dueOn'>>(
  rows: readonly T[],
  today: string,
): { key: AgendaKey; rows: T[] }[] {
  const tomorrow = addDays(today, 1)
  const saturday = endOfWeek(today)
  const keyOf = ({ dueOn }: T): AgendaKey => {
    if (dueOn < today) return 'late'
    if (dueOn === today) return 'today'
    if (dueOn === tomorrow) return 'tomorrow'
    return dueOn <= saturday ? 'week' : 'later'
  }
  const keys: readonly AgendaKey[] = ['late', 'today', 'tomorrow', 'week', 'later']
  return keys
    .map((key) => ({ key, rows: rows.filter((row) => keyOf(row) === key) }))
    .filter((group) => group.rows.length > 0)
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
