import { dayOf } from '../../caseload/calendar.ts'
import { facts, paperPage, type Paper } from '../../duties/documents/paper.ts'
import { html, nothing } from '../../statistics/report/markup.ts'
import { date } from '../../statistics/text/fr/format.ts'
import type { OpenObligations } from '../repository/obligations.ts'
import type { Takeover } from '../repository/takeovers.ts'
import { takeoverText as text } from '../text/fr/takeover.ts'

/** The record of a takeover as one self-contained page: counts of what waits, never whose. */
export function takeoverPage(paper: Paper, takeover: Takeover, open: OpenObligations): string {
  const late = open.requests.filter(({ daysLeft }) => daysLeft < 0).length
  const { organization, coordinator, worker, leftCopies } = takeover
  const done = [
    ...text.done,
    takeover.coordinatorLetIn ? text.letIn : text.notLetIn,
    text.removed(takeover.removedCopies),
  ]
  const signers = [
    { name: text.organization, value: organization },
    { name: text.coordinator, value: coordinator },
    { name: text.worker, value: worker },
  ]
  return paperPage(paper, {
    title: text.title,
    subtitle: text.subtitle(date(dayOf(takeover.at))),
    law: text.mark,
    body: [
      html`<p class="lead">${text.lead}</p>`,
      html`<section class="record">
        <h2>${text.presentTitle}</h2>
        ${facts([...signers, { name: text.openedWith, value: text.keys[takeover.openedWith] }])}
      </section>`,
      html`<section class="record">
        <h2>${text.doneTitle}</h2>
        <ul>
          ${done.map((each) => html`<li>${each}</li>`)}
        </ul>
      </section>`,
      html`<section class="record">
        <h2>${text.notesTitle}</h2>
        <p>${text.notes(takeover.noteCount, takeover.notes)}</p>
      </section>`,
      html`<section class="record">
        <h2>${text.outOfReachTitle}</h2>
        <p>${text.outOfReach(leftCopies.length)}</p>
        ${
          leftCopies.length === 0
            ? nothing
            : html`<ul>
                ${leftCopies.map(({ name, folder, madeAt }) => html`<li>${text.copy(name, folder, dayOf(madeAt))}</li>`)}
              </ul>`
        }
      </section>`,
      html`<section class="record">
        <h2>${text.openTitle(paper.today)}</h2>
        ${facts([
          {
            name: text.open.requests,
            value:
              late === 0 ? `${open.requests.length}` : `${open.requests.length}, ${text.open.late(late)}`,
          },
          { name: text.open.disclosures, value: `${open.disclosures.length}` },
          { name: text.open.incidents, value: `${open.incidents.length}` },
          { name: text.open.followUps, value: `${open.followUps.length}` },
          { name: text.open.referrals, value: `${open.openReferrals}` },
          { name: text.open.agenda, value: `${open.agenda}` },
        ])}
      </section>`,
      html`<section class="record">
        <h2>${text.signatures}</h2>
        ${facts(signers.map(({ name, value }) => ({ name: `${name} (${value})`, value: '' })))}
      </section>`,
    ],
  })
}
