import { tidyColumns, type TidyTable } from '#core/statistics/report/tidy'
import { periodName } from '#core/statistics/text/fr/format'
import { packageText as text } from '#core/statistics/text/fr/workbook'

/** `datapackage.json`: what each CSV file is, column by column (Frictionless Data Package v1, tabular). */
export function dataPackage(period: string, tables: readonly TidyTable[]): Uint8Array {
  const descriptor = {
    profile: 'tabular-data-package',
    name: `filigrane-${period.toLowerCase()}`,
    title: text.title(periodName(period)),
    description: text.description,
    resources: tables.map(({ name, title, rows }) => ({
      profile: 'tabular-data-resource',
      name: resourceName(name),
      title,
      path: `${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ';', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: fieldsOf(rows),
        missingValues: ['', 'x'],
        primaryKey: ['period', 'attribute', 'code', 'measure'],
      },
    })),
  }
  return Buffer.from(`${JSON.stringify(descriptor, null, 2)}\n`)
}

/** Lower case, digits and hyphens only, as the standard asks. */
const resourceName = (name: string): string =>
  name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)

function fieldsOf(rows: TidyTable['rows']) {
  const isDecimal = rows.some(({ measure }) => measure.endsWith('hours'))
  return tidyColumns.map((name) => ({
    name,
    ...text.fields[name],
    ...(name === 'value' ? { type: isDecimal ? 'number' : 'integer' } : { type: 'string' }),
    ...constraintsOf(name),
  }))
}

function constraintsOf(name: (typeof tidyColumns)[number]): { constraints?: object } {
  if (name === 'value') return { constraints: { minimum: 0 } }
  if (name === 'obs_status') return { constraints: { required: true, enum: ['A', 'Q'] } }
  if (name === 'conf_status') return { constraints: { required: true, enum: ['F', 'C'] } }
  return { constraints: { required: true } }
}
