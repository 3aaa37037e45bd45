import * as z from 'zod'
import { code, codes, id, minute, month, note } from './fields.ts'

/** A conflict in the library. Facts, not judgements: people may read what was written about them. */
export const incidentFields = z.strictObject({
  at: minute,
  kinds: codes.min(1),
  intensity: z.int().min(1).max(4),
  /** The zone of the library, of the list `place`. */
  place: code,
  outcome: code,
  staffConcerned: z.boolean(),
  /** Linked to a person only if the worker chooses. */
  personId: id.nullable(),
  note,
})
export const incident = incidentFields.extend({ id })
export type IncidentFields = z.infer<typeof incidentFields>
export type Incident = z.infer<typeof incident>

/** What the library says of its own: how many visits a month. */
export const monthVisits = z.strictObject({ month, count: z.int().min(0).max(10_000_000) })
export type MonthVisits = z.infer<typeof monthVisits>
