import * as z from 'zod'
import { addDays } from '../caseload/calendar.ts'
import { day, id, line } from '../caseload/fields.ts'
import type { ReferralState } from '../caseload/referral.ts'
import { failed, ok, type Result } from '../result.ts'

/** What a consent may be for: each purpose is asked on its own (P-39.1, s. 14). */
export const consentPurposes = [
  'file',
  'referral',
  'exchange',
  'relative',
  'team',
  'testimony',
  'other',
] as const
export const consentPurpose = z.enum(consentPurposes)
export type ConsentPurpose = z.infer<typeof consentPurpose>

export const consentFields = z.strictObject({
  personId: id,
  purpose: consentPurpose,
  /** The one resource it is about; null for any. */
  resourceId: id.nullable(),
  /** For what exactly, in the words used with the person. */
  words: line,
  /** Said or written in so many words, rather than understood from what she does. */
  express: z.boolean(),
  givenBy: z.enum(['person', 'parent']),
  /** Which parent or tutor; empty when the person herself. */
  parent: line,
  givenOn: day,
  /** The last day it holds; null while the accompaniment lasts. */
  validUntil: day.nullable(),
})
export const consent = consentFields.extend({
  id,
  withdrawnOn: day.nullable(),
  withdrawalWords: line,
})
export type ConsentFields = z.infer<typeof consentFields>
export type Consent = z.infer<typeof consent>

export const consentStates = ['valid', 'expiring', 'expired', 'withdrawn', 'not-yet'] as const
export type ConsentState = (typeof consentStates)[number]

/** The reading of the collection notice to a person (P-39.1, s. 8). */
export const noticeReadingFields = z.strictObject({
  personId: id,
  readOn: day,
  /** A printed copy was handed. */
  handed: z.boolean(),
  note: line,
})
export const noticeReading = noticeReadingFields.extend({ id })
export type NoticeReadingFields = z.infer<typeof noticeReadingFields>
export type NoticeReading = z.infer<typeof noticeReading>

/** Enough time to ask again before it ends. */
const expiringDays = 30

type Times = Pick<Consent, 'givenOn' | 'validUntil' | 'withdrawnOn'>

/** Where a consent stands on a day. Withdrawn the day it is withdrawn; valid to the end of its last day. */
export function consentState({ givenOn, validUntil, withdrawnOn }: Times, on: string): ConsentState {
  if (withdrawnOn !== null && on >= withdrawnOn) return 'withdrawn'
  if (on < givenOn) return 'not-yet'
  if (validUntil === null) return 'valid'
  if (on > validUntil) return 'expired'
  return on > addDays(validUntil, -expiringDays) ? 'expiring' : 'valid'
}

/** Under 14 a parent or tutor consents (P-39.1, s. 4.1 and 14); an unknown age is not a known child. */
export function mayConsent(ageBand: string, { givenBy }: Pick<Consent, 'givenBy'>): boolean {
  return ageBand !== 'under-14' || givenBy === 'parent'
}

/** Why the days of a consent cannot be. */
export function consentRefusal(
  { givenOn, validUntil, withdrawnOn }: Times,
  today: string,
): 'in-the-future' | 'period-reversed' | null {
  if (givenOn > today || (withdrawnOn !== null && withdrawnOn > today)) return 'in-the-future'
  const isReversed = [validUntil, withdrawnOn].some((end) => end !== null && end < givenOn)
  return isReversed ? 'period-reversed' : null
}

export type ReferralConsent = 'none' | 'valid' | 'expired' | 'withdrawn'
type Scope = Times & Pick<Consent, 'purpose' | 'resourceId'>

/**
 * What the person last said, by a day, of telling this resource about her. The last word counts: after a withdrawal nothing
 * holds until she agrees again, even if an older or a wider consent was never taken back.
 */
export function referralConsent(consents: readonly Scope[], resourceId: string, on: string): ReferralConsent {
  const about = consents.filter(
    (each) =>
      each.purpose === 'referral' &&
      (each.resourceId === null || each.resourceId === resourceId) &&
      each.givenOn <= on,
  )
  if (about.length === 0) return 'none'
  const lastWithdrawal = about
    .flatMap(({ withdrawnOn }) => (withdrawnOn !== null && withdrawnOn <= on ? [withdrawnOn] : []))
    .toSorted()
    .at(-1)
  const since = about.filter(({ givenOn }) => lastWithdrawal === undefined || givenOn > lastWithdrawal)
  if (since.length === 0) return 'withdrawn'
  return since.some(({ validUntil }) => validUntil === null || validUntil >= on) ? 'valid' : 'expired'
}

/** The steps at which something is said to the resource; the others are the person's own doing, or its answer. */
const tellingStates: readonly ReferralState[] = ['proposed', 'resource-reached', 'accompanied']

/** Whether that step may be taken that day. No consent on record refuses nothing: a withdrawn or an expired one does. */
export function mayRefer(
  consents: readonly Scope[],
  resourceId: string,
  step: { state: ReferralState; on: string },
): Result<undefined, 'consent-withdrawn' | 'consent-expired'> {
  if (!tellingStates.includes(step.state)) return ok()
  const said = referralConsent(consents, resourceId, step.on)
  if (said === 'withdrawn') return failed('consent-withdrawn')
  return said === 'expired' ? failed('consent-expired') : ok()
}
