import { contactsOf } from '../../caseload/repository/contacts.ts'
import { followUpsOf } from '../../caseload/repository/follow-ups.ts'
import { incidentsOf } from '../../caseload/repository/incidents.ts'
import { readPerson } from '../../caseload/repository/people.ts'
import { referralsOf } from '../../caseload/repository/referrals.ts'
import { bondStages } from '../../caseload/repository/bond.ts'
import { query } from '../../caseload/tables.ts'
import type { ReferralState } from '../../caseload/referral.ts'
import { createMask } from '../../duties/copy/masking.ts'
import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import { hiddenName, type FileReview } from '../team-meeting.ts'
import { lastReviewOf, readAgenda } from './meetings.ts'

export type SinceEntry =
  | {
      type: 'contact'
      at: string
      kinds: string[]
      themes: string[]
      minutes: number
      crisis: string | null
      note: string
      /** For the worker alone: the meeting only knows that there is one. */
      noteSealed: boolean
    }
  | { type: 'incident'; at: string; kinds: string[]; intensity: number; outcome: string; note: string }
  | { type: 'followUp'; at: string; title: string }
  | { type: 'bondStage'; at: string; stage: string }

/** A file as the meeting looks at it. */
export interface ReviewFile {
  review: FileReview
  bondStage: string
  ageBand: string
  engagedOn: string | null
  safetyNote: string
  /** For the worker alone: the meeting only knows that there is one. */
  safetyNoteSealed: boolean
  /** When the file was last reviewed; null the first time. */
  lastReviewedAt: string | null
  /** What happened since then, newest first. */
  since: SinceEntry[]
  openReferrals: { resourceName: string; state: ReferralState; ageDays: number; waitingDays: number | null }[]
  overdueFollowUps: { title: string; dueOn: string }[]
}

/**
 * With `hideNames`, every alias and legal name of the vault is hidden wherever it stands, in free text too; so is a capitalized word that
 * may be a part of one, or a slip away from one.
 */
export function readReviewFile(
  reader: Reader,
  { id, hideNames, now }: { id: string; hideNames: boolean; now: string },
): Result<ReviewFile, 'not-found'> {
  const review = readAgenda(reader).find((found) => found.id === id)
  const person = review && readPerson(reader, review.personId)
  if (!review || !person) return failed('not-found')
  const today = now.slice(0, 10)
  const said = hideNames ? nameHider(reader) : (text: string) => text
  const lastReviewedAt = lastReviewOf(reader, review.personId)
  const isSince = ({ at }: { at: string }) =>
    lastReviewedAt === null || at > lastReviewedAt.slice(0, at.length)
  const followUps = followUpsOf(reader, review.personId)
  const since: SinceEntry[] = [
    ...contactsOf(reader, review.personId).map((contact) => ({
      type: 'contact' as const,
      at: contact.at,
      kinds: contact.kinds,
      themes: contact.themes,
      minutes: contact.durationMinutes,
      crisis: contact.crisis,
      note: said(contact.note),
      noteSealed: contact.noteSealed,
    })),
    ...incidentsOf(reader, review.personId).map(({ at, kinds, intensity, outcome, note }) => ({
      type: 'incident' as const,
      at,
      kinds,
      intensity,
      outcome,
      note: said(note),
    })),
    ...followUps.flatMap(({ doneAt, title }) =>
      doneAt === null ? [] : [{ type: 'followUp' as const, at: doneAt, title: said(title) }],
    ),
    ...bondStages(reader, review.personId).map(({ changedOn, stage }) => ({
      type: 'bondStage' as const,
      at: changedOn,
      stage,
    })),
  ]
  return ok({
    review: hideNames ? withoutNames(review, said) : review,
    bondStage: person.bondStage,
    ageBand: person.ageBand,
    engagedOn: person.engagedOn,
    safetyNote: said(person.safetyNote),
    safetyNoteSealed: person.safetyNoteSealed,
    lastReviewedAt,
    since: since.filter(isSince).sort((a, b) => (a.at < b.at ? 1 : Number(a.at > b.at) * -1)),
    openReferrals: referralsOf(reader, review.personId, today)
      .filter(({ open }) => open)
      .map(({ resourceName, state, ageDays, waitingDays }) => ({
        resourceName,
        state,
        ageDays,
        waitingDays,
      })),
    overdueFollowUps: followUps
      .filter(({ doneAt, dueOn }) => doneAt === null && dueOn < today)
      .map(({ title, dueOn }) => ({ title: said(title), dueOn }))
      .toReversed(),
  })
}

export const withoutNames = (review: FileReview, said: (text: string) => string): FileReview => ({
  ...review,
  alias: hiddenName,
  question: said(review.question),
  decision: said(review.decision),
  actions: review.actions.map((action) => ({ ...action, title: said(action.title) })),
})

/** Hides in a text every name the vault knows. */
export function nameHider(reader: Reader): (text: string) => string {
  const people = reader.all(query.selectFrom('person').select(['aliases', 'legalName']).compile())
  const others = people.flatMap(({ aliases, legalName }) => [
    ...aliases.split('\n'),
    ...(legalName === null ? [] : [legalName]),
  ])
  const mask = createMask({ others, own: [], hide: [], nobody: [] })
  return (text) =>
    mask
      .pieces(text)
      .map(({ text: piece, mark }) => (mark === 'plain' ? piece : hiddenName))
      .join('')
}
