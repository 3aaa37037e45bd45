import * as z from 'zod'
import { code, codes, day, id, line } from './fields.ts'
import { referralState } from './referral.ts'

/** Which contacts a list shows. What is left out does not restrict; codes of a field are alternatives. */
export const contactFilter = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  kinds: codes.optional(),
  themes: codes.optional(),
  places: codes.optional(),
  mandateAxis: code.optional(),
  personId: id.optional(),
  incomplete: z.boolean().optional(),
})
export type ContactFilter = z.infer<typeof contactFilter>

/** Which persons a list shows. */
export const personFilter = z.strictObject({
  bondStages: codes.optional(),
  ageBands: codes.optional(),
  genders: codes.optional(),
  populations: codes.optional(),
  /** Last contact before that day, or none at all. */
  notSeenSince: day.optional(),
})
export type PersonFilter = z.infer<typeof personFilter>

/** Which referrals a list shows. */
export const referralFilter = z.strictObject({
  state: referralState.optional(),
  ended: z.boolean().optional(),
  personId: id.optional(),
  resourceId: id.optional(),
})
export type ReferralFilter = z.infer<typeof referralFilter>

/** A filter kept under a name. */
export const savedFilterFields = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('contacts'), name: line.min(1), filter: contactFilter }),
  z.strictObject({ list: z.literal('people'), name: line.min(1), filter: personFilter }),
])
export type SavedFilterFields = z.infer<typeof savedFilterFields>
export type SavedFilter = SavedFilterFields & { id: string }
