import * as z from 'zod'
import { code, day, line } from '#core/caseload/fields'
import { storeFailures } from '#core/database'

/** A calendar quarter `2026-Q3`, or a calendar year `2026`. */
export const period = z.string().regex(/^\d{4}(-Q[1-4])?$/)

export const attribute = z.enum([
  'kind',
  'themeGroup',
  'theme',
  'gender',
  'ageBand',
  'outcome',
  'incidentIntensity',
])
export type Attribute = z.infer<typeof attribute>

/** A table as it leaves the laptop: a partition of the contacts of a period along one attribute. */
export const releaseTable = z.strictObject({
  period,
  attribute,
  /** For `theme`, the theme group the table details; null elsewhere. */
  within: code.nullable(),
  rows: z.array(
    z.strictObject({
      /** One code shown alone, or the merged rest. */
      codes: z.array(z.string()).min(1),
      /** Rounded count; null when withheld (`x`). */
      value: z.int().nullable(),
    }),
  ),
})
export type ReleaseTable = z.infer<typeof releaseTable>

export const releasePreview = z.strictObject({
  period,
  /** Rounded total of contacts; null when the period has fewer than k persons (`x`). */
  total: z.int().nullable(),
  /** Rounded distinct persons, yearly releases only. */
  persons: z.int().nullable(),
  tables: z.array(releaseTable),
  /** Counts that are not about persons, exact: hours, aid given. */
  exact: z.array(z.strictObject({ measure: z.string(), code: z.string().nullable(), value: z.number() })),
  k: z.int(),
  base: z.int(),
})
export type ReleasePreview = z.infer<typeof releasePreview>

const exactRow = z.strictObject({ code: z.string(), contacts: z.int(), persons: z.int() })

const read = ['vault-locked'] as const
const refusals = [
  'period-open',
  'already-published',
  'ledger-altered',
  'year-incomplete',
  'nothing-to-publish',
] as const

export const statisticsCommands = {
  /** Exact figures, for inside the laptop only. Days are inclusive. */
  'statistics.explore': {
    host: 'engine',
    input: z.strictObject({ from: day, to: day }),
    output: z.strictObject({
      contacts: z.int(),
      persons: z.int(),
      unidentified: z.int(),
      minutes: z.int(),
      referrals: z.int(),
      incidents: z.int(),
      tables: z.array(z.strictObject({ attribute: z.string(), rows: z.array(exactRow) })),
      months: z.array(z.strictObject({ month: z.string(), contacts: z.int(), persons: z.int() })),
    }),
    failures: [...read, 'period-reversed'],
  },
  'releases.list': {
    host: 'engine',
    input: z.void(),
    output: z.strictObject({
      intact: z.boolean(),
      periods: z.array(
        z.strictObject({ period, state: z.enum(['open', 'closable', 'published']), lastDay: day }),
      ),
      ledger: z.array(
        z.strictObject({
          sequence: z.int(),
          period,
          publishedAt: z.string(),
          purpose: z.string(),
          approver: z.string(),
          hash: z.string(),
        }),
      ),
    }),
    failures: read,
  },
  'releases.preview': {
    host: 'engine',
    input: z.strictObject({ period }),
    output: releasePreview,
    failures: [...read, ...refusals],
  },
  /** The folder into which the release's own folder will be written. */
  'releases.chooseFolder': {
    host: 'main',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: ['cancelled'],
  },
  /** Closes the period, writes the release folder and its ledger entry. Nothing half written remains after a failure. */
  'releases.publish': {
    host: 'engine',
    input: z.strictObject({
      period,
      purpose: line.min(1),
      approver: line.min(1),
      passphrase: z.string().min(1).max(1000),
    }),
    output: z.strictObject({ folder: z.string(), files: z.array(z.string()), hash: z.string() }),
    failures: [
      ...read,
      ...refusals,
      ...storeFailures,
      'wrong-passphrase',
      'no-folder',
      'folder-not-empty',
      'no-permission',
      'printing-failed',
    ],
  },
} as const
