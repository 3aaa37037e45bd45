import * as z from 'zod'
import { addDays, addMonths } from './calendar.ts'
import { clockTime, day, id, line, minute } from './fields.ts'

export const repetitions = ['none', 'weekly', 'every-two-weeks', 'monthly'] as const
export const repetition = z.enum(repetitions)
export type Repetition = z.infer<typeof repetition>

/** The records a follow-up may come from, the one that says most first. */
export const sourceTypes = ['referral', 'incident', 'contact'] as const
export type SourceType = (typeof sourceTypes)[number]

/** Something to do, with a due date. */
export const followUpFields = z.strictObject({
  title: line.min(1),
  personId: id.nullable(),
  dueOn: day,
  dueTime: clockTime.nullable(),
  /** Once done, the next one is made. */
  repetition,
  /** What it comes from. */
  contactId: id.nullable(),
  referralId: id.nullable(),
  incidentId: id.nullable(),
})
export const followUp = followUpFields.extend({ id, doneAt: minute.nullable() })
export type FollowUpFields = z.infer<typeof followUpFields>
export type FollowUp = z.infer<typeof followUp>

export const blankFollowUp: Omit<FollowUpFields, 'title' | 'dueOn'> = {
  personId: null,
  dueTime: null,
  repetition: 'none',
  contactId: null,
  referralId: null,
  incidentId: null,
}

type Series = Pick<FollowUpFields, 'dueOn' | 'repetition'>

/** The first day of a follow-up’s series, as saved: a moved due date, or another repetition, begins it again. */
export function seriesStart(
  { dueOn, repetition }: Series,
  before: (Series & { seriesStartsOn: string }) | undefined,
): string {
  const goesOn = before?.dueOn === dueOn && before.repetition === repetition
  return goesOn ? before.seriesStartsOn : dueOn
}

/**
 * The first day of the series after both its last due date and the day it was done: what is late is not piled up. The
 * series counts from its first day, so that a 31st comes back after a short month. Null when nothing repeats.
 */
export function nextDue(series: {
  repetition: Repetition
  startsOn: string
  dueOn: string
  doneOn: string
}): string | null {
  const { repetition, startsOn, dueOn, doneOn } = series
  if (repetition === 'none') return null
  const after = dueOn > doneOn ? dueOn : doneOn
  const occurrence = (index: number) => {
    if (repetition === 'monthly') return addMonths(startsOn, index)
    return addDays(startsOn, index * (repetition === 'weekly' ? 7 : 14))
  }
  for (let index = 1; ; index++) {
    const day = occurrence(index)
    // after the year 9999, which a slip of the finger can write, there is no day left
    if (day.startsWith('+')) return null
    if (day > after) return day
  }
}
