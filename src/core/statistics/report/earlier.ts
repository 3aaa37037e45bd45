import { isQuarter, type Period } from '../period.ts'
import type { TidyRow } from './tidy.ts'

/** What an earlier release said, read back from the CSV files that left: a comparison needs nothing else. */
export type EarlierRelease = { period: Period; rows: readonly TidyRow[] }

/** The latest one of the same kind before this period: a quarter after a quarter, a year after a year. */
export function previousOf(period: Period, earlier: readonly EarlierRelease[]): EarlierRelease | null {
  const sameKind = earlier.filter((release) => isQuarter(release.period) === isQuarter(period))
  const before = sameKind.filter((release) => release.period < period)
  return before.toSorted((a, b) => (a.period < b.period ? -1 : 1)).at(-1) ?? null
}

/** The value it published for exactly this line; null when withheld, undefined when it had no such line. */
export function valueIn(
  { rows }: EarlierRelease,
  line: { attribute: string; code: string; measure: string },
): number | null | undefined {
  const found = rows.find(
    ({ attribute, code, measure }) =>
      attribute === line.attribute && code === line.code && measure === line.measure,
  )
  return found === undefined ? undefined : valueOf(found)
}

/** Null when withheld. */
export const valueOf = ({ value, obs_status }: TidyRow): number | null =>
  obs_status === 'Q' ? null : Number(value)

/** The quarters told so far, oldest first, this release being one of them when it is a quarter; at most eight. */
export function quartersTold(
  current: EarlierRelease,
  earlier: readonly EarlierRelease[],
): readonly EarlierRelease[] {
  return [...earlier, current]
    .filter(({ period }) => isQuarter(period) && period <= lastQuarterOf(current.period))
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .slice(-8)
}

const lastQuarterOf = (period: Period): Period => (isQuarter(period) ? period : `${period}-Q4`)

/** Sum of the published lines of a table; null when it was withheld or is not there. */
export function totalIn(release: EarlierRelease, attribute: string): number | null {
  const values = release.rows.filter((row) => row.attribute === attribute).map(valueOf)
  if (values.length === 0) return null
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}
