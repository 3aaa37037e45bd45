import * as z from 'zod'
import { code, day, id, line, minute } from '#core/caseload/fields'
import { personFilter } from '#core/caseload/filter'
import { person, personFields, tieFields } from '#core/caseload/person'
import { acted, byId, change, named, optionalId, page, read, saved, stretch, write } from './common.ts'
import { timelineEntry } from './timeline.ts'

export const personRow = person.extend({
  /** The day of the first contact; distinct from `engagedOn`. */
  firstContactOn: day.nullable(),
  lastContactAt: minute.nullable(),
  contactCount: z.int(),
  contactMinutes: z.int(),
  openReferrals: z.int(),
  nextFollowUpOn: day.nullable(),
})

/** A person in a list: the rest of her file is read when it is opened. */
const listedPerson = personRow.pick({
  id: true,
  aliases: true,
  bondStage: true,
  lastContactAt: true,
  contactCount: true,
  openReferrals: true,
  nextFollowUpOn: true,
})

/** A tie as the file of one of its persons shows it: `otherId` and `alias` are those of the other one. */
const tieRow = z.strictObject({ id, kind: code, note: line, otherId: id, alias: z.string() })

const pair = z.strictObject({ oneId: id, otherId: id })

export const peopleCommands = {
  'people.list': {
    host: 'engine',
    who: 'team',
    /** With a text: type-ahead over aliases, ignoring accents and case. Without: all, last seen first. */
    input: z.strictObject({
      text: line.optional(),
      filter: personFilter.optional(),
      ...stretch,
    }),
    output: page(listedPerson),
    failures: read,
  },
  /** What a field offers as one types an alias, found as `people.list` finds; without a text, whom she saw last. */
  'people.suggest': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ text: line, limit: stretch.limit }),
    output: z.array(listedPerson),
    failures: read,
  },
  /** How those persons are named, in the order asked; whoever is no more is left out. */
  'people.named': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ ids: z.array(id).max(500) }),
    output: z.array(named.extend({ ageBand: code })),
    failures: read,
  },
  'people.read': {
    host: 'engine',
    who: 'team',
    input: byId,
    output: z.strictObject({
      person: personRow,
      /** Each change of the bond is an entry; edit it with `people.saveBondStage`. */
      timeline: z.array(timelineEntry),
      ties: z.array(tieRow),
      /** Duplicates merged into this person, the last one first. */
      merged: z.array(named.extend({ on: day })),
    }),
    failures: [...read, 'not-found'],
  },
  /** A changed bond stage is one more step of its history, today. */
  'people.save': {
    host: 'engine',
    who: 'worker',
    input: personFields.extend(optionalId),
    output: saved,
    /** `sealed-copies-remain`: saved, and sealed; older copies of this vault’s folder could not all be removed. */
    failures: [...change, 'identifying-field-refused', 'in-the-future', 'sealed-copies-remain'],
  },
  /** The text of a sealed safety note, which nothing keeps. */
  'people.openSafetyNote': {
    host: 'engine',
    who: 'worker',
    input: byId,
    output: z.strictObject({ note: z.string() }),
    /** `note-unreadable`: it was not sealed for this vault’s worker, or was changed. */
    failures: [...read, 'not-found', 'note-unreadable'],
  },
  /** Refused while contacts, referrals, follow-ups, incidents or ties speak of this person, or one was merged into it. */
  'people.remove': {
    host: 'engine',
    who: 'worker',
    input: byId,
    output: acted,
    failures: [...change, 'still-referenced'],
  },
  /** Says the stage reached a day; `replaces` is the day of the entry being corrected, null for a new one. */
  'people.saveBondStage': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ personId: id, stage: code, on: day, replaces: day.nullable() }),
    output: acted,
    failures: [...change, 'in-the-future'],
  },
  /** The only stage said of a person cannot go. */
  'people.removeBondStage': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ personId: id, on: day }),
    output: acted,
    failures: [...change, 'only-bond-stage'],
  },
  /**
   * Everything that names the duplicate names the person kept, which takes its aliases and what it lacks; the duplicate
   * stays hidden in the vault.
   */
  'people.merge': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ keepId: id, duplicateId: id }),
    output: acted,
    failures: [...change, 'same-person', 'already-merged', 'merge-too-long', 'safety-notes-differ'],
  },
  /** Brings a merged duplicate back with what was moved from it and still is; input: the duplicate. */
  'people.unmerge': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
  /** Pairs that may be one person, the likeliest first. Everybody is compared, which lasts in a long caseload. */
  'people.duplicates': {
    host: 'engine',
    who: 'worker',
    aside: true,
    input: z.strictObject(stretch),
    output: page(
      z.strictObject({
        one: named,
        other: named,
        reason: z.enum(['same-alias', 'same-sound', 'near-spelling']),
        /** The alias of each that made the pair. */
        aliases: z.tuple([z.string(), z.string()]),
        /** From 0 to 1. */
        score: z.number(),
      }),
    ),
    failures: read,
  },
  /** These two are not one: no longer suggested. */
  'people.dismissDuplicate': {
    host: 'engine',
    who: 'worker',
    input: pair,
    output: acted,
    failures: [...write, 'unknown-person', 'same-person'],
  },
  /** The Monday view: not seen for that many weeks (those of the settings when left out) or never, the longest first; closed files left out. */
  'people.notSeen': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ weeks: z.int().min(1).max(520).optional(), ...stretch }),
    output: page(listedPerson),
    failures: read,
  },
  'ties.save': {
    host: 'engine',
    who: 'worker',
    input: tieFields.extend(optionalId),
    output: saved,
    failures: [...change, 'unknown-person', 'same-person', 'already-tied'],
  },
  'ties.remove': { host: 'engine', who: 'worker', input: byId, output: acted, failures: change },
} as const
