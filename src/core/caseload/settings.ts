import * as z from 'zod'
import { day, line } from './fields.ts'

/** What the organization and the worker agreed on. They live in the vault: each caseload has its own. */
export const settings = z.strictObject({
  /** Minutes a week, by part of the mandate. */
  agreement: z.strictObject({
    libraryMinutes: z.int().min(0).max(10_080),
    outsideMinutes: z.int().min(0).max(10_080),
  }),
  /** After how many weeks a person counts as not seen (the Monday view). */
  notSeenWeeks: z.int().min(1).max(104),
  /** Nothing happened before this day; null when nobody said. */
  mandateStartsOn: day.nullable(),
  /** How long a file is kept once closed, in months: then somebody decides what becomes of it. */
  retentionMonths: z.int().min(1).max(600),
  /** Beside the notes, the reminder to write facts; false once it was put away. */
  remindsFacts: z.boolean(),
  /** Who holds the caseload, as its documents say. */
  organization: z.strictObject({
    name: line,
    /** The person in charge of protecting personal information. */
    responsible: line,
    /** How to reach that person: telephone, email. */
    contact: line,
    address: line,
    /** The library where the worker is present. */
    library: line,
  }),
})
export type Settings = z.infer<typeof settings>

/** 25 hours in the library and 10 outside. */
export const defaultSettings: Settings = {
  agreement: { libraryMinutes: 1500, outsideMinutes: 600 },
  notSeenWeeks: 6,
  mandateStartsOn: null,
  // the ordinary prescription of three years (Civil Code of Québec, s. 2925): an erasure is irreversible, so it does not hurry
  retentionMonths: 36,
  remindsFacts: true,
  organization: { name: '', responsible: '', contact: '', address: '', library: '' },
}
