import { orderOf, type Catalogue, type Entry, type TableAttribute } from '../disclosure/catalogue.ts'
import type { ExactMeasure } from '../disclosure/exact.ts'
import type { Release, Table } from '../disclosure/export.ts'
import { reportText } from '../text/fr/report.ts'

/** A published line in words: what a table, a chart and a CSV row have in common. */
export type ReportLine = { code: string; label: string; value: number | null; merged: boolean }

export function linesOf({ attribute, within, rows }: Table, catalogue: Catalogue): ReportLine[] {
  const order = orderOf(catalogue, attribute, within)
  return rows.map(({ codes, value }) => {
    const labels = codes.map((code) => labelIn(order, code))
    return { code: codes.join('+'), label: labelOf(labels, order.length), value, merged: codes.length > 1 }
  })
}

function labelOf(labels: readonly string[], size: number): string {
  const [only] = labels
  if (labels.length === 1 && only !== undefined) return only
  return labels.length === size ? reportText.allMerged : reportText.merged(labels)
}

type Exact = Pick<Release, 'exact'>

/** An exact figure in words. */
export type ExactLine = { code: string; label: string; value: number }

/** Aid given, most first. */
export const aidOf = (release: Exact, { aidItem }: Catalogue): ExactLine[] =>
  exactLines(release, 'aid-given', aidItem)

/** Staff support by kind, most first. */
export const supportOf = (release: Exact, { staffSupport }: Catalogue): ExactLine[] =>
  exactLines(release, 'staff-support', staffSupport)

function exactLines({ exact }: Exact, measure: ExactMeasure, order: readonly Entry[]): ExactLine[] {
  return exact
    .filter((figure) => figure.measure === measure)
    .flatMap(({ code, value }) => (code === null ? [] : [{ code, label: labelIn(order, code), value }]))
    .toSorted((a, b) => b.value - a.value)
}

/** Hours worked beside those agreed on, by part of the mandate; none when nobody recorded any. */
export function hoursOf({ exact }: Exact): (ExactLine & { agreed: number })[] {
  const valueOf = (measure: ExactMeasure, part: string) =>
    exact.find((figure) => figure.measure === measure && figure.code === part)?.value
  return (['library', 'outside'] as const).flatMap((code) => {
    const value = valueOf('work-hours', code)
    const agreed = valueOf('agreed-hours', code)
    return value === undefined || agreed === undefined
      ? []
      : [{ code, label: reportText.parts[code], value, agreed }]
  })
}

/** Exact figures that stand alone, in the order of their text. */
export function othersOf({ exact }: Exact): (ExactLine & { measure: ExactMeasure })[] {
  return (['group-activities', 'group-headcount', 'visits'] as const).flatMap((measure) => {
    const found = exact.find((figure) => figure.measure === measure)
    return found === undefined
      ? []
      : [{ code: 'all', measure, label: reportText.others[measure], value: found.value }]
  })
}

export type Counted = 'contacts' | 'incidents' | 'referrals'

/** What the lines of a table count. */
export function countedBy(attribute: TableAttribute): Counted {
  if (attribute === 'incidentIntensity') return 'incidents'
  return attribute === 'outcome' || attribute === 'sector' ? 'referrals' : 'contacts'
}

/** The words of a group a table details; null for a table of the whole. */
export const groupLabel = ({ within }: Table, { themeGroup }: Catalogue): string | null =>
  within === null ? null : labelIn(themeGroup, within)

/** Codes come from the catalogue; another one here would be a bug, and must not pass. */
function labelIn(order: readonly Entry[], code: string): string {
  const found = order.find((entry) => entry.code === code)
  if (found === undefined) throw new Error('a release names a code its catalogue does not have')
  return found.label
}
