import { parseDate, startOfMonth, startOfWeek, startOfYear, endOfMonth } from '@internationalized/date'

/** Both days inclusive. */
type NamedPeriod = { name: 'week' | 'month' | 'year'; from: string; to: string }

const MONTHS = 12

/** The periods offered: this week, this month and those before it, this year and the last. */
export function periodsBefore(today: string): NamedPeriod[] {
  const day = parseDate(today)
  const thisYear = startOfYear(day)
  const years = [thisYear, thisYear.subtract({ years: 1 })]
  const months = Array.from({ length: MONTHS }, (_, back): NamedPeriod => {
    const first = startOfMonth(day).subtract({ months: back })
    return { name: 'month', from: first.toString(), to: endOfMonth(first).toString() }
  })
  return [
    { name: 'week', from: startOfWeek(day, 'fr-CA').toString(), to: today },
    ...months,
    ...years.map((first): NamedPeriod => ({
      name: 'year',
      from: first.toString(),
      to: `${first.year}-12-31`,
    })),
  ]
}

/** Whether those days are one whole year. */
export const isWholeYear = (from: string, to: string): boolean =>
  from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`

/** Whether those days are one whole month. */
export const isWholeMonth = (from: string, to: string): boolean =>
  from.endsWith('-01') && endOfMonth(parseDate(from)).toString() === to
