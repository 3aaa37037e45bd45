import * as z from 'zod'
import { code, codes, day, id, minute, note } from '#core/caseload/fields'
import { referralState } from '#core/caseload/referral'
import { agendaFields, decisionFields, fileReview, heldMeeting } from '#core/review/team-meeting'
import { acted, byId, change, optionalId, printing, read, saved, write } from './common.ts'

const sinceEntry = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('contact'),
    at: minute,
    kinds: codes,
    themes: codes,
    minutes: z.int(),
    crisis: code.nullable(),
    note,
    noteSealed: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('incident'),
    at: minute,
    kinds: codes,
    intensity: z.int().min(1).max(4),
    outcome: code,
    note,
  }),
  z.strictObject({ type: z.literal('followUp'), at: minute, title: z.string() }),
  z.strictObject({ type: z.literal('bondStage'), at: day, stage: code }),
])

export const meetingCommands = {
  'meetings.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.strictObject({
      /** When the meeting going on began; null when none is. */
      openedAt: minute.nullable(),
      /** The files of the meeting going on, or those that wait for the next. */
      agenda: z.array(fileReview),
      /** The last one first. */
      held: z.array(heldMeeting),
      /** The last meeting saw a later save than the vault now holds: an older copy took its place. */
      olderThanSeen: z.strictObject({ seen: z.int(), closedAt: minute, now: z.int() }).nullable(),
    }),
    failures: read,
  },
  /** A file as the meeting looks at it; `hideNames`: as a projector may show it. */
  'meetings.read': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ id, hideNames: z.boolean() }),
    output: z.strictObject({
      review: fileReview,
      bondStage: code,
      ageBand: code,
      engagedOn: day.nullable(),
      safetyNote: note,
      safetyNoteSealed: z.boolean(),
      lastReviewedAt: minute.nullable(),
      /** Since the last review, newest first. */
      since: z.array(sinceEntry),
      openReferrals: z.array(
        z.strictObject({
          resourceName: z.string(),
          state: referralState,
          ageDays: z.int(),
          waitingDays: z.int().nullable(),
        }),
      ),
      overdueFollowUps: z.array(z.strictObject({ title: z.string(), dueOn: day })),
    }),
    failures: [...read, 'not-found'],
  },
  'meetings.saveOnAgenda': {
    host: 'engine',
    who: 'team',
    input: agendaFields.extend(optionalId),
    output: saved,
    failures: [...change, 'unknown-person', 'already-on-agenda', 'already-reviewed'],
  },
  'meetings.takeOff': {
    host: 'engine',
    who: 'team',
    input: byId,
    output: acted,
    failures: [...change, 'already-reviewed'],
  },
  'meetings.start': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: saved,
    failures: [...write, 'agenda-empty', 'meeting-going-on'],
  },
  /** Each action becomes a follow-up of the person. */
  'meetings.decide': {
    host: 'engine',
    who: 'team',
    input: decisionFields.extend({ id }),
    output: saved,
    failures: [...change, 'no-meeting'],
  },
  'meetings.postpone': {
    host: 'engine',
    who: 'team',
    input: byId,
    output: acted,
    failures: [...change, 'no-meeting', 'already-reviewed'],
  },
  'meetings.close': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: acted,
    failures: [...write, 'no-meeting'],
  },
  /** Of a meeting that the worker closed. */
  'meetings.coSign': {
    host: 'engine',
    who: 'coordinator',
    input: byId,
    output: acted,
    failures: [...change, 'already-signed'],
  },
  /** Minutes without names, in the folder chosen for documents. */
  'documents.printMinutes': {
    host: 'engine',
    who: 'team',
    input: byId,
    output: z.strictObject({ file: z.string() }),
    failures: [...printing, 'not-found'],
  },
  'workload.read': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.strictObject({
      files: z.array(
        z.strictObject({
          id,
          alias: z.string(),
          bondStage: code,
          ageDays: z.int().nullable(),
          minutes: z.int(),
          openReferrals: z.int(),
          overdueFollowUps: z.int(),
          lastReviewedOn: day.nullable(),
        }),
      ),
      stages: z.array(
        z.strictObject({
          bondStage: code,
          files: z.int(),
          minutes: z.int(),
          medianAgeDays: z.int().nullable(),
        }),
      ),
    }),
    failures: read,
  },
} as const
