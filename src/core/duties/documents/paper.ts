import type { Settings } from '../../caseload/settings.ts'
import { html, nothing, raw, type Markup } from '../../statistics/report/markup.ts'
import { paperStyle } from '../../statistics/report/style.ts'
import { paperText as text } from '../text/fr/paper.ts'
import { dutyStyle } from './style.ts'

export type Organization = Settings['organization']

/** What a document needs besides what it says. */
export interface Paper {
  organization: Organization
  /** The day it is printed. */
  today: string
  /** `data:` address of the typeface. */
  font: string
}

type Page = {
  title: string
  subtitle: string
  /** At the right of the head: the law. */
  law: string
  body: Markup | readonly Markup[]
}

/** One self-contained page, ready to be printed: the same bytes for the same facts. */
export const paperPage = ({ organization, font }: Paper, { title, subtitle, law, body }: Page): string =>
  html`<!doctype html>
    <html lang="fr-CA">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${raw(paperStyle(font, title) + dutyStyle)}
        </style>
      </head>
      <body class="duty">
        <header>
          <p class="brand">${organization.name || text.organization}<span>${law}</span></p>
          <h1>${title}</h1>
          ${subtitle === '' ? nothing : html`<p class="period">${subtitle}</p>`}
        </header>
        <main>${body}</main>
      </body>
    </html> `.markup

export const paragraphs = (parts: readonly string[]): Markup[] => parts.map((part) => html`<p>${part}</p>`)

export type Fact = { name: string; value: string }

/** A name and what is said under it; a blank stays as a line to fill by hand. */
export const facts = (rows: readonly Fact[]): Markup =>
  html`<dl class="facts">
    ${rows.map(
      ({ name, value }) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value === '' ? html`<span class="blank">${text.blank}</span>` : lines(value)}</dd>
        </div>`,
    )}
  </dl>`

/** Line breaks as typed. */
export const lines = (value: string): Markup =>
  html`${value.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`))}`

export interface RegisterEntry {
  heading: string
  /** Where it stands, in a word or two. */
  state: string
  facts: readonly Fact[]
}

/** A register: one entry after the other, the latest first. */
export const registerPaper = (
  paper: Paper,
  page: Omit<Page, 'body'>,
  entries: readonly RegisterEntry[],
): string =>
  register(
    paper,
    page,
    entries.length,
    entries.map(
      ({ heading, state, facts: rows }) =>
        html`<section class="record">
          <h2>${heading}<span>${state}</span></h2>
          ${facts(rows)}
        </section>`,
    ),
  )

/** A register whose entries are short: one a row. */
export const tablePaper = (
  paper: Paper,
  page: Omit<Page, 'body'>,
  { columns, rows }: { columns: readonly string[]; rows: readonly Markup[] },
): string =>
  register(paper, page, rows.length, [
    html`<table class="entries">
      <thead>
        <tr>
          ${columns.map((title) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`,
  ])

const register = (
  paper: Paper,
  page: Omit<Page, 'body'>,
  count: number,
  entries: readonly Markup[],
): string =>
  paperPage(paper, {
    ...page,
    body: [
      html`<p class="printed">${text.printedOn(paper.today, count)}</p>`,
      ...(count === 0 ? [html`<p class="lead">${text.empty}</p>`] : entries),
    ],
  })
