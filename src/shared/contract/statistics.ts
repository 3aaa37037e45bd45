import * as z from 'zod'
import { code, day, line } from '#core/caseload/fields'
import { storeFailures } from '#core/database'
import { explorationFilter } from '#core/statistics/measures/meetings'

/** A calendar quarter `2026-Q3`, or a calendar year `2026`. */
export const period = z.string().regex(/^\d{4}(-Q[1-4])?$/)

export const attribute = z.enum([
  'kind',
  'themeGroup',
  'theme',
  'gender',
  'ageBand',
  'outcome',
  'sector',
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

/**
 * Why a line of the preview is as it is: shown alone; merged because its first code, or what would remain after it, has
 * too few persons; merged for not being alone in every published quarter; withheld for want of persons altogether.
 * For the worker's eyes: a reason says more than its line, and must never leave the laptop.
 */
export const explanation = z.strictObject({
  attribute,
  within: code.nullable(),
  codes: z.array(z.string()).min(1),
  reason: z.enum(['alone', 'first-too-few', 'rest-too-few', 'not-alone-every-quarter', 'too-few']),
})
export type Explanation = z.infer<typeof explanation>

/** What the self-check went through. Stays in the laptop too: the number of worlds depends on what is hidden. */
export const selfCheck = z.strictObject({ lines: z.int(), merged: z.int(), replayedWorlds: z.int() })

/** The entry of the anonymization register (A-2.1, r. 0.1), in the French words it was sealed with. */
export const registerEntry = z.strictObject({
  sequence: z.int(),
  period,
  publishedAt: z.string(),
  purpose: z.string(),
  approver: z.string(),
  techniques: z.array(z.string()),
  analyses: z.array(
    z.strictObject({
      risk: z.enum(['individualization', 'correlation', 'inference']),
      before: z.string(),
      after: z.string(),
    }),
  ),
  residualRisk: z.string(),
  /** Words of the approver about it, or nothing. Like purpose and approver, they never leave with the release. */
  residualNote: z.string(),
  /** Local day: the risk is assessed again by then. */
  reassessOn: z.string(),
  hash: z.string(),
})
export type RegisterEntry = z.infer<typeof registerEntry>

/** The two presets of k: five persons, or eleven. */
export const threshold = z.literal([5, 11])
/** The codes of an attribute in their public order, the residual one last; for `theme`, those of one group. */
export const publicOrder = z.strictObject({ attribute, within: code.nullable(), codes: z.array(code).min(1) })
export type PublicOrder = z.infer<typeof publicOrder>

export const catalogueView = z.strictObject({
  year: z.int(),
  k: z.int(),
  base: z.int(),
  /** Fixed for ever: adopted, or used by a first closing. */
  fixed: z.boolean(),
  orders: z.array(
    z.strictObject({
      attribute,
      within: code.nullable(),
      entries: z.array(z.strictObject({ code: z.string(), label: z.string() })),
    }),
  ),
})
export type CatalogueView = z.infer<typeof catalogueView>

const calendarYear = z.int().min(2000).max(2999)
const catalogueDraft = z.strictObject({
  year: calendarYear,
  k: threshold,
  orders: z.array(publicOrder).max(100),
})

const exactRow = z.strictObject({ code: z.string(), contacts: z.int(), persons: z.int() })

const read = ['vault-locked'] as const
export const refusals = [
  'period-open',
  'already-published',
  'ledger-altered',
  'year-incomplete',
  'nothing-to-publish',
  /** Fewer than k persons in every quarter of the year: the quarters say « x », the year nothing. */
  'too-few-persons',
  /** Today is before the last release. */
  'clock-moved-back',
  /** What would have left did not hold when attacked: a bug of the program, and nothing leaves. */
  'self-check-failed',
] as const

export const statisticsCommands = {
  /** Exact figures, for inside the laptop only. Days are inclusive; the filter is about contacts alone. */
  'statistics.explore': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ from: day, to: day, filter: explorationFilter.optional() }),
    output: z.strictObject({
      contacts: z.int(),
      persons: z.int(),
      unidentified: z.int(),
      minutes: z.int(),
      referrals: z.int(),
      incidents: z.int(),
      /** The library's visits of the whole months asked that somebody entered; null when none. */
      visits: z.int().nullable(),
      /** Over those months only. */
      incidentsPerThousandVisits: z.number().nullable(),
      tables: z.array(z.strictObject({ attribute: z.string(), rows: z.array(exactRow) })),
      months: z.array(z.strictObject({ month: z.string(), contacts: z.int(), persons: z.int() })),
    }),
    failures: [...read, 'period-reversed'],
  },
  'releases.list': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.strictObject({
      intact: z.boolean(),
      periods: z.array(
        z.strictObject({ period, state: z.enum(['open', 'closable', 'published']), lastDay: day }),
      ),
      ledger: z.array(registerEntry),
    }),
    failures: read,
  },
  'releases.preview': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ period }),
    output: releasePreview.extend({ explanations: z.array(explanation), selfCheck }),
    failures: [...read, ...refusals],
  },
  /** The folder into which the release's own folder will be written. */
  'releases.chooseFolder': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: ['cancelled', 'trial-only'],
  },
  /** Closes the period, writes the release folder and its ledger entry. Nothing half written remains after a failure. */
  'releases.publish': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({
      period,
      purpose: line.min(1),
      approver: line.min(1),
      passphrase: z.string().min(1).max(1000),
      /** Left out: a year after publication. */
      reassessOn: day.optional(),
      residualNote: line.optional(),
    }),
    output: z.strictObject({
      folder: z.string(),
      files: z.array(z.string()),
      hash: z.string(),
      selfCheck: selfCheck.nullable(),
    }),
    failures: [
      ...read,
      ...refusals,
      ...storeFailures,
      'wrong-passphrase',
      'reassessment-past',
      'no-folder',
      'folder-not-empty',
      'no-permission',
      'write-failed',
      'printing-failed',
    ],
  },
  /** Asks where the internal register goes; never beside the releases unless the worker goes there herself. */
  'releases.chooseRegisterFile': {
    host: 'main',
    who: 'anyone',
    input: z.void(),
    output: z.strictObject({ name: z.string() }),
    failures: ['cancelled', 'trial-only'],
  },
  /** Writes the whole register as a PDF into the file chosen, which it replaces: for the organization, with purposes and approvers. */
  'releases.printRegister': {
    host: 'engine',
    who: 'team',
    input: z.void(),
    output: z.strictObject({ file: z.string() }),
    failures: [
      ...read,
      'ledger-altered',
      'nothing-to-publish',
      'no-folder',
      'folder-not-empty',
      'no-permission',
      'disk-full',
      'write-failed',
      'printing-failed',
    ],
  },
  'catalogue.read': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ year: calendarYear }),
    output: catalogueView,
    failures: read,
  },
  /** The order for a year, learnt from nothing but the release of the year before; `basis` is that release, if any. */
  'catalogue.propose': {
    host: 'engine',
    who: 'team',
    input: z.strictObject({ year: calendarYear }),
    output: z.strictObject({ basis: period.nullable(), k: z.int(), orders: z.array(publicOrder) }),
    failures: read,
  },
  /** How many lines of a year's release would be codes shown alone, on invented caseloads of several sizes. */
  'catalogue.simulate': {
    host: 'engine',
    who: 'team',
    input: catalogueDraft,
    output: z.strictObject({
      sizes: z.array(
        z.strictObject({
          persons: z.int(),
          contacts: z.int(),
          /** Codes of the year's five tables and of the quarters' one, and how many are shown alone (mean). */
          codes: z.number(),
          alone: z.number(),
        }),
      ),
    }),
    failures: [...read, 'catalogue-invalid'],
  },
  /** Fixes a year's catalogue for ever, before its first closing. */
  'catalogue.adopt': {
    host: 'engine',
    who: 'team',
    input: catalogueDraft,
    output: catalogueView,
    failures: [...read, ...storeFailures, 'catalogue-fixed', 'catalogue-invalid'],
  },
} as const
