import * as z from 'zod'
import { day, id, line, minute } from '#core/caseload/fields'
import { read, write } from './common.ts'
import { contactRow } from './contacts.ts'
import { requestRow } from './duties.ts'
import { followUpRow } from './follow-ups.ts'
import { actName } from './long-acts.ts'

export const searchHit = z.strictObject({
  type: z.enum([
    'person',
    'contact',
    'resource',
    'referral',
    'followUp',
    'incident',
    'groupActivity',
    'staffSupport',
  ]),
  id,
  /** Person hits open the person; others open their (first) known person when there is one. */
  personId: id.nullable(),
  /** An alias, a resource's name, a follow-up's or an activity's title; empty when it has none. */
  title: z.string(),
  /** The words around the match, as plain text; the matched words lie between U+0002 and U+0003. */
  excerpt: z.string(),
  at: z.union([minute, day]).nullable(),
})

/** One act that can be undone or redone: which command, and about whom or what. */
const act = z.strictObject({ command: z.string(), subject: z.string() })

export const findingCommands = {
  'today.read': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.strictObject({
      today: day,
      /** Open follow-ups due until seven days from now, overdue first. */
      followUps: z.array(followUpRow),
      latestContacts: z.array(contactRow),
      /** « À compléter », the newest first, at most 50. */
      incompleteContacts: z.array(contactRow),
      /** Of persons’ rights, late or due within five days; the first due first. */
      requests: z.array(requestRow),
      nextMeeting: z.strictObject({ isGoingOn: z.boolean(), files: z.int() }),
      counts: z.strictObject({
        people: z.int(),
        followUpsDue: z.int(),
        openReferrals: z.int(),
        incompleteContacts: z.int(),
      }),
    }),
    failures: read,
  },
  /** Two letters suffice; accents and case are ignored, and a slip of the finger in an alias. */
  'search.run': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ text: line, limit: z.int().min(1).max(100) }),
    output: z.array(searchHit),
    failures: read,
  },
  'history.read': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.strictObject({ undo: act.nullable(), redo: act.nullable() }),
    failures: read,
  },
  'history.undo': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ act: actName }),
    output: act,
    failures: [...write, 'cancelled', 'nothing-to-undo', 'changed-since', 'transaction-too-large'],
  },
  'history.redo': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ act: actName }),
    output: act,
    failures: [...write, 'cancelled', 'nothing-to-undo', 'changed-since', 'transaction-too-large'],
  },
} as const
