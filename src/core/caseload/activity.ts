import * as z from 'zod'
import { code, day, id, line, minute, note } from './fields.ts'

const durationMinutes = z.int().min(0).max(1440)
const headcount = z.int().min(0).max(1000)

/** An animation, a workshop: a headcount, no names. */
export const groupActivityFields = z.strictObject({
  title: line,
  /** Of the list `activityKind`. */
  kind: code,
  at: minute,
  place: code,
  durationMinutes,
  headcount,
  /** Valid that day. */
  mandateAxis: code,
  note,
})
export const groupActivity = groupActivityFields.extend({ id })
export type GroupActivityFields = z.infer<typeof groupActivityFields>
export type GroupActivity = z.infer<typeof groupActivity>

/** Informing, sensitizing, accompanying or debriefing library staff. */
export const staffSupportFields = z.strictObject({
  /** Of the list `staffSupportKind`. */
  kind: code,
  at: minute,
  durationMinutes,
  headcount,
  /** How safe they say they feel, anonymously: 1 not at all, 5 quite. */
  safetyPulse: z.int().min(1).max(5).nullable(),
  note,
})
export const staffSupport = staffSupportFields.extend({ id })
export type StaffSupportFields = z.infer<typeof staffSupportFields>
export type StaffSupport = z.infer<typeof staffSupport>

/** The two parts of the mandate: in the library, and elsewhere (street, team meetings, coordination). */
export const workPart = z.enum(['library', 'outside'])
export type WorkPart = z.infer<typeof workPart>

export const workHoursFields = z.strictObject({
  day,
  minutes: z.int().min(1).max(1440),
  part: workPart,
  /** Valid that day; null when the time is for no axis in particular. */
  mandateAxis: code.nullable(),
  note: line,
})
export const workHours = workHoursFields.extend({ id })
export type WorkHoursFields = z.infer<typeof workHoursFields>
export type WorkHours = z.infer<typeof workHours>
