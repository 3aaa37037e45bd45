import { approximately, number, shortPeriod } from '../text/fr/format.ts'
import { reportText as text } from '../text/fr/report.ts'
import { columns, stacks, type Part } from './charts.ts'
import { totalIn, valueIn, valueOf, type EarlierRelease } from './earlier.ts'
import { html, nothing, type Markup } from './markup.ts'

/** Contacts quarter by quarter, from what was published. Nothing while there is one quarter only. */
export function contactTrend(quarters: readonly EarlierRelease[], current: string): Markup {
  if (quarters.length < 2) return nothing
  // the summary is one page
  const points = quarters.slice(-5).map((quarter) => {
    const value = valueIn(quarter, { attribute: 'total', code: 'all', measure: 'contacts' }) ?? null
    return {
      name: shortPeriod(quarter.period),
      value,
      shown: value === null ? text.withheld : number(value),
      current: quarter.period.startsWith(current),
    }
  })
  const told = points.map(({ name, shown }) => `${name}, ${shown}`)
  return html`<figure>
    <figcaption>${text.trendTitle}</figcaption>
    <div class="beside">
      ${columns(points, text.trendAlt(told))}
      <table>
        <thead>
          <tr>
            <th scope="col">${text.columns.period}</th>
            <th scope="col" class="number">${text.counted.contacts}</th>
          </tr>
        </thead>
        <tbody>
          ${points.map(
            ({ name, value }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td class="number">${value === null ? text.withheld : approximately(value)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </figure>`
}

/** Conflicts quarter by quarter, by intensity, each quarter with the lines it published. */
export function incidentTrend(quarters: readonly EarlierRelease[]): Markup {
  const told = quarters.filter(({ rows }) => rows.some(({ attribute }) => attribute === 'incidentIntensity'))
  if (told.length < 2) return nothing
  const rows = told.map((quarter) => {
    const total = totalIn(quarter, 'incidentIntensity')
    return {
      name: shortPeriod(quarter.period),
      parts: partsOf(quarter),
      shown: total === null ? text.withheld : approximately(total),
      withheld: total === null,
    }
  })
  const alt = rows.map(({ name, parts, shown }) =>
    [`${name}, ${shown}`, ...parts.map(({ label, value }) => `${label}, ${value}`)].join(' ; '),
  )
  return html`<section class="table">
    <h3>${text.incidentTrendTitle}</h3>
    <p class="note">${text.trendNote}</p>
    <div class="beside">
      ${stacks(rows, text.incidentTrendAlt(alt))}
      <table>
        <thead>
          <tr>
            <th scope="col">${text.columns.period}</th>
            <th scope="col" class="wide">${text.columns.intensity}</th>
            <th scope="col" class="number">${text.counted.incidents}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ name, parts, shown }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td class="wide">
                  ${parts.map(({ label, value }) => html`<span>${label} : ${number(value)}</span>`)}
                </td>
                <td class="number">${shown}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

function partsOf({ rows }: EarlierRelease): Part[] {
  return rows
    .filter(({ attribute }) => attribute === 'incidentIntensity')
    .flatMap((row) => {
      const value = valueOf(row)
      const codes = row.code.split('+')
      const [first = ''] = codes
      const last = codes.at(-1) ?? first
      const label = first === last ? first : `${first}–${last}`
      return value === null
        ? []
        : [{ value, level: Math.min(3, Number(first) - 1), merged: codes.length > 1, label }]
    })
}
