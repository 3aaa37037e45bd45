import * as z from 'zod'
import { importField, importKind, mapping, refusalReasons } from '#core/import/mapping'
import { storeFailures } from '#core/database'
import { actName } from './long-acts.ts'

/** How many of the refused rows are told one by one. */
export const shownIssues = 200

const counts = z.strictObject({
  added: z.int(),
  /** Already in the vault. */
  present: z.int(),
  refused: z.int(),
  /** Persons no alias of the vault names yet. */
  newPeople: z.int(),
})

/** Why a file is not read, or read no further. Nothing was written. */
const unreadable = [
  'import-no-file',
  'import-unreadable',
  'import-too-large',
  'import-format',
  'import-encoding',
  'import-malformed',
  'import-too-deep',
  'import-empty',
  'import-too-many-rows',
  'import-too-many-columns',
  'import-archive-suspicious',
] as const

export const importCommands = {
  /** The window learns the file's name alone: the engine reads it. */
  'import.chooseFile': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: ['cancelled'],
  },
  /** A dry run: reads the file chosen, writes nothing. Without a mapping, the likeliest one. */
  'import.preview': {
    host: 'engine',
    who: 'worker',
    aside: true,
    input: z.strictObject({ act: actName, kind: importKind, mapping: mapping.optional() }),
    output: z.strictObject({
      name: z.string(),
      /** `hsds`: its columns are the fields themselves, whatever the mapping would say. */
      format: z.enum(['csv', 'xlsx', 'hsds']),
      /** A few values of each column, as written. */
      columns: z.array(z.strictObject({ heading: z.string(), samples: z.array(z.string()) })),
      mapping,
      counts,
      /** The first refused rows, one entry for each reason. */
      issues: z.array(
        z.strictObject({
          line: z.int(),
          reason: z.enum(refusalReasons),
          field: importField,
          value: z.string(),
          suggestion: z.string().nullable(),
        }),
      ),
      /** Of the file's bytes: what was shown is what is imported. */
      fingerprint: z.string(),
    }),
    failures: ['vault-locked', 'cancelled', ...unreadable, 'transaction-too-large'],
  },
  /** Adds what the dry run said, in one act to undo, of many short steps: given up before its end, it wrote nothing. */
  'import.apply': {
    host: 'engine',
    who: 'worker',
    input: z.strictObject({ act: actName, kind: importKind, mapping, fingerprint: z.string().max(100) }),
    output: counts,
    failures: [
      'vault-locked',
      'cancelled',
      ...storeFailures,
      ...unreadable,
      'import-changed',
      'import-refused',
      'transaction-too-large',
    ],
  },
} as const
