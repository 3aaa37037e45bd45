import type { Period } from '../period.ts'
import { date, periodDays, periodName } from '../text/fr/format.ts'
import { reportText } from '../text/fr/report.ts'
import { registerPageText as text } from '../text/fr/register-page.ts'
import { html, nothing, raw, type Markup } from './markup.ts'
import { paperStyle } from './style.ts'

/** One entry of the register, in the words it was sealed with. */
export type PrintedEntry = {
  sequence: number
  period: Period
  /** Local minute. */
  publishedAt: string
  techniques: readonly string[]
  analyses: readonly {
    risk: 'individualization' | 'correlation' | 'inference'
    before: string
    after: string
  }[]
  residualRisk: string
  /** Local day. */
  reassessOn: string
  /** What stays in the organization: why, who, and the seal of the ledger. Null in what leaves with a release. */
  kept: { purpose: string; approver: string; residualNote: string; hash: string } | null
}

/** Entries of the anonymization register (A-2.1, r. 0.1) as one page to print: the same bytes for the same entries. */
export function registerPage(entries: readonly PrintedEntry[], printedOn: string, font: string): string {
  return html`<!doctype html>
    <html lang="fr-CA">
      <head>
        <meta charset="utf-8" />
        <title>${text.title}</title>
        <style>
          ${raw(paperStyle(font, text.printedOn(printedOn)))}
        </style>
      </head>
      <body class="register">
        <header>
          <p class="brand">${reportText.brand}<span>${text.law}</span></p>
          <h1>${text.title}</h1>
          <p class="period">${entries.length === 1 ? text.oneEntry : text.entries(entries.length)}</p>
        </header>
        <main>${entries.map(entryMarkup)}</main>
      </body>
    </html> `.markup
}

function entryMarkup(entry: PrintedEntry): Markup {
  const { kept } = entry
  return html`<section class="entry">
    <h2>${text.entry(entry.sequence)} · ${periodName(entry.period)}</h2>
    <dl class="facts">
      ${fact(text.period, periodDays(entry.period))}
      ${fact(text.publishedOn, date(entry.publishedAt.slice(0, 10)))}
      ${kept === null ? fact(text.purpose, text.keptElsewhere) : fact(text.purpose, kept.purpose)}
      ${kept === null ? nothing : fact(text.approver, kept.approver)}
    </dl>
    <h3>${text.techniques}</h3>
    <ul>
      ${entry.techniques.map((technique) => html`<li>${technique}</li>`)}
    </ul>
    <h3>${text.analyses}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${text.risk}</th>
          <th scope="col">${text.before}</th>
          <th scope="col">${text.after}</th>
        </tr>
      </thead>
      <tbody>
        ${entry.analyses.map(
          ({ risk, before, after }) =>
            html`<tr>
              <th scope="row">${text.risks[risk]}</th>
              <td>${before}</td>
              <td>${after}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <div class="guarantee">
      <h3>${text.residualRisk}</h3>
      <p>${entry.residualRisk}</p>
      ${kept === null || kept.residualNote === '' ? nothing : html`<p>${kept.residualNote}</p>`}
    </div>
    <dl class="facts">
      ${fact(text.reassessOn, date(entry.reassessOn))}
      ${
        kept === null
          ? nothing
          : html`<div>
              <dt>${text.hash}</dt>
              <dd class="hash">${kept.hash}</dd>
            </div>`
      }
    </dl>
  </section>`
}

const fact = (name: string, value: string): Markup =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`
