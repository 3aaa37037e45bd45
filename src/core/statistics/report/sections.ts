import type { Catalogue, TableAttribute } from '../disclosure/catalogue.ts'
import type { Release, Table } from '../disclosure/export.ts'
import { reportText as text } from '../text/fr/report.ts'
import { totalIn, type EarlierRelease } from './earlier.ts'
import { incidentTrend } from './trends.ts'
import { countedBy, groupLabel, linesOf } from './lines.ts'
import { meansOf } from './means.ts'
import { html, nothing, type Markup } from './markup.ts'
import { printedTable, rowsOf } from './table.ts'

/** What the sections are drawn from: this release, and what left before it. */
export type Told = {
  release: Release
  catalogue: Catalogue
  previous: EarlierRelease | null
  /** Quarters up to this release, oldest first. */
  quarters: readonly EarlierRelease[]
}

/** What was done, with whom, in what place, with what: each section a table with its drawing, absent when it has nothing. */
export function sections(told: Told): Markup[] {
  const of = (attribute: TableAttribute) => tablesOf(told, attribute)
  const { previous } = told
  const legend =
    previous === null ? nothing : html`<p class="note legend">${text.before(previous.period)}</p>`
  const chapters = [
    {
      title: text.chapters.work,
      parts: [of('kind'), of('themeGroup'), details(told), pair(of('outcome'), of('sector'))],
    },
    { title: text.chapters.people, parts: [pair(of('gender'), of('ageBand'))] },
    { title: text.chapters.place, parts: [of('incidentIntensity'), incidentTrend(told.quarters)] },
    { title: text.chapters.means, parts: meansOf(told) },
  ]
  // the marks are explained once, before the first of them
  return chapters
    .filter(({ parts }) => !parts.every(isEmpty))
    .map(({ title, parts }, index) => chapter(title, index === 0 ? [legend, ...parts] : parts))
}

const isEmpty = ({ markup }: Markup): boolean => markup === ''

function chapter(title: string, parts: readonly Markup[]): Markup {
  return html`<section class="chapter">
    <h2>${title}</h2>
    ${parts}
  </section>`
}

function pair(first: Markup, second: Markup): Markup {
  if (isEmpty(first) || isEmpty(second)) return html`${first}${second}`
  return html`<div class="pair">${first}${second}</div>`
}

function tablesOf({ release, catalogue, previous }: Told, attribute: TableAttribute): Markup {
  const table = release.tables.find((found) => found.attribute === attribute && found.within === null)
  if (table === undefined) return nothing
  const withheld = table.rows.some(({ value }) => value === null)
  const notes = [
    withheld ? text.withheldTable : text.notes[attribute],
    // said once for the pair: ages stand beside
    ...(attribute === 'gender' ? [text.unknownPerson] : []),
  ]
  return html`<section class="table">
    <h3>${text.titles[attribute]}</h3>
    <p class="note">${notes.join(' ')}</p>
    ${tableMarkup(table, text.columns.label, catalogue, previous)}
  </section>`
}

function tableMarkup(
  table: Table,
  heading: string,
  catalogue: Catalogue,
  previous: EarlierRelease | null,
): Markup {
  const attribute = table.within === null ? table.attribute : `${table.attribute}/${table.within}`
  const counted = countedBy(table.attribute)
  const comparable = previous !== null && totalIn(previous, attribute) !== null ? previous : null
  const rows = rowsOf(linesOf(table, catalogue), attribute, counted, comparable)
  return printedTable({ heading, counted: text.counted[counted], rows, previous: comparable })
}

/** The tables that detail a theme group, two beside each other. */
function details({ release, catalogue }: Told): Markup {
  const tables = release.tables.filter(({ within }) => within !== null)
  if (tables.length === 0) return nothing
  return html`<section class="table details">
    <h3>${text.titles.theme}</h3>
    <p class="note">${text.notes.theme}</p>
    <div>
      ${tables.map(
        (table) =>
          html`<article>${tableMarkup(table, groupLabel(table, catalogue) ?? '', catalogue, null)}</article>`,
      )}
    </div>
  </section>`
}
