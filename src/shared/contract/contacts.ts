import * as z from 'zod'
import { contact, contactFields } from '#core/caseload/contact'
import { longestNote, note } from '#core/caseload/fields'
import { contactFilter } from '#core/caseload/filter'
import {
  acted,
  byId,
  change,
  moment,
  named,
  nothing,
  optionalId,
  page,
  read,
  saved,
  stretch,
  write,
} from './common.ts'

export const contactRow = contact.extend({ people: z.array(named) })

/** The note éclair as it stands, kept encrypted until it is saved or dropped. */
/** A note too long to be saved is kept all the same until it is cut. */
export const contactDraft = contactFields.extend({ note: z.string().max(20 * longestNote) }).partial()

export const contactCommands = {
  /** Newest first; `total` counts what the filter lets through. */
  'contacts.list': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ filter: contactFilter.optional(), ...stretch }),
    output: page(contactRow),
    failures: read,
  },
  /** Place, duration, kind and axis of the last contact, to prefill the next one. */
  'contacts.defaults': {
    host: 'engine',
    who: 'worker',
    input: z.void(),
    output: contactFields.pick({
      at: true,
      kinds: true,
      place: true,
      durationMinutes: true,
      mandateAxis: true,
    }),
    failures: read,
  },
  /** An incomplete one may name nobody yet. */
  'contacts.save': {
    host: 'engine',
    who: 'worker',
    input: contactFields.extend(optionalId),
    output: saved,
    /** `sealed-copies-remain`: the note is saved and sealed; older copies of this vault’s folder could not all be removed. */
    failures: [
      ...change,
      ...moment,
      'unknown-person',
      'nobody-met',
      'axis-not-valid',
      'sealed-copies-remain',
    ],
  },
  /** The text of a sealed note, which nothing keeps. */
  'contacts.openNote': {
    host: 'engine',
    who: 'worker',
    input: byId,
    output: z.strictObject({ note }),
    /** `note-unreadable`: it was not sealed for this vault’s worker, or was changed. */
    failures: [...read, 'not-found', 'note-unreadable'],
  },
  'contacts.remove': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
  'draft.read': {
    host: 'engine',
    who: 'worker',
    input: z.void(),
    output: contactDraft.nullable(),
    failures: read,
  },
  /** null drops the draft. Not part of the undo history. */
  'draft.keep': {
    host: 'engine',
    who: 'worker',
    beforeLock: true,
    input: contactDraft.nullable(),
    output: nothing,
    failures: [...write, 'sealed-copies-remain'],
  },
} as const
