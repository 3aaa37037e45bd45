import * as z from 'zod'
import { code, day, minute } from '#core/caseload/fields'
import { contactRow } from './contacts.ts'
import { followUpRow } from './follow-ups.ts'
import { incidentRow } from './incidents.ts'
import { referralRow } from './referrals.ts'

export const timelineEntry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('contact'), at: minute, record: contactRow }),
  z.strictObject({ type: z.literal('referral'), at: day, record: referralRow }),
  z.strictObject({ type: z.literal('followUp'), at: day, record: followUpRow }),
  z.strictObject({ type: z.literal('incident'), at: minute, record: incidentRow }),
  z.strictObject({ type: z.literal('bondStage'), at: day, record: z.strictObject({ stage: code }) }),
])
