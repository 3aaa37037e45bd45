import * as z from 'zod'
import { clockTime, day, id, line, minute } from './fields.ts'

/** Something to do, with a due date. */
export const followUpFields = z.strictObject({
  title: line.min(1),
  personId: id.nullable(),
  dueOn: day,
  dueTime: clockTime.nullable(),
})
export const followUp = followUpFields.extend({ id, doneAt: minute.nullable() })
export type FollowUpFields = z.infer<typeof followUpFields>
export type FollowUp = z.infer<typeof followUp>
