import * as z from 'zod'
import { month } from '#core/caseload/fields'
import { incident, incidentFields, monthVisits } from '#core/caseload/incident'
import { acted, byId, change, moment, optionalId, page, read, saved, stretch, write } from './common.ts'

export const incidentRow = incident.extend({ alias: z.string().nullable() })

export const incidentCommands = {
  'incidents.list': {
    host: 'engine',
    who: 'team',
    /** Newest first. */
    input: z.strictObject(stretch),
    output: page(incidentRow),
    failures: read,
  },
  'incidents.save': {
    host: 'engine',
    who: 'worker',
    input: incidentFields.extend(optionalId),
    output: saved,
    failures: [...change, ...moment, 'unknown-person'],
  },
  'incidents.remove': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
  /** The months somebody entered, the last one first. */
  'visits.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(monthVisits),
    failures: read,
  },
  /** The library's visits of a month; null takes them back. */
  'visits.save': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ month, count: monthVisits.shape.count.nullable() }),
    output: acted,
    failures: [...write, 'in-the-future'],
  },
} as const
