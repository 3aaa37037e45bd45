import { date } from '../../statistics/text/fr/format.ts'
import { html } from '../../statistics/report/markup.ts'
import { freeTexts } from '../erasure/mentions.ts'
import type { ConfidentialityIncidentRow } from '../repository/confidentiality-incidents.ts'
import { incidentNoticeText } from '../text/fr/incident-notices.ts'
import type { IncidentNotice } from './names.ts'
import { facts, lines, paperPage, type Paper } from './paper.ts'
import { harmTest, incidentPeriod, noticesToPersons, personsConcerned } from './registers.ts'

/** What the register knows, in the order of the regulation; what it does not know stays as a line to fill. */
export const incidentNoticePage = (
  paper: Paper,
  notice: IncidentNotice,
  incident: ConfidentialityIncidentRow,
): string => (notice === 'commissionNotice' ? commissionPage : personsPage)(paper, incident)

/** The same entry, its texts said otherwise and nobody linked to it: it goes to people who do not know the others. */
export const withoutPersons = (
  incident: ConfidentialityIncidentRow,
  said: (text: string) => string,
): ConfidentialityIncidentRow => {
  const texts = freeTexts.confidentialityIncident.map((column) => [column, said(incident[column])])
  return { ...incident, ...Object.fromEntries(texts), people: [], personIds: [] }
}

/** A-2.1, r. 3.1, s. 3. */
function commissionPage(paper: Paper, incident: ConfidentialityIncidentRow): string {
  const text = incidentNoticeText.commission
  const { name, address, responsible, contact } = paper.organization
  const { fields } = text
  return paperPage(paper, {
    title: text.title,
    subtitle: text.subtitle(incident.knownOn),
    law: text.law,
    body: [
      html`<p class="printed">${text.lead}</p>`,
      facts([
        { name: fields.organization, value: [name, address].filter((part) => part !== '').join('\n') },
        { name: fields.enterpriseNumber, value: '' },
        { name: fields.contact, value: [responsible, contact].filter((part) => part !== '').join('\n') },
        { name: fields.information, value: incident.information },
        { name: fields.circumstances, value: incident.circumstances },
        { name: fields.cause, value: '' },
        { name: fields.period, value: incidentPeriod(incident) },
        { name: fields.knownOn, value: date(incident.knownOn) },
        { name: fields.persons, value: personsConcerned(incident) },
        { name: fields.inQuebec, value: '' },
        { name: fields.risk, value: harmTest(incident) },
        { name: fields.personsNotice, value: noticesToPersons(incident).join('\n') },
        ...(incident.personsToldOn === null && incident.notToldWords === ''
          ? [{ name: fields.personsNoticeDue, value: '' }]
          : []),
        { name: fields.measures, value: incident.measures },
      ]),
      html`<div class="together">
        ${facts([
          { name: fields.measuresDue, value: '' },
          { name: fields.elsewhere, value: '' },
          { name: fields.signed, value: '' },
          { name: fields.signedOn, value: '' },
        ])}
      </div>`,
    ],
  })
}

/** A-2.1, r. 3.1, s. 5: in words for whoever it happened to. */
function personsPage(paper: Paper, incident: ConfidentialityIncidentRow): string {
  const text = incidentNoticeText.persons
  const { responsible, contact } = paper.organization
  return paperPage(paper, {
    title: text.title,
    subtitle: text.subtitle,
    law: text.law,
    body: html`<div class="aloud">
        <p class="lead">${text.lead}</p>
        ${[
          { heading: text.circumstances, said: incident.circumstances },
          { heading: text.period, said: incidentPeriod(incident) },
          { heading: text.information, said: incident.information },
          { heading: text.measures, said: incident.measures },
        ].map(
          ({ heading, said }) =>
            html`<section class="article">
              <h2>${heading}</h2>
              <p>${lines(said)}</p>
            </section>`,
        )}
        <section class="article">
          <h2>${text.advice}</h2>
          <ul>
            ${text.advices.map((advice) => html`<li>${advice}</li>`)}
          </ul>
          ${facts([{ name: text.otherAdvice, value: '' }])}
        </section>
        <section class="article">
          <h2>${text.more}</h2>
          <p>${text.whom(responsible, contact)}</p>
          <p>${text.commission}</p>
        </section>
      </div>
      ${facts([
        { name: text.handedOn, value: '' },
        { name: text.handedBy, value: '' },
      ])}`,
  })
}
