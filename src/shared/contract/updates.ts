import * as z from 'zod'
import { nothing, read } from './common.ts'
import { actName } from './long-acts.ts'

const lines = z.array(z.string())

export const updateCommands = {
  'about.read': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ version: z.string() }),
    failures: [],
  },
  /** Whether this program was built with the key of somebody whose updates it takes: without one, it can verify none. */
  'updates.read': {
    host: 'engine',
    who: 'anyone',
    aside: true,
    input: z.void(),
    output: z.strictObject({ hasKey: z.boolean() }),
    failures: [],
  },
  'updates.chooseFile': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: ['cancelled'],
  },
  /** Verifies the file chosen, to its last byte, and keeps a copy of the package it holds. Nothing of it runs. */
  'updates.check': {
    host: 'engine',
    who: 'worker',
    aside: true,
    input: z.strictObject({ act: actName }),
    output: z.strictObject({
      version: z.string(),
      /** Bytes of the package. */
      size: z.int(),
      notes: z.strictObject({ fr: lines, en: lines }),
    }),
    failures: [
      ...read,
      'cancelled',
      'update-key-missing',
      'update-missing',
      'not-an-update',
      'update-truncated',
      'update-altered',
      'update-other-key',
      'update-signature-bad',
      'update-unreadable',
      'update-same-version',
      'update-downgrade',
      'update-other-platform',
      'update-skips-version',
      'update-loses-records',
      'no-permission',
      'disk-full',
      'write-failed',
    ],
  },
  /** The update last checked may be installed: its copy is read again, and so is a copy of the vault made after the check. */
  'updates.prepare': {
    host: 'engine',
    who: 'worker',
    aside: true,
    input: z.strictObject({ act: actName, backup: z.uuid() }),
    output: nothing,
    failures: [
      ...read,
      'cancelled',
      'update-not-ready',
      'update-needs-backup',
      'update-altered',
      'backup-missing',
      'backup-unreadable',
      'backup-damaged',
      'no-permission',
    ],
  },
  /** Locks, hands the package prepared over to the system's installer, and ends the program. The window is gone by then. */
  'updates.install': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: nothing,
    failures: ['update-not-ready', 'update-not-opened'],
  },
} as const
