import * as z from 'zod'
import { day, id, line, minute, paragraph } from '#core/caseload/fields'
import { mostFiles, packageContent } from '#core/review/packages/content'
import { byId, nothing, passphrase, read, write } from './common.ts'

/** Six groups of five digits, read aloud to compare. */
const number = z.string()
const written = ['no-permission', 'disk-full', 'write-failed'] as const
const chosen = z.strictObject({ name: z.string() })
const cardFailures = ['file-missing', 'not-a-card', 'card-too-new', 'card-damaged', 'own-card'] as const
const packageFailures = [
  'file-missing',
  'not-a-package',
  'package-too-new',
  'package-too-large',
  'package-foreign',
  'package-damaged',
  'package-forged',
  'package-expired',
  'package-clock-behind',
  'package-already-opened',
] as const

const keyHolder = z.strictObject({ number, name: z.string().nullable() })
/** `replaces`: another key is known by that name, and gives its place. */
const naming = { name: line.min(1), replaces: z.boolean() }

/** Review packages: files handed to the coordinator outside the notebook, sealed for her key. */
export const packageCommands = {
  'packages.list': {
    host: 'engine',
    who: 'worker',
    input: z.void(),
    output: z.strictObject({
      /** Of this notebook; null until a card or a package is made. */
      ownNumber: number.nullable(),
      correspondents: z.array(z.strictObject({ id, name: z.string(), number, registeredAt: minute })),
      made: z.array(
        z.strictObject({ id, recipient: z.string(), files: z.int(), madeAt: minute, expiresOn: day }),
      ),
      opened: z.array(
        z.strictObject({
          id,
          sender: z.string(),
          files: z.int(),
          createdAt: minute,
          expiresOn: day,
          openedAt: minute,
          finishedAt: minute.nullable(),
        }),
      ),
      /** The one that is open now, in memory alone. */
      openId: id.nullable(),
    }),
    failures: read,
  },
  'packages.chooseNewCard': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: chosen,
    failures: ['cancelled', 'trial-only'],
  },
  'packages.chooseCard': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: chosen,
    failures: ['cancelled'],
  },
  'packages.chooseNewFile': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: chosen,
    failures: ['cancelled', 'trial-only'],
  },
  'packages.chooseFile': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: chosen,
    failures: ['cancelled'],
  },
  /** Writes this notebook's public card into the file chosen, and makes its keys if it has none. */
  'packages.writeCard': {
    host: 'engine',
    who: 'worker',
    input: z.void(),
    output: z.strictObject({ number }),
    failures: [...write, ...written],
  },
  /** The card in the file chosen, before it is registered: its number is to be compared by voice. */
  'packages.readCard': {
    host: 'engine',
    who: 'worker',
    input: z.void(),
    output: keyHolder,
    failures: [...read, ...cardFailures],
  },
  /** Registers that card. `number`: the one that was compared; another file in its place is refused. */
  'packages.register': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ number, ...naming }),
    output: nothing,
    failures: [...write, ...cardFailures, 'number-differs', 'key-differs'],
  },
  'packages.forget': {
    host: 'engine',
    who: 'worker',
    input: byId,
    output: nothing,
    failures: [...write, 'not-found'],
  },
  /** One file sealed for a correspondent, into the place chosen. */
  'packages.make': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({
      correspondentId: id,
      files: z
        .array(z.strictObject({ personId: id, question: paragraph }))
        .min(1)
        .max(mostFiles),
      /** Leaves out what the team saw already. */
      sinceLastReview: z.boolean(),
      expiresOn: day,
      note: paragraph,
      passphrase,
    }),
    output: z.strictObject({ id, files: z.int() }),
    failures: [
      ...write,
      ...written,
      'wrong-passphrase',
      'not-found',
      'unknown-person',
      'expiry-out-of-range',
      'package-too-large',
    ],
  },
  /** Opens nothing yet: whose the chosen package is, and until when. Every refusal but an unknown sender is told here already. */
  'packages.inspect': {
    host: 'engine',
    who: 'worker',
    input: z.void(),
    output: z.strictObject({
      /** `name`: null when the key is not registered. */
      sender: keyHolder,
      createdAt: minute,
      expiresOn: day,
      /** A newer one of the same sender was opened before. */
      isOlderThanSeen: z.boolean(),
    }),
    failures: [...read, ...packageFailures],
  },
  /** Opens it, once, in memory. `trust`: registers an unknown sender, whose number was compared. */
  'packages.open': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ trust: z.strictObject({ number, ...naming }).nullable() }),
    output: z.strictObject({ id }),
    failures: [...write, ...packageFailures, 'package-sender-unknown', 'number-differs', 'key-differs'],
  },
  /** What is open: one file at a time. */
  'packages.read': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ place: z.int().min(0).max(mostFiles) }),
    output: z.strictObject({
      sender: z.string(),
      organization: z.string(),
      createdAt: minute,
      expiresOn: day,
      note: z.string(),
      count: z.int(),
      file: packageContent.shape.files.element,
    }),
    failures: [...read, 'not-found'],
  },
  /** Done with it: it leaves the memory, and does not open again. */
  'packages.finish': {
    host: 'engine',
    who: 'worker',
    input: z.void(),
    output: nothing,
    failures: [...write, 'not-found'],
  },
} as const
