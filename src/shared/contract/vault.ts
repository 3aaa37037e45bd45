import * as z from 'zod'
import { roles } from '#core/review/roles'
import { storeFailures } from '#core/database'
import { passphrase } from './common.ts'
import { actName } from './long-acts.ts'

/** Why the window shows the lock screen. */
export const lockReason = z.enum([
  'started',
  'user',
  'idle',
  'suspend',
  'screen-lock',
  'engine-stopped',
  'update',
])
export type LockReason = z.infer<typeof lockReason>

/** Whose passphrase it is; left out, the worker’s. */
const passphraseRole = z.enum(['worker', 'coordinator'])
const newPassphrase = z.string().min(12).max(1000)

/** What is told about a vault just opened. */
const opened = z.strictObject({
  /** Number of the last acknowledged transaction. */
  sequence: z.int(),
  /** Local minute of the last save before this opening; null for a vault never written. */
  lastSavedAt: z.string().nullable(),
  closedCleanly: z.boolean(),
  tornFrameDropped: z.boolean(),
  /** Whose key opened it. */
  role: z.enum(roles),
  /** Invented, in memory alone: nothing of it may leave, nothing of it stays. */
  isTrial: z.boolean(),
  /** It is an earlier state, at her choice: so many saves known to have followed are not in it; where the damaged files are kept. */
  fellBack: z.strictObject({ missing: z.int(), aside: z.string() }).nullable(),
  /** It has been further on this computer: up to this transaction, and nothing done in the program explains it. */
  olderThan: z.int().nullable(),
})
export type Opened = z.infer<typeof opened>

export const health = z.strictObject({
  /** `paused`: the verification was given up. */
  state: z.enum(['running', 'ok', 'damaged', 'paused']),
  checked: z.int(),
  total: z.int(),
  /** Local minute at which the whole vault was last found sound, since it was opened. */
  verifiedAt: z.string().nullable(),
  /** The disk had no room for the last write: nothing new is saved until it has. */
  isDiskFull: z.boolean(),
  /** The disk refused a write: nothing new is saved until the vault is opened again. */
  isStopped: z.boolean(),
  sequence: z.int(),
  lastSavedAt: z.string().nullable(),
})
export type Health = z.infer<typeof health>

export const place = z.strictObject({
  name: z.string(),
  exists: z.boolean(),
  /** Damage was found in it since the program started. */
  wasDamaged: z.boolean(),
})
const openFailures = [
  'vault-missing',
  'not-a-vault',
  'vault-too-new',
  'vault-damaged',
  'vault-in-use',
  'disk-unreadable',
  'no-permission',
  'disk-full',
  'write-failed',
] as const

const unlockFailures = ['cancelled', 'wrong-passphrase', ...openFailures] as const
/** `recovery-words-other`: well formed, and of another sheet or another vault. */
const recoverFailures = [...unlockFailures, 'recovery-words-invalid', 'recovery-words-other'] as const
const fallbackFailures = [...recoverFailures, 'vault-whole', 'nothing-whole'] as const
const byPassphrase = z.strictObject({ act: actName, passphrase, role: passphraseRole.optional() })
/** Twelve words open the vault, and a new passphrase takes the worker's place. */
const byWords = z.strictObject({ act: actName, words: z.string().max(1000), newPassphrase })

export const vaultCommands = {
  'vault.locate': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: place.extend({ lockReason }),
    failures: [],
  },
  'vault.chooseExisting': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: place,
    failures: ['cancelled'],
  },
  'vault.chooseNew': { host: 'main', who: 'anyone', input: z.void(), output: place, failures: ['cancelled'] },
  'vault.lock': { host: 'main', who: 'anyone', input: z.void(), output: z.undefined(), failures: [] },
  /** Who has a way into the vault that is there: the header says it in clear. */
  'vault.doors': {
    host: 'engine',
    who: 'anyone',
    input: z.void(),
    output: z.array(z.enum(roles)),
    failures: openFailures,
  },
  'vault.proposeRecovery': {
    host: 'engine',
    who: 'anyone',
    input: z.void(),
    /** Twelve words, and the two positions (from 0) whose words must be typed again. */
    output: z.strictObject({ words: z.array(z.string()).length(12), check: z.tuple([z.int(), z.int()]) }),
    failures: [],
  },
  /** The computer is measured, then two keys are derived: seconds. Given up, nothing is made. */
  'vault.create': {
    host: 'engine',
    who: 'anyone',
    input: z.strictObject({
      act: actName,
      passphrase: newPassphrase,
      retyped: z.tuple([z.string().max(50), z.string().max(50)]),
    }),
    output: opened,
    failures: [
      'recovery-words-mismatch',
      'already-exists',
      'no-permission',
      'disk-full',
      'write-failed',
      'cancelled',
    ],
  },
  /** A caseload of invented persons, which ends at the next lock. */
  'vault.tryOut': { host: 'engine', who: 'anyone', input: z.void(), output: opened, failures: [] },
  /**
   * Deriving the key takes a second; a vault made by an older version is brought to the schema of this one, which may take long. Given up,
   * the vault stays as it was.
   */
  'vault.unlock': {
    host: 'engine',
    who: 'anyone',
    aside: true,
    input: byPassphrase,
    output: opened,
    failures: unlockFailures,
  },
  'vault.recover': {
    host: 'engine',
    who: 'anyone',
    aside: true,
    input: byWords,
    output: opened,
    failures: recoverFailures,
  },
  /** Looks in a damaged vault for the newest state that is whole, reading all of it; nothing is changed. */
  'vault.findWhole': {
    host: 'engine',
    who: 'anyone',
    aside: true,
    input: z.union([byPassphrase, byWords]),
    output: z.strictObject({
      /** Number and local minute of its last transaction. */
      sequence: z.int(),
      savedAt: z.string().nullable(),
      /** Saves known to have followed, which it has not. */
      missing: z.int(),
    }),
    failures: fallbackFailures,
  },
  /** Copies every file of a damaged vault aside, then opens its newest whole state. Given up, the vault stays as it was. */
  'vault.fallBack': {
    host: 'engine',
    who: 'anyone',
    aside: true,
    input: z.union([byPassphrase, byWords]),
    output: opened,
    failures: fallbackFailures,
  },
  'vault.health': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: health,
    failures: ['vault-locked'],
  },
  /** Begins the verification again; `vault.healthChanged` tells how far it is. */
  'vault.verify': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: health,
    failures: ['vault-locked'],
  },
  'vault.pauseVerification': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: health,
    failures: ['vault-locked'],
  },
  /** Tries to write again after the disk was full: moves everything saved into a new generation. */
  'vault.writeAgain': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.undefined(),
    failures: ['vault-locked', ...storeFailures],
  },
} as const
