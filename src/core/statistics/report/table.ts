import { approximately, number, shortPeriod } from '../text/fr/format.ts'
import { reportText as text } from '../text/fr/report.ts'
import { bar } from './charts.ts'
import { valueIn, type EarlierRelease } from './earlier.ts'
import type { Counted, ExactLine, ReportLine } from './lines.ts'
import { html, nothing, raw, type Markup } from './markup.ts'

/** A row of a printed table: a label, its figure, its bar, and what the previous release said of exactly that line. */
export type Row = {
  label: string
  shown: string
  value: number
  merged: boolean
  /** Null when there is nothing to compare. */
  before: { shown: string; value: number | null } | null
}

export type Printed = {
  heading: string
  counted: string
  rows: readonly Row[]
  previous: EarlierRelease | null
}

/** Rows of published lines, beside the same lines of the previous release where it had them. */
export function rowsOf(
  lines: readonly ReportLine[],
  attribute: string,
  measure: Counted,
  previous: EarlierRelease | null,
): Row[] {
  return lines.map(({ code, label, value, merged }) => ({
    label,
    shown: shownCount(value),
    value: value ?? 0,
    merged,
    before: previous === null ? null : beforeOf(valueIn(previous, { attribute, code, measure }), shownCount),
  }))
}

const shownCount = (value: number | null): string => (value === null ? text.withheld : approximately(value))

function beforeOf(value: number | null | undefined, show: (value: number | null) => string): Row['before'] {
  return value === undefined ? { shown: text.noBefore, value: null } : { shown: show(value), value }
}

/** Exact quantities, beside those of the previous release. */
export function exactRows(
  items: readonly ExactLine[],
  of: { attribute: string; measure: string },
  previous: EarlierRelease | null,
): Row[] {
  const show = (value: number | null): string => (value === null ? text.withheld : number(value))
  return items.map(({ code, label, value }) => ({
    label,
    shown: number(value),
    value,
    merged: false,
    before: previous === null ? null : beforeOf(valueIn(previous, { ...of, code }), show),
  }))
}

/** Figures and bars share a scale inside one table, never between two. */
export function printedTable({ heading, counted, rows, previous }: Printed): Markup {
  const compared = previous !== null && rows.some(({ before }) => before !== null && before.value !== null)
  const most = Math.max(
    1,
    ...rows.flatMap(({ value, before }) => [value, compared ? (before?.value ?? 0) : 0]),
  )
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${heading}</th>
        ${compared ? html`<th scope="col" class="number before">${shortPeriod(previous.period)}</th>` : nothing}
        <th scope="col" class="number">${counted}</th>
        <th scope="col" class="chart">${text.columns.chart}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ label, shown, value, merged, before }) =>
          html`<tr${raw(merged ? ' class="merged"' : '')}>
<th scope="row">${label}</th>${compared ? html`<td class="number before">${before?.shown ?? ''}</td>` : nothing}<td class="number">${shown}</td><td class="chart">${bar(value, most, merged, compared ? (before?.value ?? null) : null)}</td>
</tr>`,
      )}
    </tbody>
  </table>`
}
