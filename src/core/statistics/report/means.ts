import { hours, number } from '../text/fr/format.ts'
import { reportText as text } from '../text/fr/report.ts'
import { bar } from './charts.ts'
import { aidOf, hoursOf, othersOf, supportOf } from './lines.ts'
import { html, nothing, type Markup } from './markup.ts'
import type { Told } from './sections.ts'
import { exactRows, printedTable, type Printed } from './table.ts'

/** What is not about persons: hours, staff support, groups, aid. A table each, absent when nothing was recorded. */
export function meansOf(told: Told): Markup[] {
  const { release, catalogue, previous } = told
  const support = supportOf(release, catalogue)
  const given = aidOf(release, catalogue)
  return [
    hoursTable(told),
    exactTable(text.supportTitle, text.supportNote, {
      heading: text.supportKind,
      counted: text.times,
      rows: exactRows(support, { attribute: 'staffSupport', measure: 'staff-support' }, previous),
      previous,
    }),
    othersTable(told),
    exactTable(text.aidTitle, text.aidNote, {
      heading: text.columns.item,
      counted: text.columns.quantity,
      rows: exactRows(given, { attribute: 'aidItem', measure: 'aid-given' }, previous),
      previous,
    }),
  ]
}

function exactTable(title: string, note: string, printed: Printed): Markup {
  if (printed.rows.length === 0) return nothing
  return html`<section class="table">
    <h3>${title}</h3>
    <p class="note">${note}</p>
    ${printedTable(printed)}
  </section>`
}

/** Hours worked; the mark on a bar is what the agreement foresees. */
function hoursTable({ release }: Told): Markup {
  const parts = hoursOf(release)
  if (parts.length === 0) return nothing
  const most = Math.max(1, ...parts.flatMap(({ value, agreed }) => [value, agreed]))
  return html`<section class="table">
    <h3>${text.hoursTitle}</h3>
    <p class="note">${text.hoursNote}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${text.part}</th>
          <th scope="col" class="number before">${text.hoursAgreed}</th>
          <th scope="col" class="number">${text.hoursDone}</th>
          <th scope="col" class="chart">${text.columns.chart}</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map(
          ({ label, value, agreed }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td class="number before">${hours(agreed)}</td>
              <td class="number">${hours(value)}</td>
              <td class="chart">${bar(value, most, false, agreed)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

/** Figures of different natures: no bar compares them. */
function othersTable({ release }: Told): Markup {
  const others = othersOf(release)
  if (others.length === 0) return nothing
  return html`<section class="table">
    <h3>${text.othersTitle}</h3>
    <p class="note">${text.othersNote}</p>
    <table class="plain">
      <tbody>
        ${others.map(
          ({ label, value }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td class="number">${number(value)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}
