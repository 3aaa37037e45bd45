import { residualCode, type Catalogue } from '../disclosure/catalogue.ts'
import type { Release, Table } from '../disclosure/export.ts'
import {
  approximately,
  hours,
  number,
  periodDays,
  periodName,
  reportText as text,
} from '../text/fr/report.ts'
import { aidOf, countedBy, groupLabel, linesOf, type ReportLine } from './lines.ts'
import { html, raw, type Markup } from './markup.ts'
import { reportStyle } from './style.ts'

export type ReportInput = {
  release: Release
  catalogue: Catalogue
  catalogueHash: string
  /** Local day. */
  publishedOn: string
  /** `data:` address of the typeface. */
  font: string
}

/** The report as one page without script or link, ready to be printed: the same bytes for the same input. */
export function reportPage({ release, catalogue, catalogueHash, publishedOn, font }: ReportInput): string {
  const { period, k, base } = release
  return html`<!doctype html>
    <html lang="fr-CA">
      <head>
        <meta charset="utf-8" />
        <title>${text.documentTitle(period)}</title>
        <style>
          ${raw(reportStyle(font))}
        </style>
      </head>
      <body>
        <header>
          <p class="brand">${text.brand}<span>${text.subtitle}</span></p>
          <h1>${text.title}</h1>
          <p class="period"><strong>${periodName(period)}</strong>, ${periodDays(period)}</p>
        </header>
        <main>
          ${release.total === null ? html`<p class="lead">${text.nothing}</p>` : summary(release, catalogue)}
          ${sections(release, catalogue)} ${aidSection(release, catalogue)}
          <section class="method">
            <h2>${text.methodTitle}</h2>
            ${text.method(k, base).map((paragraph) => html`<p>${paragraph}</p>`)}
            <div class="guarantee">
              <h3>${text.guaranteeTitle}</h3>
              ${text.guarantee(k).map((paragraph) => html`<p>${paragraph}</p>`)}
            </div>
          </section>
        </main>
        <footer>
          <p>${text.publishedOn(publishedOn)}</p>
          <p>${text.catalogue(catalogueHash)}</p>
        </footer>
      </body>
    </html> `.markup
}

function summary(release: Release, catalogue: Catalogue): Markup {
  const groups = release.tables.find(({ attribute }) => attribute === 'themeGroup')
  const first = groups === undefined ? [] : foremost(linesOf(groups, catalogue))
  const spent = release.exact.find(({ measure }) => measure === 'hours')
  const aid = aidOf(release, catalogue).reduce((sum, { value }) => sum + value, 0)
  const figures = [
    figure(approximately(release.total ?? 0), text.figures.contacts),
    release.persons === null ? [] : figure(approximately(release.persons), text.figures.persons),
    spent === undefined ? [] : figure(hours(spent.value), text.figures.hours),
    aid === 0 ? [] : figure(number(aid), text.figures.aid),
  ].flat()
  return html`<p class="lead">${text.lead(release.total ?? 0, first)}</p>
    <dl class="figures">${figures}</dl>`
}

const figure = (value: string, name: string): Markup =>
  html`<div>
    <dd>${value}</dd>
    <dt>${name}</dt>
  </div>`

/** What was spoken of most among what is shown alone; rounded figures may tie. */
function foremost(lines: readonly ReportLine[]): string[] {
  const named = lines.filter(({ code, merged }) => !merged && code !== residualCode)
  const most = Math.max(...named.map(({ value }) => value ?? 0))
  return named.filter(({ value }) => value === most).map(({ label }) => label)
}

/** A section per table, and one for all the tables that detail theme groups. */
function sections({ tables }: Release, catalogue: Catalogue): Markup[] {
  const details = tables.filter(({ within }) => within !== null)
  return tables
    .filter(({ within }) => within === null)
    .flatMap((table) =>
      table.attribute === 'themeGroup' && details.length > 0
        ? [section(table, catalogue), detailSection(details, catalogue)]
        : [section(table, catalogue)],
    )
}

function section(table: Table, catalogue: Catalogue): Markup {
  const lines = linesOf(table, catalogue)
  const withheld = lines.some(({ value }) => value === null)
  return html`<section>
    <h2>${text.titles[table.attribute]}</h2>
    <p class="note">${withheld ? text.withheldTable : text.notes[table.attribute]}</p>
    ${tableOf(text.columns.label, text.counted[countedBy(table)], lines.map(published))}
  </section>`
}

function detailSection(details: readonly Table[], catalogue: Catalogue): Markup {
  return html`<section class="details">
    <h2>${text.titles.theme}</h2>
    <p class="note">${text.notes.theme}</p>
    <div>
      ${details.map(
        (table) =>
          html`<article>
            ${tableOf(groupLabel(table, catalogue) ?? '', text.counted.contacts, linesOf(table, catalogue).map(published))}
          </article>`,
      )}
    </div>
  </section>`
}

type Row = { label: string; shown: string; value: number; merged: boolean }

const published = ({ label, value, merged }: ReportLine): Row => ({
  label,
  shown: value === null ? text.withheld : approximately(value),
  value: value ?? 0,
  merged,
})

function tableOf(heading: string, counted: string, rows: readonly Row[]): Markup {
  const most = Math.max(1, ...rows.map(({ value }) => value))
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${heading}</th>
        <th scope="col" class="number">${counted}</th>
        <th scope="col" class="chart">${text.columns.chart}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ label, shown, value, merged }) =>
          html`<tr${raw(merged ? ' class="merged"' : '')}>
<th scope="row">${label}</th><td class="number">${shown}</td><td class="chart">${bar(value, most, merged)}</td>
</tr>`,
      )}
    </tbody>
  </table>`
}

/** A bar beside its number: the drawing repeats what the cell says, so readers of the tags may skip it. */
function bar(value: number, most: number, merged: boolean): Markup {
  const width = Math.round((value / most) * 1000) / 10
  const fill = merged ? 'url(#hatch)' : 'var(--accent)'
  return html`<svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" width="100%" height="11">
    <defs>
      <pattern id="hatch" width="1.2" height="8" patternUnits="userSpaceOnUse">
        <rect width="0.7" height="8" fill="#8aa9a8" />
      </pattern>
    </defs>
    <rect width="100" height="8" fill="#f1ede5" />
    <rect width="${width}" height="8" fill="${raw(fill)}" />
  </svg>`
}

function aidSection(release: Release, catalogue: Catalogue): Markup {
  const given = aidOf(release, catalogue)
  if (given.length === 0) return html``
  const rows = given.map(({ label, value }) => ({ label, shown: number(value), value, merged: false }))
  return html`<section>
    <h2>${text.aidTitle}</h2>
    <p class="note">${text.aidNote}</p>
    ${tableOf(text.columns.item, text.columns.quantity, rows)}
  </section>`
}
