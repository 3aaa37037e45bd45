import { residualCode } from '../disclosure/catalogue.ts'
import type { TableAttribute } from '../disclosure/catalogue.ts'
import { approximately, change, hours, number } from '../text/fr/format.ts'
import { summaryText as text, type Named } from '../text/fr/summary.ts'
import { totalIn, valueIn, valueOf, type EarlierRelease } from './earlier.ts'
import { aidOf, hoursOf, linesOf, supportOf } from './lines.ts'
import { html, nothing, type Markup } from './markup.ts'
import type { Told } from './sections.ts'

/** The figures a director looks at first, each with its change since the previous release. */
export function keyFigures(told: Told): Markup {
  const { release, catalogue, previous } = told
  const spent = release.exact.find(({ measure }) => measure === 'hours')
  const aid = sumOf(aidOf(release, catalogue))
  const incidents = publishedTotal(told, 'incidentIntensity')
  const since = (measure: string, value: number) => {
    const before =
      previous === null ? undefined : valueIn(previous, { attribute: 'total', code: 'all', measure })
    return sinceOf(value, before, previous, change)
  }
  return html`<dl class="figures">
    ${[
      figure(approximately(release.total ?? 0), text.figures.contacts, since('contacts', release.total ?? 0)),
      release.persons === null
        ? nothing
        : figure(approximately(release.persons), text.figures.persons, since('persons', release.persons)),
      spent === undefined ? nothing : figure(hours(spent.value), text.figures.hours, nothing),
      incidents === null
        ? nothing
        : figure(
            approximately(incidents),
            text.figures.incidents,
            sinceOf(incidents, previous && totalIn(previous, 'incidentIntensity'), previous, change),
          ),
      aid === 0
        ? nothing
        : figure(
            number(aid),
            text.figures.aid,
            sinceOf(aid, previous && totalIn(previous, 'aidItem'), previous, change),
          ),
    ]}
  </dl>`
}

function sinceOf(
  value: number,
  before: number | null | undefined,
  previous: EarlierRelease | null,
  show: (difference: number) => string,
): Markup {
  if (previous === null || before === null || before === undefined) return nothing
  return html`<dd class="since">${text.since(show(value - before), previous.period)}</dd>`
}

const figure = (value: string, name: string, since: Markup): Markup =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
    ${since}
  </div>`

/** The period in a few sentences, from published lines alone. */
export function essentials(told: Told): Markup {
  const points = [
    kinds(told),
    themes(told),
    incidents(told),
    referrals(told),
    support(told),
    aid(told),
    time(told),
  ].flat()
  if (points.length === 0) return nothing
  return html`<section class="essentials">
    <h2>${text.title}</h2>
    <ul>
      ${points.map((point) => html`<li>${point}</li>`)}
    </ul>
  </section>`
}

const kinds = (told: Told): string[] => saidOf(foremost(told, 'kind'), text.kinds)
const themes = (told: Told): string[] => saidOf(foremost(told, 'themeGroup'), text.themes)
const saidOf = (first: readonly Named[], say: (first: readonly Named[]) => string): string[] =>
  first.length === 0 ? [] : [say(first)]

function incidents(told: Told): string[] {
  const total = publishedTotal(told, 'incidentIntensity')
  if (total === null) return incidentsOver(told)
  const { previous } = told
  const before = previous && totalIn(previous, 'incidentIntensity')
  const compared = previous === null || before === null ? null : { value: before, period: previous.period }
  const current = told.quarters.find(({ period }) => period === told.release.period)
  const mild = current === undefined ? null : mildIn(current)
  const mildBefore = previous === null ? null : mildIn(previous)
  return [
    text.incidents(total, compared),
    ...(mild === null
      ? []
      : [
          text.milder(
            mild,
            total,
            mildBefore === null || before === null ? null : { mild: mildBefore, total: before },
          ),
        ]),
  ]
}

/** A year has no table of conflicts: what its quarters published tells it. */
function incidentsOver({ release, quarters }: Told): string[] {
  const ofYear = quarters.filter(({ period }) => period.startsWith(`${release.period}-`))
  const totals = ofYear.flatMap((quarter) => {
    const value = totalIn(quarter, 'incidentIntensity')
    return value === null ? [] : [{ value, period: quarter.period }]
  })
  const [first] = totals
  const last = totals.at(-1)
  return first === undefined || last === undefined || first === last ? [] : [text.incidentsOver(first, last)]
}

/** Published conflicts of intensity 1 or 2; null when a line mixes them with graver ones. */
function mildIn({ rows }: EarlierRelease): number | null {
  const lines = rows
    .filter(({ attribute }) => attribute === 'incidentIntensity')
    .map((row) => ({ codes: row.code.split('+'), value: valueOf(row) }))
  const isMild = (code: string) => code === '1' || code === '2'
  const mild = lines.filter(({ codes }) => codes.every(isMild))
  const isClear = lines.every(({ codes }) => codes.every(isMild) || !codes.some(isMild))
  if (!isClear || mild.length === 0) return null
  return mild.reduce((sum, { value }) => sum + (value ?? 0), 0)
}

function referrals(told: Told): string[] {
  const total = publishedTotal(told, 'outcome')
  return total === null ? [] : [text.referrals(total, foremost(told, 'outcome'))]
}

function support({ release, catalogue }: Told): string[] {
  const lines = supportOf(release, catalogue)
  const [first] = lines
  return first === undefined ? [] : [text.support(sumOf(lines), first.label)]
}

function time({ release }: Told): string[] {
  const parts = hoursOf(release)
  if (parts.length === 0) return []
  const agreed = parts.reduce((sum, part) => sum + part.agreed, 0)
  return [text.hours(hours(sumOf(parts)), hours(agreed))]
}

const sumOf = (lines: readonly { value: number }[]): number =>
  lines.reduce((sum, { value }) => sum + value, 0)

function aid({ release, catalogue }: Told): string[] {
  const given = aidOf(release, catalogue)
  const [first] = given
  if (first === undefined) return []
  return [text.aid(sumOf(given), first.label, first.value)]
}

/** The three greatest lines shown alone, most first; as the public order has them where rounded figures tie. */
function foremost({ release, catalogue }: Told, attribute: TableAttribute): Named[] {
  const table = release.tables.find((found) => found.attribute === attribute && found.within === null)
  if (table === undefined) return []
  return linesOf(table, catalogue)
    .flatMap(({ code, label, value, merged }) =>
      merged || code === residualCode || value === null ? [] : [{ label, value }],
    )
    .toSorted((a, b) => b.value - a.value)
    .slice(0, 3)
}

/** Sum of the published lines of a table of this release; null when there is none or it is withheld. */
function publishedTotal({ release }: Told, attribute: TableAttribute): number | null {
  const table = release.tables.find((found) => found.attribute === attribute && found.within === null)
  if (table === undefined) return null
  return table.rows.reduce<number | null>(
    (sum, { value }) => (sum === null || value === null ? null : sum + value),
    0,
  )
}
