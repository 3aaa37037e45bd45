/** A calendar quarter `2026-Q3`, or a calendar year `2026`. Compares and sorts as text within one kind. */
export type Period = string

export const isQuarter = (period: Period): boolean => period.includes('-Q')
export const yearOf = (period: Period): number => Number(period.slice(0, 4))
const quarterNumber = (period: Period): number => Number(period.slice(6))

export const quartersOf = (year: number): Period[] => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)

/** The quarter of a local day `YYYY-MM-DD` (a minute will do: only the month is read). */
export function quarterOf(day: string): Period {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

const quarterEnds = ['03-31', '06-30', '09-30', '12-31'] as const

export function lastDayOf(period: Period): string {
  const end = isQuarter(period) ? quarterEnds[quarterNumber(period) - 1] : '12-31'
  if (end === undefined) throw new Error('period out of range')
  return `${period.slice(0, 4)}-${end}`
}

const quarterStarts = ['01-01', '04-01', '07-01', '10-01'] as const

export function firstDayOf(period: Period): string {
  const start = isQuarter(period) ? quarterStarts[quarterNumber(period) - 1] : '01-01'
  if (start === undefined) throw new Error('period out of range')
  return `${period.slice(0, 4)}-${start}`
}

/** A period is over on the day after its last one: nothing can still happen in it. */
export const isOver = (period: Period, today: string): boolean => today > lastDayOf(period)
