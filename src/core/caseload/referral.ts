import * as z from 'zod'
import { code, day, id, line, note } from './fields.ts'

/** The road of a referral, in order, then its other ends. */
export const referralStates = [
  'proposed',
  'accepted',
  'resource-reached',
  'accompanied',
  'service-obtained',
  'waiting-list',
  'person-declined',
  'resource-declined',
  'no-answer',
  'abandoned',
] as const
export const referralState = z.enum(referralStates)
export type ReferralState = z.infer<typeof referralState>

const finalStates: readonly ReferralState[] = [
  'service-obtained',
  'person-declined',
  'resource-declined',
  'no-answer',
  'abandoned',
]
export const isReferralOpen = (state: ReferralState): boolean => !finalStates.includes(state)

/** A person pointed to a resource for a theme, followed to its outcome. */
export const referralFields = z.strictObject({
  personId: id,
  contactId: id.nullable(),
  resourceId: id,
  theme: code,
  proposedOn: day,
  note,
})
export const referralStep = z.strictObject({ state: referralState, on: day, reason: line })
export type ReferralStep = z.infer<typeof referralStep>
export const referral = referralFields.extend({
  id,
  state: referralState,
  /** Oldest first; the last one is the present state. */
  steps: z.array(referralStep).min(1),
})
export type ReferralFields = z.infer<typeof referralFields>
export type Referral = z.infer<typeof referral>
