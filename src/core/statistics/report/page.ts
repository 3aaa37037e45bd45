import type { Catalogue } from '../disclosure/catalogue.ts'
import type { Release } from '../disclosure/export.ts'
import { isQuarter } from '../period.ts'
import { periodDays, periodName } from '../text/fr/format.ts'
import { methodText } from '../text/fr/method.ts'
import { reportText as text } from '../text/fr/report.ts'
import { summaryText } from '../text/fr/summary.ts'
import { previousOf, quartersTold, type EarlierRelease } from './earlier.ts'
import { html, nothing, raw, type Markup } from './markup.ts'
import { sections, type Told } from './sections.ts'
import { paperStyle } from './style.ts'
import { essentials, keyFigures } from './summary.ts'
import { tidyTables } from './tidy.ts'
import { contactTrend } from './trends.ts'

export type ReportInput = {
  release: Release
  catalogue: Catalogue
  catalogueHash: string
  /** Local day. */
  publishedOn: string
  /** `data:` address of the typeface. */
  font: string
  /** Releases that left before this one. */
  earlier: readonly EarlierRelease[]
}

/** The report as one page without script or link, ready to be printed: the same bytes for the same input. */
export function reportPage({
  release,
  catalogue,
  catalogueHash,
  publishedOn,
  font,
  earlier,
}: ReportInput): string {
  const told = toldOf(release, catalogue, earlier)
  return html`<!doctype html>
    <html lang="fr-CA">
      <head>
        <meta charset="utf-8" />
        <title>${text.documentTitle(release.period)}</title>
        <style>
          ${raw(paperStyle(font, `${text.publishedOn(publishedOn)} · ${periodName(release.period)}`))}
        </style>
      </head>
      <body>
        <header>
          <p class="brand">${text.brand}<span>${text.subtitle}</span></p>
          <h1>${text.title}</h1>
          <p class="period"><strong>${periodName(release.period)}</strong>, ${periodDays(release.period)}</p>
        </header>
        <main>
          ${release.total === null ? withheldSummary() : summary(told)} ${sections(told)}
          ${method(release, publishedOn, catalogueHash)}
        </main>
      </body>
    </html> `.markup
}

function toldOf(release: Release, catalogue: Catalogue, earlier: readonly EarlierRelease[]): Told {
  const rows = tidyTables(release, catalogue).flatMap((table) => table.rows)
  return {
    release,
    catalogue,
    previous: previousOf(release.period, earlier),
    quarters: quartersTold({ period: release.period, rows }, earlier),
  }
}

/** The first page: what a busy reader takes away. */
function summary(told: Told): Markup {
  const { period, total, persons, k } = told.release
  return html`<section class="summary">
    <p class="lead">${summaryText.lead(period, total ?? 0, persons)}</p>
    ${keyFigures(told)} ${essentials(told)} ${contactTrend(told.quarters, period)}
    <aside>
      <p>${methodText.promise(k)}</p>
      <p>${methodText.promiseMore}</p>
    </aside>
  </section>`
}

const withheldSummary = (): Markup =>
  html`<section class="withheld">
    <p class="lead">${summaryText.nothing}</p>
    <p>${summaryText.nothingMore}</p>
  </section>`

function method({ k, base, period }: Release, publishedOn: string, catalogueHash: string): Markup {
  return html`<section class="method">
    <h2>${methodText.title}</h2>
    ${methodText.paragraphs(k, base).map((paragraph) => html`<p>${paragraph}</p>`)}
    ${isQuarter(period) ? html`<p>${methodText.quarterOnly}</p>` : nothing}
    <div class="guarantee">
      <h3>${methodText.guaranteeTitle}</h3>
      ${methodText.guarantee(k).map((paragraph) => html`<p>${paragraph}</p>`)}
    </div>
    <h3>${methodText.filesTitle}</h3>
    <p>${methodText.files} ${text.publishedOn(publishedOn)}. ${text.catalogue(catalogueHash)}.</p>
  </section>`
}
