import * as z from 'zod'
import { day } from './fields.ts'

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
})
export type Settings = z.infer<typeof settings>

/** 25 hours in the library and 10 outside. */
export const defaultSettings: Settings = {
  agreement: { libraryMinutes: 1500, outsideMinutes: 600 },
  notSeenWeeks: 6,
  mandateStartsOn: null,
}
