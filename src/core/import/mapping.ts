import * as z from 'zod'
import type { Steps } from '../steps.ts'

/** What a row of contacts may say. */
export const contactImportFields = [
  'date',
  'time',
  'people',
  'unidentifiedCount',
  'kinds',
  'themes',
  'place',
  'durationMinutes',
  'mandateAxis',
  'initiative',
  'crisis',
  'aidGiven',
  'note',
] as const
/** What a row of resources may say. `status` is read only to leave closed services out. */
export const resourceImportFields = [
  'organization',
  'service',
  'sector',
  'phone',
  'pivotContact',
  'eligibility',
  'hours',
  'languages',
  'address',
  'website',
  'taxonomyCode',
  'lastCheckedOn',
  'status',
  'note',
] as const

export const importField = z.enum([...new Set([...contactImportFields, ...resourceImportFields])])
export type ImportField = z.infer<typeof importField>

export const importKind = z.enum(['contacts', 'resources'])
export type ImportKind = z.infer<typeof importKind>

export const fieldsOf = {
  contacts: contactImportFields,
  resources: resourceImportFields,
} as const satisfies Record<ImportKind, readonly ImportField[]>

/** More columns than any notebook has; beyond, the file is refused. */
export const maximumColumns = 500

/** Where the text of a field comes from: a column, or one text for every row. */
const source = z.union([
  z.strictObject({
    column: z
      .int()
      .min(0)
      .max(maximumColumns - 1),
  }),
  z.strictObject({ value: z.string().max(200) }),
])
export type Source = z.infer<typeof source>

export const mapping = z.strictObject({
  fields: z.partialRecord(importField, source),
  /** How `03/04/2026` reads. Year-first dates and written months need no such choice. */
  dateOrder: z.enum(['day-first', 'month-first']),
})
export type Mapping = z.infer<typeof mapping>

/** A file once read: headings, then rows of text. Columns are known by their place: headings may repeat or be hostile. */
export interface ImportTable {
  headings: readonly string[]
  rows: readonly ImportRow[]
}
export interface ImportRow {
  /** As a spreadsheet numbers it: the headings are line 1. */
  line: number
  cells: readonly string[]
  /** Places of the cells that hold a formula: their text is only what some program last computed. */
  formulas?: readonly number[]
}

/** Why a row is left out. */
export const refusalReasons = [
  'missing-value',
  'unknown-value',
  'not-valid-then',
  'bad-date',
  'bad-time',
  'bad-number',
  'bad-duration',
  'in-the-future',
  'before-mandate',
  'too-long',
  'too-many',
  'formula',
  'nobody-met',
  'ambiguous-person',
  'closed-service',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export interface Refusal {
  reason: RefusalReason
  field: ImportField
  /** What the cell says, cut short. */
  value: string
  /** The nearest value of the list. */
  suggestion: string | null
}

export interface Plan<R> {
  rows: readonly { line: number; outcome: Outcome<R> }[]
}
export type Outcome<R> =
  | { type: 'add'; record: R }
  | { type: 'present' }
  | { type: 'refused'; refusals: readonly Refusal[] }

/** Letters of the texts to be added: at least as many bytes as the transaction will hold. */
export function lettersOf({ rows }: Plan<unknown>): number {
  return rows.reduce((sum, { outcome }) => sum + (outcome.type === 'add' ? lettersIn(outcome.record) : 0), 0)
}

function lettersIn(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((sum, part) => sum + lettersIn(part), 0)
}

/** What would become of each row, one a step. */
export function* planRows<R>(
  { rows }: ImportTable,
  outcomeOf: (row: ImportRow) => Outcome<R>,
): Steps<Plan<R>> {
  const planned: { line: number; outcome: Outcome<R> }[] = []
  for (const row of rows) {
    planned.push({ line: row.line, outcome: outcomeOf(row) })
    yield { done: planned.length, total: rows.length }
  }
  return { rows: planned }
}

/** A parser of the text of one field; null when it is not such a thing. */
export type Parser<T> = (text: string) => T | null

const shownLength = 80

/** What a row says, field by field, remembering each reason to refuse it. */
export interface RowReader {
  text(field: ImportField): string
  refuse(field: ImportField, reason: RefusalReason, value?: string, suggestion?: string | null): void
  refusals: readonly Refusal[]
}

export function rowReader(row: ImportRow, { fields }: Mapping): RowReader {
  const refusals: Refusal[] = []
  const refuse: RowReader['refuse'] = (field, reason, value = '', suggestion = null) => {
    refusals.push({ reason, field, value: clip(value), suggestion })
  }
  return {
    refusals,
    refuse,
    text(field) {
      const from = fields[field]
      if (!from) return ''
      if ('value' in from) return from.value.trim().toWellFormed()
      const text = (row.cells[from.column] ?? '').trim().toWellFormed()
      if (row.formulas?.includes(from.column)) refuse(field, 'formula', text)
      return text
    },
  }
}

const clip = (text: string): string =>
  text.length > shownLength ? `${text.slice(0, shownLength).toWellFormed()}…` : text
