import * as z from 'zod'
import { day, id, line, minute, paragraph } from '../caseload/fields.ts'
import { roles } from './roles.ts'

/** What stands in the place of a name, where a projector or a printed page may show it. */
export const hiddenName = '•••'

/** Who does what was decided. */
export const doers = ['worker', 'coordinator', 'both'] as const
export const doer = z.enum(doers)
export type Doer = z.infer<typeof doer>

export const actionFields = z.strictObject({ title: line.min(1), doer, dueOn: day })
export type ActionFields = z.infer<typeof actionFields>

/** A file put on the agenda, with what one wants to know: « que faire si… ». */
export const agendaFields = z.strictObject({ personId: id, question: paragraph })
export type AgendaFields = z.infer<typeof agendaFields>

/** What the meeting decides of a file; nothing decided is an answer too. */
export const decisionFields = z.strictObject({
  decision: paragraph,
  actions: z.array(actionFields).max(20),
})
export type DecisionFields = z.infer<typeof decisionFields>

export const reviewAction = actionFields.extend({ id, followUpId: id.nullable(), isDone: z.boolean() })
export type ReviewAction = z.infer<typeof reviewAction>

export const fileReview = agendaFields.extend({
  id,
  alias: z.string(),
  addedAt: minute,
  reviewedAt: minute.nullable(),
  decision: paragraph,
  actions: z.array(reviewAction),
})
export type FileReview = z.infer<typeof fileReview>

/** A meeting once closed. */
export const heldMeeting = z.strictObject({
  id,
  openedAt: minute,
  closedAt: minute,
  closedBy: z.enum(roles),
  coSignedAt: minute.nullable(),
  reviews: z.int(),
  actions: z.int(),
})
export type HeldMeeting = z.infer<typeof heldMeeting>
