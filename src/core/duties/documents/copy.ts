import { dayOf } from '../../caseload/calendar.ts'
import { html, nothing, type Markup } from '../../statistics/report/markup.ts'
import { date } from '../../statistics/text/fr/format.ts'
import type { PersonCopy } from '../copy/format.ts'
import { consentText } from '../text/fr/consents.ts'
import { copyText as text } from '../text/fr/copy.ts'
import { disclosureText } from '../text/fr/disclosures.ts'
import { requestText } from '../text/fr/requests.ts'
import { facts, lines, paperPage, type Fact, type Paper } from './paper.ts'

/** The copy as the person reads it. */
export const copyPage = (paper: Paper, copy: PersonCopy): string =>
  paperPage(paper, {
    title: text.title,
    subtitle: text.subtitle(copy.madeOn),
    law: text.law,
    body: [
      html`<p class="lead">${text.lead}</p>`,
      html`<p class="printed">
        ${[text.maskedCount(copy.maskedPassages), copy.sealedNotes === 0 ? '' : text.sealed(copy.sealedNotes)].filter((part) => part !== '').join(' ')}
      </p>`,
      html`<section class="record">
        <h2>${text.sections.person}</h2>
        ${facts(personFacts(copy))}
      </section>`,
      section(text.sections.contacts, copy.contacts.map(contact)),
      section(text.sections.referrals, copy.referrals.map(referral)),
      section(text.sections.followUps, copy.followUps.map(followUp)),
      section(text.sections.incidents, copy.incidents.map(incident)),
      section(
        text.sections.ties,
        copy.ties.map(({ kind, note }) => record({ on: null, head: kind, note })),
      ),
      section(
        text.sections.bond,
        copy.bondStages.map(({ on, stage }) => record({ on, head: stage, note: '' })),
      ),
      section(text.sections.consents, consents(copy)),
      section(text.sections.requests, copy.requests.map(request)),
      section(text.sections.disclosures, copy.disclosures.map(disclosure)),
      section(text.sections.reviews, copy.reviews.map(review)),
      section(
        text.sections.confidentialityIncidents,
        copy.confidentialityIncidents.map(confidentialityIncident),
      ),
      facts([
        { name: text.handedOn, value: '' },
        { name: text.handedBy, value: '' },
      ]),
      html`<aside>
        <p>${text.rights}</p>
        <p>${text.holder(copy.holder.organization, copy.holder.responsible, copy.holder.contact)}</p>
      </aside>`,
    ],
  })

function personFacts({ person, hold }: PersonCopy): Fact[] {
  const { person: names } = text
  const said: Fact[] = [
    { name: names.aliases, value: person.aliases.join(', ') },
    { name: names.legalName, value: person.legalName ?? '' },
    { name: names.identifyingBasis, value: person.identifyingBasis },
    { name: names.ageBand, value: person.ageEstimated ? text.estimated(person.ageBand) : person.ageBand },
    { name: names.gender, value: person.genderEstimated ? text.estimated(person.gender) : person.gender },
    { name: names.populations, value: person.populations.join(', ') },
    { name: names.languages, value: person.languages.join(', ') },
    { name: names.engagedOn, value: person.engagedOn === null ? '' : date(person.engagedOn) },
    { name: names.howMet, value: person.howMet },
    { name: names.strengths, value: person.strengths },
    { name: names.safetyNote, value: person.safetyNoteSealed ? text.sealedNote : person.safetyNote },
    { name: names.hold, value: hold === null ? '' : text.hold(hold.until, hold.words) },
  ]
  return said.filter(({ value }) => value !== '')
}

/** What is said, after what it is; nothing of what is not said. */
const labelled = (name: string, value: string): string[] => (value === '' ? [] : [text.labelled(name, value)])

/** The name ends with « le ». */
const dated = (name: string, day: string | null): string[] => (day === null ? [] : [`${name} ${date(day)}`])

const section = (title: string, records: readonly Markup[]): Markup =>
  records.length === 0
    ? nothing
    : html`<section class="chapter">
        <h2>${title}</h2>
        ${records}
      </section>`

type Said = { on: string | null; head: string; more?: readonly string[]; note?: string }

