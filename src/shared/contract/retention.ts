import * as z from 'zod'
import { day, id, minute } from '#core/caseload/fields'
import {
  erasureModes,
  erasureOrder,
  erasureReasons,
  holdFields,
  obligations,
  retentionStates,
} from '#core/duties/retention'
import { actName } from './long-acts.ts'
import { acted, change, named, nothing, passphrase, piece, read, write } from './common.ts'
import { backup } from './security.ts'

/** A review package with the file in it, away from here. */
const packageLeft = z.strictObject({ recipient: z.string(), madeAt: minute, expiresOn: day })
const erasureRow = z.strictObject({
  id,
  code: z.string(),
  mode: z.enum(erasureModes),
  reason: z.enum(erasureReasons),
  decidedBy: z.string(),
  decidedOn: day,
  removed: z.int(),
  kept: z.int(),
  texts: z.int(),
  purgedOn: day.nullable(),
  packages: z.array(packageLeft),
})

/** How long files are kept, and how they end: part of the duties. */
export const retentionCommands = {
  /** Closed files and the clock of each. */
  'retention.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(
      named.extend({
        closedOn: day,
        endsOn: day,
        heldUntil: day.nullable(),
        holdWords: z.string(),
        state: z.enum(retentionStates),
      }),
    ),
    failures: read,
  },
  /** Keeps a closed file longer; a null day takes it back. */
  'retention.hold': {
    host: 'engine',
    who: 'team',
    input: holdFields,
    output: acted,
    failures: [...change, 'period-reversed', 'reasons-needed'],
  },
  'erasures.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(erasureRow),
    failures: read,
  },
  /** What an erasure would do, before anybody decides. */
  'erasures.preview': {
    host: 'engine',
    who: 'team',
    input: erasureOrder,
    output: z.strictObject({
      obligations: z.array(z.enum(obligations)),
      alone: z.int(),
      /** Texts kept with somebody else’s record: `key` blanks one whole. */
      shared: z.array(
        z.strictObject({
          key: z.string(),
          on: day,
          /** None of a sealed note. */
          pieces: z.array(piece),
          isSealed: z.boolean(),
          /** Sealed, and this key does not open it: it must be blanked, or the worker decides. */
          isUnread: z.boolean(),
        }),
      ),
      mentions: z.array(z.strictObject({ table: z.string(), pieces: z.array(piece) })),
      /** Sealed notes of other files: how many name the person, how many this key does not open. */
      sealed: z.strictObject({ corrected: z.int(), unread: z.int() }),
      doubts: z.array(z.string()),
      /** Those that still open. */
      packages: z.array(packageLeft),
    }),
    failures: [...read, 'not-found'],
  },
  /** Known copies of the vault where somebody erased still is: unplugged, changed, or that the disk refused to remove. */
  'erasures.copies': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.array(backup),
    failures: read,
  },
  /**
   * Irreversible. `obligations-open`: something about this person must be settled first. `text-may-name`: a word that may be this
   * person is undecided. `sealed-note-unread`: a sealed note kept with others cannot be read with this key. `not-purged`: the rows are gone, but an older generation still holds them: `erasures.purge` tries again. Given up before they are gone,
   * nothing changed; afterwards, it is `not-purged`.
   */
  'erasures.decide': {
    host: 'engine',
    who: 'team',
    aside: true,
    input: erasureOrder.extend({ act: actName, passphrase }),
    output: z.strictObject({ code: z.string() }),
    failures: [
      ...change,
      'cancelled',
      'wrong-passphrase',
      'obligations-open',
      'sealed-note-unread',
      'text-may-name',
      'not-purged',
    ],
  },
  'erasures.purge': {
    host: 'engine',
    who: 'team',
    aside: true,
    input: z.strictObject({ act: actName }),
    output: nothing,
    failures: [...write, 'cancelled', 'not-purged'],
  },
} as const
