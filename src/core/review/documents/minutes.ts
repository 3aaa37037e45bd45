import { dayOf } from '../../caseload/calendar.ts'
import { facts, paperPage, type Paper } from '../../duties/documents/paper.ts'
import { html, nothing, type Markup } from '../../statistics/report/markup.ts'
import { date } from '../../statistics/text/fr/format.ts'
import type { FileReview, HeldMeeting } from '../team-meeting.ts'
import { minutesText as text } from '../text/fr/minutes.ts'

/** The minutes as one self-contained page. The reviews come without names: see `withoutNames`. */
export function minutesPage(paper: Paper, meeting: HeldMeeting, reviews: readonly FileReview[]): string {
  return paperPage(paper, {
    title: text.title,
    subtitle: text.heldOn(date(dayOf(meeting.openedAt))),
    law: text.mark,
    body: [
      html`<p class="lead">${text.counts(meeting.reviews, meeting.actions)}</p>`,
      html`<p class="note">${text.masked}</p>`,
      ...reviews.map(reviewed),
      html`<section class="record">
        <h2>${text.signatures}</h2>
        <p>${text.closedBy[meeting.closedBy]}, ${date(dayOf(meeting.closedAt))}</p>
        ${
          meeting.closedBy === 'coordinator'
            ? nothing
            : html`<p>
                ${meeting.coSignedAt === null ? text.notCoSigned : text.coSigned(date(dayOf(meeting.coSignedAt)))}
              </p>`
        }
      </section>`,
    ],
  })
}

const reviewed = ({ question, decision, actions }: FileReview, index: number): Markup =>
  html`<section class="record">
    <h2>${text.heading(index + 1)}</h2>
    ${facts([
      { name: text.question, value: question || text.noQuestion },
      { name: text.decision, value: decision || text.noDecision },
    ])}
    ${
      actions.length === 0
        ? nothing
        : html`<table class="plain">
            <thead>
              <tr>
                <th scope="col">${text.what}</th>
                <th scope="col">${text.who}</th>
                <th scope="col">${text.when}</th>
              </tr>
            </thead>
            <tbody>
              ${actions.map(
                ({ title, doer, dueOn }) =>
                  html`<tr>
                    <th scope="row">${title}</th>
                    <td>${text.doers[doer]}</td>
                    <td>${date(dueOn)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`
