import * as z from 'zod'
import { codes, day, id, minute } from '#core/caseload/fields'
import { followUp, followUpFields, sourceTypes } from '#core/caseload/follow-up'
import { doer } from '#core/review/team-meeting'
import { acted, byId, change, nothing, optionalId, page, read, saved, span, stretch } from './common.ts'

/** `seriesStartsOn`: the first due date of its series, from which the next ones are counted; `doer`: who does it, when a team meeting said so. */
export const followUpRow = followUp.extend({
  alias: z.string().nullable(),
  seriesStartsOn: day,
  doer: doer.nullable(),
})

/** What the system may show while the window is elsewhere: how many, and nothing else. */
export const reminderCommands = {
  'reminders.show': {
    host: 'main',
    who: 'anyone',
    input: z.strictObject({ count: z.int().min(1).max(1000) }),
    output: nothing,
    failures: [],
  },
} as const

export const followUpCommands = {
  'followUps.list': {
    host: 'engine',
    who: 'team',
    /** Days inclusive, of when it is due. The open ones: first due first; the done ones: the last done first. */
    input: z.strictObject({ done: z.boolean(), from: day.optional(), to: day.optional(), ...stretch }),
    output: page(followUpRow),
    failures: read,
  },
  'followUps.save': {
    host: 'engine',
    who: 'worker',
    input: followUpFields.extend(optionalId),
    output: saved,
    /** `unknown-link`: the contact, referral or incident it comes from is no more. */
    failures: [...change, 'unknown-person', 'unknown-link'],
  },
  /** A repeated one makes the next in the same act; `nextId` is null otherwise. */
  'followUps.complete': {
    host: 'engine',
    who: 'worker',
    input: byId,
    output: acted.extend({ nextId: id.nullable() }),
    failures: change,
  },
  'followUps.remove': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
  /** What a follow-up comes from, in a few words. */
  'sources.read': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ type: z.enum(sourceTypes), id }),
    output: z.discriminatedUnion('type', [
      z.strictObject({ type: z.enum(['contact', 'incident']), at: minute, kinds: codes }),
      z.strictObject({ type: z.literal('referral'), resourceName: z.string() }),
    ]),
    failures: [...read, 'not-found'],
  },
  /** Both days are inclusive. */
  'agenda.read': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ from: day, to: day }),
    output: z.strictObject({
      today: day,
      /** Every day asked, in order; done ones are there too. */
      days: z.array(z.strictObject({ day, followUps: z.array(followUpRow) })),
      /** What a notification may say: open follow-ups of an hour to come, among those days; no name, no title. */
      reminders: z.array(z.strictObject({ at: minute, count: z.int() })),
    }),
    failures: [...read, ...span],
  },
} as const
