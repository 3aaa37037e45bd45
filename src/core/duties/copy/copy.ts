import { sql } from 'kysely'
import { byName } from '../../caseload/folding.ts'
import { dayOf } from '../../caseload/calendar.ts'
import type { ListName, ListValue } from '../../caseload/lists.ts'
import { bondStages } from '../../caseload/repository/bond.ts'
import type { PersonFields } from '../../caseload/person.ts'
import { contactsOf } from '../../caseload/repository/contacts.ts'
import { followUpsOf } from '../../caseload/repository/follow-ups.ts'
import { incidentsOf } from '../../caseload/repository/incidents.ts'
import { allListValues } from '../../caseload/repository/lists.ts'
import { readPerson } from '../../caseload/repository/people.ts'
import { referralsOf } from '../../caseload/repository/referrals.ts'
import { readSettings } from '../../caseload/repository/settings.ts'
import { tiesOf } from '../../caseload/repository/ties.ts'
import { query } from '../../caseload/tables.ts'
import type { Reader } from '../../database.ts'
import { reviewsAbout } from '../../review/repository/meetings.ts'
import { confidentialityIncidentsOf } from '../repository/confidentiality-incidents.ts'
import { consentsOf } from '../repository/consents.ts'
import { disclosuresOf } from '../repository/disclosures.ts'
import { noticeReadingsOf } from '../repository/notice-readings.ts'
import { requestsOf } from '../repository/requests.ts'
import { holdOf } from '../repository/retention.ts'
import { consentText } from '../text/fr/consents.ts'
import { copyText } from '../text/fr/copy.ts'
import { disclosureText } from '../text/fr/disclosures.ts'
import { requestText } from '../text/fr/requests.ts'
import type { PersonCopy } from './format.ts'
import { createMask, masked, type Masking, type Piece } from './masking.ts'

/** What the worker decides of a copy, on top of what is masked by itself. */
export type CopyDecisions = Pick<Masking, 'hide' | 'nobody'>

/** One text of the file with its pieces, where it is found. */
export interface ReviewedText {
  /** The day it is about; null for what is said of the person in general. */
  on: string | null
  where: string
  pieces: Piece[]
}

export interface PreparedCopy {
  copy: PersonCopy
  /** Texts where something is masked or doubtful. */
  reviewed: ReviewedText[]
  /** Words that may be somebody else, each once: none may be left when the copy is made. */
  doubts: string[]
}

/** A person’s own file with the others masked; null when nobody has that id. */
export function prepareCopy(
  reader: Reader,
  { personId, today, decisions }: { personId: string; today: string; decisions: CopyDecisions },
): PreparedCopy | null {
  const person = readPerson(reader, personId)
  if (!person) return null
  const own = [...person.aliases, ...(person.legalName === null ? [] : [person.legalName])]
  const review = reviewer({ others: namesOfOthers(reader, person.id), own, ...decisions })
  const copy = copyOf(reader, person.id, today, review)
  return { copy, reviewed: review.texts, doubts: review.doubts() }
}

interface Review {
  read: (text: string, where: string, on: string | null) => string
  texts: ReviewedText[]
  doubts: () => string[]
  maskedPassages: () => number
}

function reviewer(masking: Masking): Review {
  const mask = createMask(masking)
  const texts: ReviewedText[] = []
  const pieces = (...marks: Piece['mark'][]) =>
    texts.flatMap((text) => text.pieces).filter(({ mark }) => marks.includes(mark))
  return {
    read(text, where, on) {
      const found = mask.pieces(text)
      if (found.some(({ mark }) => mark !== 'plain')) texts.push({ on, where, pieces: found })
      return masked(found)
    },
    texts,
    doubts: () => byName([...new Set(pieces('doubtful').map(({ text }) => text))], (word) => word),
    maskedPassages: () => pieces('another', 'hidden').length,
  }
}

/** Every alias and legal name of everybody else. A duplicate merged into the person is the person. */
export function namesOfOthers(reader: Reader, personId: string): string[] {
  const others = sql<{ aliases: string; legalName: string | null }>`
    with recursive same (id) as (
      select id from person where id = ${personId}
      union
      select person.id from person join same on person.mergedInto = same.id
    )
    select aliases, legalName from person where id not in (select id from same)`
  return reader
    .all(others.compile(query))
    .flatMap(({ aliases, legalName }) => [...aliases.split('\n'), ...(legalName === null ? [] : [legalName])])
}

