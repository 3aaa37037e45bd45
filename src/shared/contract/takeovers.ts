import * as z from 'zod'
import { day, id, minute } from '#core/caseload/fields'
import { noteFates, present } from '#core/review/takeover'
import { byId, passphrase, printing, read } from './common.ts'
import { actName } from './long-acts.ts'
import { keyFailures, newPassphrase, renewed } from './security.ts'

const takeover = present.extend({
  id,
  at: minute,
  notes: z.enum(noteFates),
  noteCount: z.int(),
  coordinatorLetIn: z.boolean(),
})
const alias = z.string().nullable()

/** « Relais »: the notebook passes from one worker to another, in the presence of the organization. */
export const takeoverCommands = {
  'takeovers.read': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.strictObject({
      held: z.array(takeover),
      sealedNotes: z.int(),
    }),
    failures: read,
  },
  /** What waits for whoever holds the notebook. */
  'obligations.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.strictObject({
      requests: z.array(z.strictObject({ alias, dueOn: day, daysLeft: z.int() })),
      disclosures: z.array(z.strictObject({ alias, at: minute })),
      incidents: z.array(z.strictObject({ knownOn: day })),
      followUps: z.array(z.strictObject({ title: z.string(), alias, dueOn: day })),
      openReferrals: z.int(),
      agenda: z.int(),
    }),
    failures: read,
  },
  /**
   * New keys for the whole notebook, held by the new worker, a new sheet and, if she is to be let in, the coordinator; everything older goes.
   * Given up before its end, it leaves everything as it was.
   */
  'takeovers.run': {
    host: 'engine',
    who: 'worker',
    aside: true,
    input: z.strictObject({
      act: actName,
      /** Of whoever has the notebook open. */
      passphrase,
      /** Null: she who recovered chose hers already. */
      newPassphrase: newPassphrase.nullable(),
      coordinator: newPassphrase.nullable(),
      /** Two of the words just proposed. */
      retyped: z.tuple([z.string().max(50), z.string().max(50)]),
      notes: z.enum(noteFates),
      present,
    }),
    output: renewed.extend({ id }),
    /** `takeover-unrecorded`: the keys are changed; the notes to destroy are there still, or the record could not be written. */
    failures: [...keyFailures, 'recovery-words-mismatch', 'same-passphrase', 'takeover-unrecorded'],
  },
  /** The record, without the name of anybody whose file is in the notebook, into the folder chosen for documents. */
  'takeovers.print': {
    host: 'engine',
    who: 'team',
    input: byId,
    output: z.strictObject({ file: z.string() }),
    failures: [...printing, 'not-found'],
  },
} as const
