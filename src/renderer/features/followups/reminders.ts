import type { Output } from '#shared/contract'

type Reminder = Output<'agenda.read'>['reminders'][number]

/** Of reminders at local minutes, those still to come and how many milliseconds away they are. */
export function remindersToCome(
  reminders: readonly Reminder[],
  now: Date,
): { count: number; inMilliseconds: number }[] {
  return reminders
    .map(({ at, count }) => ({ count, inMilliseconds: new Date(at).getTime() - now.getTime() }))
    .filter(({ inMilliseconds }) => inMilliseconds > 0)
}