/** How the lists name their codes. */
export function labelling(values: readonly ListValue[]) {
  const byKey = new Map(values.map((value) => [`${value.list} ${value.code}`, value]))
  /** The French label of a code on a day; an import’s own words are kept. */
  return (list: ListName, code: string, on: string): string => {
    const value = byKey.get(`${list} ${code}`)
    const then = value?.labels.filter(({ from }) => from <= on).at(-1)
    return then?.fr ?? value?.label.fr ?? code
  }
}

function copyOf(reader: Reader, personId: string, today: string, review: Review): PersonCopy {
  const { organization } = readSettings(reader)
  const { name, responsible, contact } = organization
  const label = labelling(allListValues(reader))
  const sections = {
    person: personOf(reader, personId, today, review, label),
    bondStages: bondStages(reader, personId).map(({ changedOn, stage }) => ({
      on: changedOn,
      stage: label('bondStage', stage, changedOn),
    })),
    ...recordsOf(reader, personId, today, review, label),
    ...rightsOf(reader, personId, today, review),
  }
  return {
    format: 'filigrane-dossier',
    version: 1,
    madeOn: today,
    holder: { organization: name, responsible, contact },
    ...sections,
    sealedNotes:
      sections.contacts.filter(({ noteSealed }) => noteSealed).length +
      Number(sections.person.safetyNoteSealed),
    maskedPassages: review.maskedPassages(),
  }
}

type Labels = ReturnType<typeof labelling>

function personOf(
  reader: Reader,
  personId: string,
  today: string,
  { read }: Review,
  label: Labels,
): PersonCopy['person'] {
  const person = readPerson(reader, personId)
  if (!person) throw new Error('the person was there')
  const { places } = copyText
  return {
    aliases: person.aliases,
    legalName: person.legalName,
    identifyingBasis: basisOf(person, read),
    ageBand: label('ageBand', person.ageBand, today),
    ageEstimated: person.ageEstimated,
    gender: label('gender', person.gender, today),
    genderEstimated: person.genderEstimated,
    populations: person.populations.map((code) => label('population', code, today)),
    languages: person.languages.map((code) => label('language', code, today)),
    bondStage: label('bondStage', person.bondStage, today),
    engagedOn: person.engagedOn,
    howMet: read(person.howMet, places.howMet, null),
    strengths: read(person.strengths, places.strengths, null),
    safetyNote: read(person.safetyNote, places.safetyNote, null),
    safetyNoteSealed: person.safetyNoteSealed,
  }
}

/** Who consented for her is somebody else. */
function basisOf({ identifyingBasis }: PersonFields, read: Review['read']): string {
  if (identifyingBasis === null) return ''
  const { kind, words } = identifyingBasis
  if (kind === 'parent-consented') return copyText.parentConsented
  return read(words, copyText.places.identifyingBasis, null)
}

