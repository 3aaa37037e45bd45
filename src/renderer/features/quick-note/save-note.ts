import { meetsSomebody } from '#core/caseload/contact'
import { longestNote } from '#core/caseload/fields'
import { blankFollowUp } from '#core/caseload/follow-up'
import { blankReferral } from '#core/caseload/referral'
import { failed, ok, type Result } from '#core/result'
import type { AnyFailure, Output } from '#shared/contract'
import { ask, failureOf } from '../../client.ts'
import type { TextKey } from '../../text/i18n.ts'
import { announceDone, announceFailure } from '../../toasts.ts'
import { todayHere } from '../../ui/dates.ts'
import type { FollowUpDraft, ReferralDraft } from './attachments.tsx'
import { fieldsOf, type Note } from './note.ts'

export type WholeNote = {
  /** Of the contact being corrected; undefined for a new one. */
  id: string | undefined
  note: Note
  /** Typed among the persons, and nobody yet: it must not be lost in silence. */
  whoText: string
  referral: ReferralDraft | null
  followUp: FollowUpDraft | null
}
/** Which field lacks what. */
export type Problems = {
  who?: TextKey
  kinds?: TextKey
  note?: TextKey
  referral?: TextKey
  followUp?: TextKey
}

export function problemsOf({ note, whoText, referral, followUp }: WholeNote): Problems {
  return {
    ...(!meetsSomebody(fieldsOf(note)) && { who: 'failures.nobody-met.next' }),
    ...(whoText.trim() !== '' && { who: 'contacts.whoUnfinished' }),
    ...(note.kinds.length === 0 && { kinds: 'contacts.kindNeeded' }),
    ...(note.note.length > longestNote && { note: 'contacts.noteTooLong' }),
    ...(referral && referral.resourceId === null && { referral: 'contacts.referralNeedsResource' }),
    ...(referral && note.people.length === 0 && { referral: 'contacts.referralNeedsPerson' }),
    ...(followUp && followUp.title.trim() === '' && { followUp: 'contacts.followUpNeedsTitle' }),
  }
}

/**
 * The failure of the contact itself; or, once it is saved, how to say so, and what became of what goes with it: to be said when
 * the next note is there to be written.
 */
export async function saveNote({
  id,
  note,
  referral,
  followUp,
}: WholeNote): Promise<Result<() => void, AnyFailure>> {
  let saved: Output<'contacts.save'>
  try {
    saved = await ask('contacts.save', { ...fieldsOf(note), ...(id !== undefined && { id }) })
  } catch (error) {
    return failed(failureOf(error))
  }
  const { id: contactId } = saved
  const acts = [saved]
  let refused: AnyFailure | null = null
  try {
    if (referral?.resourceId) {
      acts.push(await ask('referrals.save', referralOf(note, referral, referral.resourceId, contactId)))
    }
    if (followUp) {
      const about = { personId: aboutWhom(note, followUp.personId), contactId }
      acts.push(await ask('followUps.save', { ...blankFollowUp, ...followUp, ...about }))
    }
  } catch (error) {
    refused = failureOf(error)
  }
  return ok(() => {
    const undoable = acts.filter(({ isUndoable }) => isUndoable).length
    announceDone(note.incomplete ? 'contacts.savedIncomplete' : 'contacts.saved', undoable)
    // beside it: the contact is saved, what went with it is not
    if (refused !== null) announceFailure(refused)
  })
}

/** The person chosen, if still in the note; else the first one. */
const aboutWhom = (note: Note, personId: string | null): string | null =>
  (note.people.find(({ id }) => id === personId) ?? note.people[0])?.id ?? null

const referralOf = (note: Note, referral: ReferralDraft, resourceId: string, contactId: string) => ({
  ...blankReferral,
  personId: aboutWhom(note, referral.personId) ?? '',
  contactId,
  resourceId,
  theme: referral.theme,
  proposedOn: note.at.slice(0, 10) <= todayHere() ? note.at.slice(0, 10) : todayHere(),
})
