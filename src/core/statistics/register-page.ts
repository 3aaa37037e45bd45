import type { Entry } from './disclosure/ledger.ts'
import { readRegister, type Register } from './disclosure/register.ts'
import { html, nothing, raw, type Markup } from './report/markup.ts'
import { paperStyle } from './report/style.ts'
import { date, periodDays, periodName } from './text/fr/format.ts'
import { registerText as text } from './text/fr/register.ts'
import { reportText } from './text/fr/report.ts'

/** An entry on paper. `sealed` is null for the copy that leaves in the release folder, which the seal itself covers. */
export type RegisterPage = {
  entries: readonly (Omit<Entry, 'hash' | 'filesHash'> & {
    sealed: Pick<Entry, 'hash' | 'filesHash'> | null
  })[]
  /**
   * `organization`: everything. `release`: nothing that a human typed (purpose, approver, note), since the page is
   * published with the tables.
   */
  reader: 'organization' | 'release'
  /** `data:` address of the typeface. */
  font: string
}

/** The register as one self-contained page, ready to be printed: the same bytes for the same entries. */
export const registerPage = ({ entries, reader, font }: RegisterPage): string =>
  html`<!doctype html>
    <html lang="fr-CA">
      <head>
        <meta charset="utf-8" />
        <title>${text.title}</title>
        <style>
          ${raw(paperStyle(font, text.title))}
        </style>
      </head>
      <body>
        <header>
          <p class="brand">${reportText.brand}<span>${text.law}</span></p>
          <h1>${text.title}</h1>
          <p class="period">${text.subtitle}</p>
          ${reader === 'organization' ? html`<p class="internal">${text.internal}</p>` : nothing}
        </header>
        <main>${entries.map((entry) => section(entry, reader))}</main>
      </body>
    </html> `.markup

function section(entry: RegisterPage['entries'][number], reader: RegisterPage['reader']): Markup {
  const register = readRegister(entry.register)
  const { fields } = text
  const typed =
    reader === 'organization'
      ? [field(fields.purpose, entry.purpose), field(fields.approver, entry.approver)]
      : [field(`${fields.purpose}, ${fields.approver.toLowerCase()}`, text.keptApart)]
  return html`<section class="entry">
    <h2>${text.entry(entry.sequence)} · ${periodName(entry.period)}</h2>
    <dl class="facts">
      ${field(fields.period, periodDays(entry.period))}
      ${field(fields.publishedAt, date(entry.publishedAt.slice(0, 10)))} ${typed}
    </dl>
    ${register === null ? html`<p>${text.noneYet}</p>` : said(register, reader)}
    <dl class="facts hashes">
      ${field(fields.catalogueHash, entry.catalogueHash)} ${field(fields.previous, entry.previous)}
      ${entry.sealed === null ? nothing : html`${field(fields.filesHash, entry.sealed.filesHash)}${field(fields.hash, entry.sealed.hash)}`}
    </dl>
  </section>`
}

function said(register: Register, reader: RegisterPage['reader']): Markup {
  const { fields, risks } = text
  const note = reader === 'organization' && register.residualNote !== ''
  return html`<h3>${fields.techniques}</h3>
    <ul>
      ${register.techniques.map((technique) => html`<li>${technique}</li>`)}
    </ul>
    <h3>${fields.analyses}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${fields.criterion}</th>
          <th scope="col">${fields.before}</th>
          <th scope="col">${fields.after}</th>
        </tr>
      </thead>
      <tbody>
        ${register.analyses.map(
          ({ risk, before, after }) =>
            html`<tr>
              <th scope="row">${risks[risk]}</th>
              <td>${before}</td>
              <td>${after}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <div class="guarantee">
      <h3>${fields.residualRisk}</h3>
      <p>${register.residualRisk}</p>
      ${
        note
          ? html`<h3>${fields.residualNote}</h3>
              <p>${register.residualNote}</p>`
          : nothing
      }
    </div>
    <dl class="facts">${field(fields.reassessOn, date(register.reassessOn))}</dl>`
}

const field = (name: string, value: string): Markup =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`
