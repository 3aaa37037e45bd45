import { paperPage, type Paper } from '../../duties/documents/paper.ts'
import { html } from '../../statistics/report/markup.ts'
import type { AccessRow } from '../repository/access-log.ts'
import { documentNames } from '../../duties/text/fr/names.ts'
import { accessLists } from '../access.ts'
import { accessText as text } from '../text/fr/access-log.ts'

/** More would not be read on paper. */
export const printedAccesses = 2000

export interface PrintedLog {
  intact: boolean
  total: number
  /** Newest first. */
  rows: readonly AccessRow[]
}

export const accessLogPage = (paper: Paper, { intact, total, rows }: PrintedLog): string =>
  paperPage(paper, {
    ...text,
    body: html`<p class="printed">${text.printed(paper.today, rows.length, total)}</p>
      <p>${intact ? text.whole : text.broken}</p>
      <table class="log">
        <thead>
          <tr>
            ${Object.values(text.columns).map((title) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ at, role, keyMark, act, ...about }) =>
              html`<tr>
                <td>${text.moment(at)}</td>
                <td>${text.roles[role]}</td>
                <td>${keyMark}</td>
                <td>${text.acts[act]}</td>
                <td>${aboutOf(about)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  })

function aboutOf({ alias, personId, detail }: Pick<AccessRow, 'alias' | 'personId' | 'detail'>): string {
  if (personId !== null) return alias ?? text.erased
  const list = accessLists.find((name) => name === detail)
  if (list !== undefined) return text.lists[list]
  const documents: Record<string, string> = text.documents
  if (documents[detail] !== undefined) return documents[detail]
  return Object.entries(documentNames).find(([name]) => name === detail)?.[1].title ?? detail
}
