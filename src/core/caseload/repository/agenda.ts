import type { Reader } from '../../database.ts'
import { addDays, dayOf, daysBetween } from '../calendar.ts'
import { followUpsDueBetween, type FollowUpRow } from './follow-ups.ts'

export interface Agenda {
  today: string
  days: { day: string; followUps: FollowUpRow[] }[]
  reminders: { at: string; count: number }[]
}

/** Every day asked, with what is due that day, done or not. */
export function readAgenda(reader: Reader, from: string, to: string, now: string): Agenda {
  const today = dayOf(now)
  const due = followUpsDueBetween(reader, from, to)
  // counted: the day after the last of the year 9999 does not compare with the others
  const asked = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
  return {
    today,
    days: asked.map((day) => ({ day, followUps: due.filter(({ dueOn }) => dueOn === day) })),
    reminders: remindersOf(due, now),
  }
}

/** Hours to come of open follow-ups, and how many each: what may be shown outside the window says no name, no title. */
function remindersOf(due: readonly FollowUpRow[], now: string): Agenda['reminders'] {
  const moments = due.flatMap(({ dueOn, dueTime, doneAt }) =>
    doneAt === null && dueTime !== null ? [`${dueOn}T${dueTime}`] : [],
  )
  const toCome = Map.groupBy(moments.filter((at) => at >= now).toSorted(), (at) => at)
  return [...toCome].map(([at, { length: count }]) => ({ at, count }))
}