function recordsOf(reader: Reader, personId: string, today: string, { read }: Review, label: Labels) {
  const { places } = copyText
  return {
    contacts: contactsOf(reader, personId).map((contact) => ({
      at: contact.at,
      kinds: contact.kinds.map((code) => label('contactKind', code, contact.at)),
      themes: contact.themes.map((code) => label('theme', code, contact.at)),
      place: label('place', contact.place, contact.at),
      durationMinutes: contact.durationMinutes,
      crisis: contact.crisis && label('crisis', contact.crisis, contact.at),
      aidGiven: contact.aidGiven.map(({ item, quantity }) => ({
        item: label('aidItem', item, contact.at),
        quantity,
      })),
      others: contact.people.length - 1 + contact.unidentifiedCount,
      note: read(contact.note, places.contact, dayOf(contact.at)),
      noteSealed: contact.noteSealed,
    })),
    referrals: referralsOf(reader, personId, today).map((referral) => ({
      proposedOn: referral.proposedOn,
      resource: referral.resourceName,
      theme: label('theme', referral.theme, referral.proposedOn),
      state: copyText.referralStates[referral.state],
      steps: referral.steps.map((step) => ({
        on: step.on,
        state: copyText.referralStates[step.state],
        reason: read(
          [step.reasonCode === null ? '' : label('referralReason', step.reasonCode, step.on), step.reason]
            .filter((part) => part !== '')
            .join(' : '),
          places.referral,
          step.on,
        ),
      })),
      note: read(referral.note, places.referral, referral.proposedOn),
      toldBackOn: referral.toldBackOn,
      toldBackNote: read(referral.toldBackNote, places.referral, referral.toldBackOn),
    })),
    followUps: followUpsOf(reader, personId).map(({ dueOn, title, doneAt }) => ({
      dueOn,
      title: read(title, places.followUp, dueOn),
      doneAt,
    })),
    incidents: incidentsOf(reader, personId).map((incident) => ({
      at: incident.at,
      kinds: incident.kinds.map((code) => label('incidentKind', code, incident.at)),
      intensity: incident.intensity,
      place: label('place', incident.place, incident.at),
      outcome: label('incidentOutcome', incident.outcome, incident.at),
      note: read(incident.note, places.incident, dayOf(incident.at)),
    })),
    ties: tiesOf(reader, personId).map(({ kind, note }) => ({
      kind: label('tieKind', kind, today),
      note: read(note, places.tie, null),
    })),
  }
}

function rightsOf(reader: Reader, personId: string, today: string, { read }: Review) {
  const { places } = copyText
  const hold = holdOf(reader, personId)
  return {
    noticeReadings: noticeReadingsOf(reader, personId).map(({ readOn, handed, note }) => ({
      readOn,
      handed,
      note: read(note, places.notice, readOn),
    })),
    consents: consentsOf(reader, personId, today).map((consent) => ({
      purpose: consentText.purposes[consent.purpose],
      words: read(consent.words, places.consent, consent.givenOn),
      resource: consent.resourceName,
      express: consent.express,
      givenBy: consent.givenBy === 'person' ? consentText.person : consentText.parent(''),
      givenOn: consent.givenOn,
      validUntil: consent.validUntil,
      withdrawnOn: consent.withdrawnOn,
      withdrawalWords: read(consent.withdrawalWords, places.consent, consent.withdrawnOn),
    })),
    requests: requestsOf(reader, personId, today).map((request) => ({
      kind: requestText.kinds[request.kind],
      receivedOn: request.receivedOn,
      words: read(request.words, places.request, request.receivedOn),
      identityCheckedOn: request.identityCheckedOn,
      extendedTo: request.extendedTo,
      extensionWords: read(request.extensionWords, places.request, request.extendedTo),
      answeredOn: request.answeredOn,
      outcome: request.outcome && requestText.outcomes[request.outcome],
      answer: read(request.answer, places.request, request.answeredOn),
      lateWords: read(request.lateWords, places.request, request.answeredOn),
    })),
    disclosures: disclosuresOf(reader, personId).map((disclosure) => ({
      at: disclosure.at,
      basis: disclosureText.bases[disclosure.basis],
      recipient: read(disclosure.recipient, places.disclosure, dayOf(disclosure.at)),
      information: read(disclosure.information, places.disclosure, dayOf(disclosure.at)),
      reasons: read(disclosure.reasons, places.disclosure, dayOf(disclosure.at)),
      personToldOn: disclosure.personToldOn,
      sequel: read(disclosure.sequel, places.disclosure, dayOf(disclosure.at)),
    })),
    reviews: reviewsAbout(reader, personId).map(({ on, question, decision }) => ({
      on,
      question: read(question, places.review, on),
      decision: read(decision, places.review, on),
    })),
    confidentialityIncidents: confidentialityIncidentsOf(reader, personId).map((incident) => ({
      knownOn: incident.knownOn,
      information: read(incident.information, places.confidentialityIncident, incident.knownOn),
      circumstances: read(incident.circumstances, places.confidentialityIncident, incident.knownOn),
      measures: read(incident.measures, places.confidentialityIncident, incident.knownOn),
    })),
    hold: hold === undefined ? null : { until: hold.until, words: read(hold.words, places.hold, null) },
  }
}
