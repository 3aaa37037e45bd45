import { dayOf } from '../../ui/dates.ts'

type Dated = { at: string; durationMinutes: number }
export type DayLine<T> =
  | { type: 'day'; key: string; day: string; count: number; minutes: number }
  | { type: 'contact'; key: string; contact: T }

/** One flat list for a virtual one: each day's heading, with what it adds up to, then its contacts in the order given. */
export function byDay<T extends Dated & { id: string }>(contacts: readonly T[]): DayLine<T>[] {
  const days = Map.groupBy(contacts, ({ at }) => dayOf(at))
  return [...days].flatMap(([day, those]): DayLine<T>[] => [
    {
      type: 'day',
      key: day,
      day,
      count: those.length,
      minutes: those.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0),
    },
    ...those.map((contact): DayLine<T> => ({ type: 'contact', key: contact.id, contact })),
  ])
}
