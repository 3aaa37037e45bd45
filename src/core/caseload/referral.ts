import * as z from 'zod'
import { failed, ok, type Result } from '../result.ts'
import { daysBetween } from './calendar.ts'
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

export const endedReferralStates: readonly ReferralState[] = [
  'service-obtained',
  'person-declined',
  'resource-declined',
  'no-answer',
  'abandoned',
]
export const isReferralOpen = (state: ReferralState): boolean => !endedReferralStates.includes(state)
export const openReferralStates: readonly ReferralState[] = referralStates.filter(isReferralOpen)

/** The road as it is walked: waiting comes after everything the worker can do, and before every end. */
const road: readonly ReferralState[] = [
  'proposed',
  'accepted',
  'resource-reached',
  'accompanied',
  'waiting-list',
]

/** Steps may be skipped but never taken back (undo is for that); an ended referral does not move. */
export function nextStates(state: ReferralState): readonly ReferralState[] {
  return isReferralOpen(state) ? [...road.slice(road.indexOf(state) + 1), ...endedReferralStates] : []
}

/** A person pointed to a resource for a theme, followed to its outcome. */
export const referralFields = z.strictObject({
  personId: id,
  contactId: id.nullable(),
  resourceId: id,
  theme: code,
  proposedOn: day,
  /** Warm: the worker goes along, or calls with the person. */
  accompaniedByWorker: z.boolean(),
  note,
})
export const blankReferral = { contactId: null, accompaniedByWorker: false, note: '' } as const

export const referralStep = z.strictObject({
  state: referralState,
  on: day,
  /** Of the list `referralReason`: why it went no further, or why it waits. */
  reasonCode: code.nullable(),
  reason: line,
})
export type ReferralStep = z.infer<typeof referralStep>
export const referral = referralFields.extend({
  id,
  state: referralState,
  /** Oldest first; the last one is the present state. */
  steps: z.array(referralStep).min(1),
  /** The day the person or the resource told what came of it; null until then. */
  toldBackOn: day.nullable(),
  toldBackNote: line,
})
export type ReferralFields = z.infer<typeof referralFields>
export type Referral = z.infer<typeof referral>

/** The steps with one more; refused when the state is not ahead, or its day before the last step's. */
export function advanced(
  steps: readonly ReferralStep[],
  step: ReferralStep,
): Result<ReferralStep[], 'step-not-allowed'> {
  const last = steps.at(-1)
  const allowed = last !== undefined && nextStates(last.state).includes(step.state) && step.on >= last.on
  return allowed ? ok([...steps, step]) : failed('step-not-allowed')
}

/** Days since the proposal while open; days it took once ended. */
export function ageInDays(referral: Pick<Referral, 'proposedOn' | 'state' | 'steps'>, today: string): number {
  const until = isReferralOpen(referral.state) ? today : (referral.steps.at(-1)?.on ?? today)
  return Math.max(0, daysBetween(referral.proposedOn, until))
}

/** Days since the last step, while open; null once ended. */
export function waitingDays(referral: Pick<Referral, 'state' | 'steps'>, today: string): number | null {
  const last = referral.steps.at(-1)
  return last && isReferralOpen(referral.state) ? Math.max(0, daysBetween(last.on, today)) : null
}
