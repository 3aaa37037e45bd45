import { dayOf } from '../../caseload/calendar.ts'
import { date } from '../../statistics/text/fr/format.ts'
import type { ConfidentialityIncidentRow } from '../repository/confidentiality-incidents.ts'
import type { DisclosureRow } from '../repository/disclosures.ts'
import type { ErasureRow } from '../repository/retention.ts'
import type { RequestRow } from '../repository/requests.ts'
import { confidentialityIncidentText } from '../text/fr/confidentiality-incidents.ts'
import { disclosureText } from '../text/fr/disclosures.ts'
import { erasureText } from '../text/fr/erasures.ts'
import { requestText } from '../text/fr/requests.ts'
import { registerPaper, type Fact, type Paper, type RegisterEntry } from './paper.ts'

const dated = (name: string, day: string | null): Fact[] => (day === null ? [] : [{ name, value: date(day) }])
const said = (name: string, value: string): Fact[] => (value === '' ? [] : [{ name, value }])

export const requestsPage = (paper: Paper, rows: readonly RequestRow[]): string =>
  registerPaper(paper, requestText, rows.map(requestEntry))

function requestEntry(row: RequestRow): RegisterEntry {
  const { fields } = requestText
  return {
    heading: `${row.alias ?? requestText.nobody} · ${requestText.kinds[row.kind]}`,
    state: requestText.states[row.state],
    facts: [
      { name: fields.requester, value: row.requester || requestText.herself },
      ...dated(fields.receivedOn, row.receivedOn),
      ...said(fields.words, row.words),
      ...dated(fields.identityCheckedOn, row.identityCheckedOn),
      ...dated(fields.dueOn, row.dueOn),
      ...(row.extendedTo === null
        ? []
        : said(fields.extension, requestText.extension(row.extendedTo, row.extensionWords))),
      ...dated(fields.answeredOn, row.answeredOn),
      ...(row.outcome === null ? [] : said(fields.outcome, requestText.outcomes[row.outcome])),
      ...said(fields.answer, row.answer),
      ...said(fields.lateWords, row.lateWords),
    ],
  }
}

export const disclosuresPage = (paper: Paper, rows: readonly DisclosureRow[]): string =>
  registerPaper(paper, disclosureText, rows.map(disclosureEntry))

function disclosureEntry(row: DisclosureRow): RegisterEntry {
  const { fields } = disclosureText
  return {
    heading: `${date(dayOf(row.at))} · ${row.alias ?? disclosureText.nobody}`,
    state: row.closedOn === null ? disclosureText.open : disclosureText.closed,
    facts: [
      { name: fields.basis, value: disclosureText.bases[row.basis] },
      { name: fields.recipient, value: row.recipient },
      { name: fields.information, value: row.information },
      { name: fields.reasons, value: row.reasons },
      ...dated(fields.personToldOn, row.personToldOn),
      ...said(fields.sequel, row.sequel),
      ...dated(fields.closedOn, row.closedOn),
    ],
  }
}

export const confidentialityIncidentsPage = (
  paper: Paper,
  rows: readonly ConfidentialityIncidentRow[],
): string => registerPaper(paper, confidentialityIncidentText, rows.map(incidentEntry))

function incidentEntry(row: ConfidentialityIncidentRow): RegisterEntry {
  const text = confidentialityIncidentText
  const { fields } = text
  return {
    heading: text.heading(row.knownOn),
    state: text.states[row.state],
    facts: [
      { name: fields.information, value: row.information },
      { name: fields.circumstances, value: row.circumstances },
      { name: fields.period, value: incidentPeriod(row) },
      { name: fields.knownOn, value: date(row.knownOn) },
      { name: fields.persons, value: personsConcerned(row) },
      { name: fields.test, value: harmTest(row) },
      { name: fields.notices, value: notices(row).join('\n') },
      { name: fields.measures, value: row.measures },
      { name: fields.keptUntil, value: date(row.keptUntil) },
      ...dated(fields.closedOn, row.closedOn),
    ],
  }
}

export const incidentPeriod = (row: ConfidentialityIncidentRow): string =>
  confidentialityIncidentText.period(row.happenedFrom, row.happenedUntil, row.isPeriodApproximate)

export const personsConcerned = ({
  personCount,
  isCountApproximate,
  people,
}: ConfidentialityIncidentRow): string =>
  confidentialityIncidentText.persons(
    personCount,
    isCountApproximate,
    people.map(({ alias }) => alias).join(', '),
  )

/** What leads to the conclusion, one reason a line. */
export function harmTest(row: ConfidentialityIncidentRow): string {
  const text = confidentialityIncidentText
  return [
    text.sensitivity(text.levels[row.sensitivity]),
    ...(row.misuse === '' ? [] : [text.misuse(row.misuse)]),
    text.consequences(row.consequences),
    text.probability(text.levels[row.probability]),
    row.seriousRisk ? text.serious : text.notSerious,
    ...(row.conclusion === '' ? [] : [row.conclusion]),
    ...(row.consultedOn === null ? [] : [text.consulted(row.consultedOn)]),
  ].join('\n')
}

function notices(row: ConfidentialityIncidentRow): string[] {
  const text = confidentialityIncidentText
  if (!row.seriousRisk) return [text.noNotice]
  const commission = row.commissionToldOn === null ? text.noCommission : text.commission(row.commissionToldOn)
  return [commission, ...noticesToPersons(row)]
}

/** Whether the persons were told, when, why not, one sentence a line. */
export function noticesToPersons(row: ConfidentialityIncidentRow): string[] {
  const text = confidentialityIncidentText
  return [
    row.personsToldOn === null ? text.notTold(row.notToldWords) : text.toldOn(row.personsToldOn),
    ...(row.personsToldOn !== null && row.notToldWords !== '' ? [row.notToldWords] : []),
    ...(row.publicNotice ? [text.publicNotice] : []),
  ]
}

export const erasuresPage = (paper: Paper, rows: readonly ErasureRow[]): string =>
  registerPaper(
    paper,
    erasureText,
    rows.map((row) => ({
      heading: erasureText.heading(row.decidedOn, row.code),
      state: erasureText.modes[row.mode],
      facts: [
        { name: erasureText.fields.reason, value: erasureText.reasons[row.reason] },
        { name: erasureText.fields.decidedBy, value: row.decidedBy },
        { name: erasureText.fields.what, value: erasureText.what(row.removed, row.kept, row.texts) },
        ...said(erasureText.fields.techniques, row.mode === 'anonymize' ? erasureText.techniques : ''),
        ...said(erasureText.fields.analysis, row.mode === 'anonymize' ? erasureText.analysis : ''),
        {
          name: erasureText.fields.purgedOn,
          value: row.purgedOn === null ? erasureText.notPurged : date(row.purgedOn),
        },
        { name: erasureText.fields.outOfReach, value: erasureText.outOfReach },
        ...said(erasureText.fields.packages, row.packages.map(erasureText.package).join('\n')),
      ],
    })),
  )