const record = ({ on, head, more = [], note = '' }: Said): Markup =>
  html`<div class="entry-line">
    <p class="when">${on === null ? '' : date(on)}</p>
    <div>
      <p class="what">${head}</p>
      ${more.filter((part) => part !== '').map((part) => html`<p class="more">${lines(part)}</p>`)}
      ${note === '' ? nothing : html`<p>${lines(note)}</p>`}
    </div>
  </div>`

const contact = (each: PersonCopy['contacts'][number]): Markup =>
  record({
    on: dayOf(each.at),
    head: each.kinds.join(', '),
    more: [
      [
        ...each.themes,
        each.place,
        text.minutes(each.durationMinutes),
        text.others(each.others),
        each.crisis === null ? '' : text.crisis(each.crisis),
        ...each.aidGiven.map(({ item, quantity }) => text.aid(item, quantity)),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ],
    note: each.noteSealed ? text.sealedNote : each.note,
  })

const referral = (each: PersonCopy['referrals'][number]): Markup =>
  record({
    on: each.proposedOn,
    head: `${each.resource} · ${each.state}`,
    more: [
      each.theme,
      ...each.steps.map(
        ({ on, state, reason }) => `${date(on)} : ${state}${reason === '' ? '' : ` (${reason})`}`,
      ),
      ...(each.toldBackOn === null ? [] : [text.toldBack(each.toldBackOn, each.toldBackNote)]),
    ],
    note: each.note,
  })

const followUp = (each: PersonCopy['followUps'][number]): Markup =>
  record({
    on: each.dueOn,
    head: each.title,
    more: [each.doneAt === null ? text.toDo : text.done(dayOf(each.doneAt))],
  })

const incident = (each: PersonCopy['incidents'][number]): Markup =>
  record({
    on: dayOf(each.at),
    head: each.kinds.join(', '),
    more: [[text.intensity(each.intensity), each.place, each.outcome].join(' · ')],
    note: each.note,
  })

const consents = (copy: PersonCopy): Markup[] => [
  ...copy.noticeReadings.map(({ readOn, handed, note }) =>
    record({ on: readOn, head: text.read(readOn, handed), note }),
  ),
  ...copy.consents.map((each) =>
    record({
      on: each.givenOn,
      head: each.purpose,
      more: [
        [
          each.resource ?? '',
          consentText.how(each.express, each.givenBy),
          each.validUntil === null ? '' : text.until(each.validUntil),
          each.withdrawnOn === null ? '' : text.withdrawn(each.withdrawnOn),
        ]
          .filter((part) => part !== '')
          .join(' · '),
        each.withdrawalWords,
      ],
      note: each.words,
    }),
  ),
]

const request = (each: PersonCopy['requests'][number]): Markup =>
  record({
    on: each.receivedOn,
    head: each.kind,
    more: [
      ...labelled(requestText.fields.words, each.words),
      ...dated(requestText.fields.identityCheckedOn, each.identityCheckedOn),
      ...(each.extendedTo === null
        ? []
        : labelled(
            requestText.fields.extension,
            requestText.extension(each.extendedTo, each.extensionWords),
          )),
      ...labelled(requestText.fields.outcome, each.outcome ?? text.unanswered),
      ...labelled(requestText.fields.answer, each.answer),
      ...labelled(requestText.fields.lateWords, each.lateWords),
    ],
  })

const disclosure = (each: PersonCopy['disclosures'][number]): Markup =>
  record({
    on: dayOf(each.at),
    head: each.basis,
    more: [
      ...labelled(disclosureText.fields.recipient, each.recipient),
      ...labelled(disclosureText.fields.information, each.information),
      ...labelled(disclosureText.fields.reasons, each.reasons),
      ...(each.personToldOn === null ? [] : [text.told(each.personToldOn)]),
      ...labelled(disclosureText.fields.sequel, each.sequel),
    ],
  })

const review = (each: PersonCopy['reviews'][number]): Markup =>
  record({ on: each.on, head: each.question || text.review, note: each.decision })

const confidentialityIncident = (each: PersonCopy['confidentialityIncidents'][number]): Markup =>
  record({
    on: each.knownOn,
    head: each.information,
    more: [
      ...labelled(text.confidentialityIncident.circumstances, each.circumstances),
      ...labelled(text.confidentialityIncident.measures, each.measures),
    ],
  })
