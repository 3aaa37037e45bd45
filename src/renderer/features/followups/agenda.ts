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
