import * as z from 'zod'
import { day, id, line } from '#core/caseload/fields'
import { referralFilter } from '#core/caseload/filter'
import { referral, referralFields, referralStep } from '#core/caseload/referral'
import { resource, resourceFields } from '#core/caseload/resource'
import { acted, byId, change, moment, optionalId, page, read, saved, stretch } from './common.ts'

export const referralRow = referral.extend({
  alias: z.string(),
  /** Organization, then service when it has one. */
  resourceName: z.string(),
  /** The name of the resource's first pivot contact; empty without one. */
  pivotContact: z.string(),
  /** The resource takes no new referral. */
  resourceRetired: z.boolean(),
  open: z.boolean(),
  /** Days since the proposal while open; days it took once ended. */
  ageDays: z.int(),
  /** Days since the last step while open; null once ended. */
  waitingDays: z.int().nullable(),
})
export const resourceRow = resource.extend({
  openReferrals: z.int(),
  /** Never verified, or not for six months. */
  stale: z.boolean(),
})

/** What the person last said of telling this resource about her: she took it back, or its time is over. */
const consent = ['consent-withdrawn', 'consent-expired'] as const

export const referralCommands = {
  'referrals.list': {
    host: 'engine',
    who: 'team',
    /** The ended ones: the latest first; otherwise those that have not moved for longest first. */
    input: z.strictObject({ filter: referralFilter, ...stretch }),
    output: page(referralRow),
    failures: read,
  },
  /** A new one, or one that changes its resource, cannot lead to a retired resource. */
  'referrals.save': {
    host: 'engine',
    who: 'worker',
    input: referralFields.extend(optionalId),
    output: saved,
    failures: [
      ...change,
      ...moment,
      'unknown-person',
      'unknown-resource',
      'resource-retired',
      'step-not-allowed',
      ...consent,
    ],
  },
  'referrals.advance': {
    host: 'engine',
    who: 'worker',
    input: referralStep.extend({ id }),
    output: acted,
    failures: [...change, 'step-not-allowed', 'in-the-future', ...consent],
  },
  /** What came of it, as the person or the resource told; a null day takes it back. */
  'referrals.tellBack': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ id, on: day.nullable(), note: line }),
    output: acted,
    failures: [...change, 'in-the-future'],
  },
  'referrals.remove': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
  /** The retired ones too: `retiredOn` says it. */
  'resources.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(resourceRow),
    failures: read,
  },
  'resources.save': {
    host: 'engine',
    who: 'worker',
    input: resourceFields.extend(optionalId),
    output: saved,
    failures: [...change, 'in-the-future'],
  },
  /** Verified today. */
  'resources.check': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
  /** Takes no new referral from that day; null opens it again. */
  'resources.retire': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ id, on: day.nullable() }),
    output: acted,
    failures: change,
  },
  /** Refused while a referral, ended or not, leads there: retire it instead. */
  'resources.remove': {
    host: 'engine',
    who: 'worker',
    input: byId,
    output: acted,
    failures: [...change, 'still-referenced'],
  },
} as const
