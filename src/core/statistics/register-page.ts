import type { Entry } from './disclosure/ledger.ts'
import { readRegister, type Register } from './disclosure/register.ts'
import { html, raw, type Markup } from './report/markup.ts'
import { registerText as text } from './text/fr/register.ts'

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
  periodName: (period: string) => string
  style: string
}

/** The register as one self-contained page, ready to be printed: the same bytes for the same entries. */
export const registerPage = ({ entries, reader, periodName, style }: RegisterPage): string =>
  html`<!doctype html>
    <html lang="fr-CA">
      <head>
        <meta charset="utf-8" />
        <title>${text.title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <header>
          <h1>${text.title}</h1>
          <p class="period">${text.subtitle}</p>
        </header>
        <main>${entries.map((entry) => section(entry, reader, periodName(entry.period)))}</main>
      </body>
    </html> `.markup

function section(
  entry: RegisterPage['entries'][number],
  reader: RegisterPage['reader'],
  period: string,
): Markup {
  const register = readRegister(entry.register)
  const { fields } = text
  const day = entry.publishedAt.slice(0, 10)
  const typed =
    reader === 'organization'
      ? [field(fields.purpose, entry.purpose), field(fields.approver, entry.approver)]
      : [field(`${fields.purpose}, ${fields.approver.toLowerCase()}`, text.keptApart)]
  return html`<section>
    <h2>${text.entry(entry.sequence)} · ${period}</h2>
    <dl>${typed} ${field(fields.publishedAt, day)}</dl>
    ${register === null ? html`<p>${text.noneYet}</p>` : said(register, reader)}
    <dl class="hashes">
      ${field(fields.catalogueHash, entry.catalogueHash)} ${field(fields.previous, entry.previous)}
      ${entry.sealed === null ? [] : [field(fields.filesHash, entry.sealed.filesHash), field(fields.hash, entry.sealed.hash)]}
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
    ${register.analyses.map(
      ({ risk, before, after }) =>
        html`<h4>${risks[risk]}</h4>
          <dl>${field(fields.before, before)} ${field(fields.after, after)}</dl>`,
    )}
    <dl>
      ${field(fields.residualRisk, register.residualRisk)}
      ${note ? field(fields.residualNote, register.residualNote) : html``}
      ${field(fields.reassessOn, register.reassessOn)}
    </dl>`
}

const field = (name: string, value: string): Markup =>
  html`<dt>${name}</dt>
    <dd>${value}</dd>`
