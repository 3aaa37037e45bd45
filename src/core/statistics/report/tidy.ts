import type { Catalogue } from '../disclosure/catalogue.ts'
import type { Release } from '../disclosure/export.ts'
import { reportText } from '../text/fr/report.ts'
import { aidOf, countedBy, groupLabel, linesOf } from './lines.ts'

/**
 * One observation a row (SDMX words): `obs_status` is A for a value, Q for one withheld; `conf_status` is F for free, C
 * for confidential. A merged line names its codes joined by `+`.
 */
export type TidyRow = {
  period: string
  attribute: string
  code: string
  label: string
  measure: string
  value: string
  obs_status: 'A' | 'Q'
  conf_status: 'F' | 'C'
}
export const tidyColumns = [
  'period',
  'attribute',
  'code',
  'label',
  'measure',
  'value',
  'obs_status',
  'conf_status',
] as const satisfies readonly (keyof TidyRow)[]

/** A file per table, and one for the totals; names say the attribute, and the theme group when there is one. */
export function tidyTables(release: Release, catalogue: Catalogue): { name: string; rows: TidyRow[] }[] {
  const row = (
    attribute: string,
    code: string,
    label: string,
    measure: string,
    value: number | null,
  ): TidyRow => ({
    period: release.period,
    attribute,
    code,
    label,
    measure,
    value: value === null ? reportText.withheld : String(value),
    obs_status: value === null ? 'Q' : 'A',
    conf_status: value === null ? 'C' : 'F',
  })
  const { totals } = reportText
  const overall = [
    row('total', 'all', totals.contacts, 'contacts', release.total),
    ...(release.persons === null ? [] : [row('total', 'all', totals.persons, 'persons', release.persons)]),
    ...release.exact
      .filter(({ measure }) => measure === 'hours')
      .map(({ value }) => row('total', 'all', totals.hours, 'hours', value)),
  ]
  const aid = aidOf(release, catalogue).map(({ code, label, value }) =>
    row('aidItem', code, label, 'aid-given', value),
  )
  return [
    { name: 'total', rows: overall },
    ...release.tables.map((table) => {
      const group = groupLabel(table, catalogue)
      const attribute = table.within === null ? table.attribute : `${table.attribute}/${table.within}`
      return {
        name: table.within === null ? table.attribute : `${table.attribute}-${table.within}`,
        rows: linesOf(table, catalogue).map(({ code, label, value }) =>
          row(attribute, code, group === null ? label : `${group} · ${label}`, countedBy(table), value),
        ),
      }
    }),
    ...(aid.length > 0 ? [{ name: 'aidItem', rows: aid }] : []),
  ]
}
