import { date } from '../../statistics/text/fr/format.ts'
import type { ConsentRow } from '../repository/consents.ts'
import { consentText as text } from '../text/fr/consents.ts'
import { registerPaper, type Fact, type Paper, type RegisterEntry } from './paper.ts'

export const consentsPage = (paper: Paper, rows: readonly ConsentRow[]): string =>
  registerPaper(paper, text, rows.map(entry))

const entry = (row: ConsentRow): RegisterEntry => ({
  heading: `${row.alias} · ${text.purposes[row.purpose]}`,
  state: text.states[row.state],
  facts: consentFacts(row),
})

/** Everything known of a consent but whose and what for. */
export function consentFacts(row: ConsentRow): Fact[] {
  const { fields } = text
  const isAboutResource = row.purpose === 'referral' || row.purpose === 'exchange'
  return [
    ...(row.words === '' ? [] : [{ name: fields.words, value: row.words }]),
    ...(isAboutResource ? [{ name: fields.resource, value: row.resourceName ?? fields.anyResource }] : []),
    { name: fields.manner, value: row.express ? text.express : text.implied },
    { name: fields.givenBy, value: row.givenBy === 'person' ? text.person : text.parent(row.parent) },
    { name: fields.givenOn, value: date(row.givenOn) },
    { name: fields.validUntil, value: row.validUntil === null ? text.open : date(row.validUntil) },
    ...(row.withdrawnOn === null
      ? []
      : [{ name: fields.withdrawnOn, value: text.withdrawn(row.withdrawnOn, row.withdrawalWords) }]),
    ...row.lateReferrals.map(({ resourceName, on }) => ({
      name: fields.late,
      value: text.late(resourceName, on),
    })),
  ]
}
