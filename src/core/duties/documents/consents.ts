import { html, nothing, type Markup } from '../../statistics/report/markup.ts'
import { date } from '../../statistics/text/fr/format.ts'
import type { ConsentRow } from '../repository/consents.ts'
import { consentText as text } from '../text/fr/consents.ts'
import { tablePaper, type Paper } from './paper.ts'

/** One consent a row: most say the same few things, and a page of them is read at a glance. */
export const consentsPage = (paper: Paper, rows: readonly ConsentRow[]): string =>
  tablePaper(paper, text, { columns: Object.values(text.columns), rows: rows.map(tableRow) })

function tableRow(row: ConsentRow): Markup {
  const late = row.lateReferrals.map(({ resourceName, on }) => text.late(resourceName, on))
  const scope = [row.words, ...aboutResource(row)].filter((said) => said !== '').join(' · ')
  return html`<tr>
    <th scope="row">${row.alias}</th>
    <td>${text.purposes[row.purpose]} ${[scope, ...late].filter((said) => said !== '').map(more)}</td>
    <td>${date(row.givenOn)} ${more(text.how(row.express, giver(row)))}</td>
    <td>
      ${row.validUntil === null ? text.open : date(row.validUntil)}
      ${row.withdrawnOn === null ? nothing : more(text.withdrawn(row.withdrawnOn, row.withdrawalWords))}
    </td>
    <td>${text.states[row.state]}</td>
  </tr>`
}

const more = (said: string): Markup => html`<span class="more">${said}</span>`

/** Which resource may be told, when that is what it is about. */
const aboutResource = ({ purpose, resourceName }: ConsentRow): string[] =>
  purpose === 'referral' || purpose === 'exchange' ? [resourceName ?? text.anyResource] : []

const giver = ({ givenBy, parent }: ConsentRow): string =>
  givenBy === 'person' ? text.person : text.parent(parent)
