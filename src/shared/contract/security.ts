import * as z from 'zod'
import { storeFailures } from '#core/database'
import { actName } from './long-acts.ts'
import { place } from './vault.ts'
import { nothing, passphrase, read } from './common.ts'

export const newPassphrase = z.string().min(12).max(1000)
const twelveWords = z.string().max(1000)
const role = z.enum(['worker', 'coordinator', 'recovery'])

/** Argon2id: passes over that many KiB of memory, each time a secret is tried. */
const costs = z.strictObject({ operations: z.int(), memory: z.int() })

export const backup = z.strictObject({
  id: z.uuid(),
  /** Of its file and of the folder it was left in; the window is told no path. */
  name: z.string(),
  folder: z.string(),
  madeAt: z.string(),
  sequence: z.int(),
  /** Bytes. */
  size: z.int(),
  /** `away`: nothing is there; unplugged, moved or removed. `changed`: something of another size is. */
  state: z.enum(['here', 'away', 'changed']),
  /** Sealed before the last re-keying: it opens with the secrets of then. */
  hasOldKeys: z.boolean(),
})
export type Backup = z.infer<typeof backup>

/** What opens a copy: a passphrase it was made with, or the twelve words. */
export const copySecret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase, role: z.enum(['worker', 'coordinator']) }),
  z.strictObject({ kind: z.literal('words'), words: twelveWords }),
])
export type CopySecret = z.infer<typeof copySecret>

const holding = z.strictObject({
  sequence: z.int(),
  lastSavedAt: z.string().nullable(),
  people: z.int(),
  contacts: z.int(),
  referrals: z.int(),
  followUps: z.int(),
})
export type Holding = z.infer<typeof holding>

const slotFailures = [
  ...read,
  'cancelled',
  'wrong-passphrase',
  'coordinator-session',
  ...storeFailures,
] as const
export const keyFailures = [...slotFailures, 'worker-slot-needed', 'recovery-words-invalid'] as const
/** What a re-keying removed, the copies it could not reach, and whether files of before could not be removed from the vault's folder. */
export const renewed = z.strictObject({
  removed: z.int(),
  outOfReach: z.array(backup),
  olderRemain: z.boolean(),
})
const fileFailures = ['no-permission', 'disk-full', 'write-failed'] as const
export const unreadableBackup = [
  'backup-missing',
  'backup-unreadable',
  'not-a-backup',
  'backup-damaged',
  'backup-too-new',
] as const

export const securityCommands = {
  /** Who may open the vault, and where it is on the disk. */
  'security.read': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.strictObject({
      slots: z.array(z.strictObject({ role, costs })),
      generation: z.int(),
      sequence: z.int(),
      lastSavedAt: z.string().nullable(),
      /** As it was found at this opening. */
      opened: z.strictObject({ sequence: z.int(), lastSavedAt: z.string().nullable() }),
    }),
    failures: read,
  },
  /** Hers, whoever has the vault open. Given up, the one before opens it still. */
  'security.changePassphrase': {
    host: 'engine',
    who: 'team',
    aside: true,
    input: z.strictObject({ act: actName, passphrase, newPassphrase }),
    output: nothing,
    failures: slotFailures,
  },
  /** A way in for the coordinator, who has none yet. */
  'security.letCoordinatorIn': {
    host: 'engine',
    who: 'worker',
    aside: true,
    input: z.strictObject({ act: actName, passphrase, newPassphrase }),
    output: nothing,
    failures: [...slotFailures, 'already-let-in'],
  },
  /**
   * A new key for the whole vault, held by the slots listed and no other: what removes or replaces one. Every chunk is sealed again, and
   * everything older goes, known copies included; answers those it could not reach.
   */
  'security.rekey': {
    host: 'engine',
    who: 'worker',
    aside: true,
    input: z.strictObject({
      act: actName,
      /** Of whoever asks. */
      passphrase,
      slots: z
        .array(
          z.union([
            z.strictObject({ role: z.literal('worker'), passphrase: newPassphrase }),
            z.strictObject({ role: z.literal('coordinator'), passphrase: newPassphrase }),
            /** The words of the sheet she has. */
            z.strictObject({ role: z.literal('recovery'), words: twelveWords }),
            /** Two of the words just proposed: a new sheet. */
            z.strictObject({
              role: z.literal('recovery'),
              retyped: z.tuple([z.string().max(50), z.string().max(50)]),
            }),
          ]),
        )
        .max(3),
    }),
    output: renewed,
    failures: [...keyFailures, 'recovery-words-mismatch', 'recovery-words-other'],
  },
  /** About one second of derivation on this computer, from now on, for her passphrase. */
  'security.recalibrate': {
    host: 'engine',
    who: 'team',
    aside: true,
    input: z.strictObject({ act: actName, passphrase }),
    output: costs,
    failures: slotFailures,
  },
  'backups.list': { host: 'engine', who: 'team', input: z.void(), output: z.array(backup), failures: read },
  'backups.chooseFile': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: ['cancelled', 'trial-only'],
  },
  /** Copies the vault into the file chosen, as sealed, and reads it back. */
  'backups.make': {
    host: 'engine',
    who: 'worker',
    aside: true,
    input: z.strictObject({ act: actName }),
    output: backup,
    failures: [
      ...read,
      'cancelled',
      ...storeFailures,
      'no-permission',
      'backup-inside-vault',
      'backup-place-missing',
      'backup-failed',
    ],
  },
  /** Reads a known copy again and compares it, to the byte, with what was written. */
  'backups.verify': {
    host: 'engine',
    who: 'team',
    aside: true,
    input: z.strictObject({ act: actName, id: z.uuid() }),
    output: nothing,
    failures: [
      ...read,
      'cancelled',
      'not-found',
      'backup-missing',
      'backup-unreadable',
      'backup-damaged',
      'no-permission',
    ],
  },
  'backups.chooseExisting': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: ['cancelled'],
  },
  /**
   * Restores a copy beside the vault, opens it, verifies all of it, says what it holds, removes it. Without an id, the file chosen.
   * What the vault holds now is told beside. `backup-of-other`: it opens, and is the copy of another vault.
   */
  'backups.rehearse': {
    host: 'engine',
    who: 'team',
    aside: true,
    input: z.strictObject({ act: actName, id: z.uuid().optional(), secret: copySecret }),
    output: z.strictObject({ copy: holding, today: holding }),
    failures: [
      ...read,
      'cancelled',
      'not-found',
      'wrong-passphrase',
      'recovery-words-invalid',
      'recovery-words-other',
      'backup-of-other',
      ...unreadableBackup,
      ...fileFailures,
    ],
  },
  /** Takes a copy off the list; its file, if there is one, stays. */
  'backups.forget': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ id: z.uuid() }),
    output: nothing,
    failures: [...read, ...storeFailures, 'not-found'],
  },
  'restore.chooseFolder': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: ['cancelled'],
  },
  /** Rebuilds a vault from the copy chosen into the folder chosen. It stays closed, and the vault in use the same. */
  'restore.run': {
    host: 'engine',
    who: 'anyone',
    aside: true,
    input: z.strictObject({ act: actName, secret: copySecret }),
    output: z.strictObject({ lastSavedAt: z.string().nullable() }),
    failures: [
      'cancelled',
      'wrong-passphrase',
      'recovery-words-invalid',
      'recovery-words-other',
      ...unreadableBackup,
      'already-exists',
      'vault-missing',
      ...fileFailures,
    ],
  },
  /** The restored vault becomes the one to open. */
  'restore.adopt': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: place,
    failures: [],
  },
} as const
