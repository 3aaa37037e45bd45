import * as z from 'zod'
import {
  groupActivity,
  groupActivityFields,
  staffSupport,
  staffSupportFields,
  workHours,
  workHoursFields,
} from '#core/caseload/activity'
import { day } from '#core/caseload/fields'
import { acted, byId, change, moment, optionalId, read, saved, span } from './common.ts'

/** Minutes by part of the mandate. */
const parts = z.strictObject({ library: z.int(), outside: z.int() })

export const activityCommands = {
  /** Newest first, like the other lists here. */
  'groupActivities.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(groupActivity),
    failures: read,
  },
  'groupActivities.save': {
    host: 'engine',
    who: 'worker',
    input: groupActivityFields.extend(optionalId),
    output: saved,
    failures: [...change, ...moment, 'axis-not-valid'],
  },
  'groupActivities.remove': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
  'staffSupport.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(staffSupport),
    failures: read,
  },
  'staffSupport.save': {
    host: 'engine',
    who: 'worker',
    input: staffSupportFields.extend(optionalId),
    output: saved,
    failures: [...change, ...moment],
  },
  'staffSupport.remove': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
  /** The weeks (from Monday) that hold the days asked, whole. */
  'hours.read': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ from: day, to: day }),
    output: z.strictObject({
      /** What was agreed for a week. */
      agreement: parts,
      weeks: z.array(z.strictObject({ monday: day, minutes: parts, entries: z.array(workHours) })),
      /** Of all these weeks. */
      total: parts,
    }),
    failures: [...read, ...span],
  },
  'hours.save': {
    host: 'engine',
    who: 'worker',
    input: workHoursFields.extend(optionalId),
    output: saved,
    failures: [...change, ...moment, 'axis-not-valid'],
  },
  'hours.remove': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
} as const
