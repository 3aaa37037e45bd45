import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { defaultCatalogue } from '#core/statistics/disclosure/catalogue'
import type { Release } from '#core/statistics/disclosure/export'
import { tidyTables } from '#core/statistics/report/tidy'
import { toCsv } from './csv.ts'
import { dataPackage } from './data-package.ts'

/** The rules of Frictionless Data Package v1 (tabular) that this descriptor must keep, written anew. */
const name = z.string().regex(/^[-a-z0-9._]+$/u)
const constraints = z.strictObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  minimum: z.number().optional(),
  enum: z.array(z.string()).min(1).optional(),
})
const field = z.strictObject({
  name: z.string().min(1),
  title: z.string().min(1),
  description: z.string().min(1),
  type: z.enum(['string', 'number', 'integer', 'boolean', 'date', 'year']),
  constraints: constraints.optional(),
})
const resource = z.strictObject({
  profile: z.literal('tabular-data-resource'),
  name,
  title: z.string().min(1),
  // a relative path inside the package, never up or absolute
  path: z.string().regex(/^(?!\/)(?!.*\.\.)[^\\]+\.csv$/u),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  dialect: z.strictObject({
    delimiter: z.string().length(1),
    lineTerminator: z.literal('\r\n'),
    quoteChar: z.literal('"'),
    doubleQuote: z.literal(true),
    header: z.literal(true),
  }),
  schema: z.strictObject({
    fields: z.array(field).min(1),
    missingValues: z.array(z.string()),
    primaryKey: z.array(z.string()).min(1),
  }),
})
const descriptor = z.strictObject({
  profile: z.literal('tabular-data-package'),
  name,
  title: z.string().min(1),
  description: z.string().min(1),
  resources: z.array(resource).min(1),
})
type Resource = z.infer<typeof resource>

/** Every breach of the schema in the rows of a file. */
function breaches({ schema, dialect }: Resource, csv: Uint8Array): string[] {
  const [head = [], ...rows]: string[][] = parse(Buffer.from(csv), {
    bom: true,
    delimiter: dialect.delimiter,
  })
  const names = schema.fields.map((field) => field.name)
  const keys = rows.map((row) => schema.primaryKey.map((key) => row[names.indexOf(key)]).join('\n'))
  return [
    ...(JSON.stringify(head) === JSON.stringify(names) ? [] : ['header']),
    ...(new Set(keys).size === keys.length ? [] : ['primaryKey']),
    ...schema.primaryKey.filter((key) => !names.includes(key)),
    ...rows.flatMap((row) =>
      schema.fields.flatMap((field, at) => cellBreaches(field, row[at] ?? '', schema.missingValues)),
    ),
  ]
}

function cellBreaches(
  { name, type, constraints = {} }: z.infer<typeof field>,
  cell: string,
  missing: string[],
) {
  if (missing.includes(cell)) return constraints.required === true ? [`${name} is required`] : []
  if (type === 'integer' && !/^-?\d+$/u.test(cell)) return [`${name}: ${cell} is no integer`]
  if (type === 'number' && !/^-?\d+(\.\d+)?$/u.test(cell)) return [`${name}: ${cell} is no number`]
  if (constraints.minimum !== undefined && Number(cell) < constraints.minimum) return [`${name} too small`]
  return constraints.enum?.includes(cell) === false ? [`${name}: ${cell} is not allowed`] : []
}

const catalogue = defaultCatalogue(2026)
const release: Release = {
  period: '2026-Q2',
  total: 150,
  persons: null,
  tables: [
    {
      period: '2026-Q2',
      attribute: 'themeGroup',
      within: null,
      rows: [
        { codes: ['housing'], value: 60 },
        { codes: ['mental-health', 'living-conditions'], value: 90 },
      ],
    },
    {
      period: '2026-Q2',
      attribute: 'theme',
      within: 'housing',
      rows: [{ codes: ['housing', 'homelessness'], value: 60 }],
    },
    {
      period: '2026-Q2',
      attribute: 'incidentIntensity',
      within: null,
      rows: [{ codes: ['1', '2', '3', '4'], value: null }],
    },
  ],
  exact: [
    { measure: 'hours', code: null, value: 66.75 },
    { measure: 'aid-given', code: 'socks', value: 12 },
  ],
  k: 5,
  base: 5,
}
const described = (tables: ReturnType<typeof tidyTables>) =>
  descriptor.parse(JSON.parse(Buffer.from(dataPackage('2026-Q2', tables)).toString('utf8')))

describe('the data package', () => {
  const tables = tidyTables(release, catalogue)

  it('keeps the rules of the standard, one resource a file, names once', () => {
    const { name, title, resources } = described(tables)
    expect([name, title]).toEqual([
      'filigrane-2026-q2',
      'Travail de milieu en bibliothèque, 2ᵉ trimestre 2026',
    ])
    expect(resources.map(({ path }) => path)).toEqual(tables.map((table) => `${table.name}.csv`))
    expect(new Set(resources.map((resource) => resource.name)).size).toBe(resources.length)
    for (const { schema } of resources) expect(schema.missingValues).toEqual(['', 'x'])
  })

  it('describes every cell of every file, withheld ones included', () => {
    const { resources } = described(tables)
    for (const [index, table] of tables.entries()) {
      const about = resources[index]
      if (about === undefined) throw new Error('a resource a table')
      expect(breaches(about, toCsv(table.rows))).toEqual([])
    }
  })

  it('would not describe other files', () => {
    const [totals, groups] = tables
    const [, about] = described(tables).resources
    if (totals === undefined || groups === undefined || about === undefined) throw new Error('two tables')
    // hours have decimals, and a line may be there once only
    expect(breaches(about, toCsv(totals.rows))).toContain('value: 66.75 is no integer')
    expect(breaches(about, toCsv([...groups.rows, ...groups.rows]))).toContain('primaryKey')
    const [row] = groups.rows
    if (row === undefined) throw new Error('a row')
    expect(breaches(about, toCsv([{ ...row, code: 'x', value: '-5' }]))).toEqual([
      'code is required',
      // a leading minus would begin a formula: spreadsheets get it as text
      "value: '-5 is no integer",
    ])
  })
})
