import { allListValues } from '../../caseload/repository/lists.ts'
import { bondStages } from '../../caseload/repository/bond.ts'
import { contactsOf } from '../../caseload/repository/contacts.ts'
import { followUpsOf } from '../../caseload/repository/follow-ups.ts'
import { incidentsOf } from '../../caseload/repository/incidents.ts'
import { readPerson } from '../../caseload/repository/people.ts'
import { referralsOf } from '../../caseload/repository/referrals.ts'
import { labelling, namesOfOthers } from '../../duties/copy/copy.ts'
import { createMask } from '../../duties/copy/masking.ts'
import { copyText } from '../../duties/text/fr/copy.ts'
import type { Reader } from '../../database.ts'
import { lastReviewOf } from '../repository/meetings.ts'
import { hiddenName } from '../team-meeting.ts'
import type { PackageContent, PackedFile } from './content.ts'

export interface PackageOrder {
  files: readonly { personId: string; question: string }[]
  /** Leaves out what the team saw already; what is still open stays. */
  sinceLastReview: boolean
  note: string
  organization: string
}

/**
 * What the coordinator may read of these files, and no more: no sealed note, no legal name, and every other person's name hidden wherever
 * it stands, as a projector would show it: in her hands the package is outside the notebook, and the others are not what it is about.
 * Null when a person is unknown.
 */
export function contentOf(reader: Reader, order: PackageOrder, today: string): PackageContent | null {
  const { sinceLastReview, note, organization } = order
  const label = labelling(allListValues(reader))
  const files: PackedFile[] = []
  for (const { personId, question } of order.files) {
    const person = readPerson(reader, personId)
    if (!person) return null
    const said = hiderOf(namesOfOthers(reader, person.id), person.aliases)
    const since = sinceLastReview ? lastReviewOf(reader, person.id) : null
    files.push({
      alias: person.aliases[0] ?? '',
      question: said(question),
      ageBand: person.ageBand === 'unknown' ? '' : label('ageBand', person.ageBand, today),
      bondStage: label('bondStage', person.bondStage, today),
      engagedOn: person.engagedOn,
      safetyNote: person.safetyNoteSealed ? '' : said(person.safetyNote),
      safetyNoteSealed: person.safetyNoteSealed,
      since,
      entries: entriesOf(reader, person.id, { since, said, label, today }),
    })
  }
  return {
    format: 'filigrane-revue',
    version: 1,
    organization,
    note: hiderOf(
      namesOfEverybody(reader),
      files.map(({ alias }) => alias),
    )(note),
    files,
  }
}

function hiderOf(others: readonly string[], own: readonly string[]): (text: string) => string {
  const mask = createMask({ others, own, hide: [], nobody: [] })
  return (text) =>
    mask
      .pieces(text)
      .map(({ text: piece, mark }) => (mark === 'plain' ? piece : hiddenName))
      .join('')
}

/** Nobody has the empty id. */
const namesOfEverybody = (reader: Reader) => namesOfOthers(reader, '')

interface Telling {
  since: string | null
  said: (text: string) => string
  label: ReturnType<typeof labelling>
  today: string
}

function entriesOf(
  reader: Reader,
  id: string,
  { since, said, label, today }: Telling,
): PackedFile['entries'] {
  const isNew = (at: string) => since === null || at >= since.slice(0, at.length)
  const entries: PackedFile['entries'] = [
    ...contactsOf(reader, id)
      .filter(({ at }) => isNew(at))
      .map((contact) => ({
        type: 'contact' as const,
        at: contact.at,
        kinds: contact.kinds.map((code) => label('contactKind', code, contact.at)),
        themes: contact.themes.map((code) => label('theme', code, contact.at)),
        place: label('place', contact.place, contact.at),
        minutes: contact.durationMinutes,
        crisis: contact.crisis && label('crisis', contact.crisis, contact.at),
        note: contact.noteSealed ? '' : said(contact.note),
        noteSealed: contact.noteSealed,
      })),
    ...incidentsOf(reader, id)
      .filter(({ at }) => isNew(at))
      .map((incident) => ({
        type: 'incident' as const,
        at: incident.at,
        kinds: incident.kinds.map((code) => label('incidentKind', code, incident.at)),
        intensity: incident.intensity,
        outcome: label('incidentOutcome', incident.outcome, incident.at),
        note: said(incident.note),
      })),
    ...referralsOf(reader, id, today)
      .filter(({ open, proposedOn }) => open || isNew(proposedOn))
      .map((referral) => ({
        type: 'referral' as const,
        at: referral.proposedOn,
        resource: referral.resourceName,
        theme: label('theme', referral.theme, referral.proposedOn),
        state: copyText.referralStates[referral.state],
        openDays: referral.open ? referral.ageDays : null,
        note: said(referral.note),
      })),
    ...followUpsOf(reader, id)
      .filter(({ doneAt }) => doneAt === null || isNew(doneAt))
      .map(({ dueOn, title, doneAt }) => ({
        type: 'followUp' as const,
        at: dueOn,
        title: said(title),
        doneAt,
      })),
    ...bondStages(reader, id)
      .filter(({ changedOn }) => isNew(changedOn))
      .map(({ changedOn, stage }) => ({
        type: 'bondStage' as const,
        at: changedOn,
        stage: label('bondStage', stage, changedOn),
      })),
  ]
  return entries.sort((a, b) => (a.at < b.at ? 1 : Number(a.at > b.at) * -1))
}
