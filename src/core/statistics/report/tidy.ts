import * as z from 'zod'
import type { Catalogue } from '../disclosure/catalogue.ts'
import type { Release } from '../disclosure/export.ts'
import { reportText } from '../text/fr/report.ts'
import {
  aidOf,
  countedBy,
  groupLabel,
  hoursOf,
  linesOf,
  othersOf,
  supportOf,
  type ExactLine,
} from './lines.ts'

/**
 * One observation a row (SDMX words): `obs_status` is A for a value, Q for one withheld; `conf_status` is F for free, C
 * for confidential. A merged line names its codes joined by `+`.
 */
export const tidyRow = z.strictObject({
  period: z.string(),
  attribute: z.string(),
  code: z.string(),
  label: z.string(),
  measure: z.string(),
  value: z.string(),
  obs_status: z.enum(['A', 'Q']),
  conf_status: z.enum(['F', 'C']),
})
export type TidyRow = z.infer<typeof tidyRow>
export const tidyColumns = tidyRow.keyof().options

/** The file of a table: its name says the attribute, and the theme group when there is one. */
export type TidyTable = { name: string; title: string; rows: TidyRow[] }

/** A table per attribute, and one for the totals. */
export function tidyTables(release: Release, catalogue: Catalogue): TidyTable[] {
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
    ...othersOf(release).map(({ code, label, measure, value }) => row('total', code, label, measure, value)),
  ]
  const exact = (attribute: string, measure: string, lines: readonly ExactLine[]) =>
    lines.map(({ code, label, value }) => row(attribute, code, label, measure, value))
  const hours = hoursOf(release)
  return [
    { name: 'total', title: reportText.totalsTitle, rows: overall },
    ...release.tables.map((table) => {
      const group = groupLabel(table, catalogue)
      const attribute = table.within === null ? table.attribute : `${table.attribute}/${table.within}`
      return {
        name: table.within === null ? table.attribute : `${table.attribute}-${table.within}`,
        title: group ?? reportText.titles[table.attribute],
        rows: linesOf(table, catalogue).map(({ code, label, value }) =>
          row(
            attribute,
            code,
            group === null ? label : `${group} · ${label}`,
            countedBy(table.attribute),
            value,
          ),
        ),
      }
    }),
    ...[
      {
        name: 'workPart',
        title: reportText.hoursTitle,
        rows: [
          ...exact('workPart', 'work-hours', hours),
          ...exact(
            'workPart',
            'agreed-hours',
            hours.map((line) => ({ ...line, value: line.agreed })),
          ),
        ],
      },
      {
        name: 'staffSupport',
        title: reportText.supportTitle,
        rows: exact('staffSupport', 'staff-support', supportOf(release, catalogue)),
      },
      {
        name: 'aidItem',
        title: reportText.aidTitle,
        rows: exact('aidItem', 'aid-given', aidOf(release, catalogue)),
      },
    ].filter(({ rows }) => rows.length > 0),
  ]
}
