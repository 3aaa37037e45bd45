import { failed, ok, type Result } from '../../result.ts'
import { orderOf, type Catalogue, type Entry, type TableAttribute } from './catalogue.ts'
import type { Release } from './export.ts'

/** The codes of one attribute (for `theme`, of one group) in a public order, the residual one last. */
export type PublicOrder = { attribute: TableAttribute; within: string | null; codes: string[] }

const plainAttributes = [
  'kind',
  'themeGroup',
  'gender',
  'ageBand',
  'outcome',
  'sector',
  'incidentIntensity',
] as const

/** Every order of a catalogue, with the published words. */
export function ordersOf(
  catalogue: Catalogue,
): { attribute: TableAttribute; within: string | null; entries: Entry[] }[] {
  const entriesOf = (attribute: TableAttribute, within: string | null) => ({
    attribute,
    within,
    entries: orderOf(catalogue, attribute, within).map(({ code, label }) => ({ code, label })),
  })
  return [
    ...plainAttributes.map((attribute) => entriesOf(attribute, null)),
    ...catalogue.themeGroup.map(({ code }) => entriesOf('theme', code)),
  ]
}

/** What last year teaches: its catalogue and what it published. */
export type Lesson = { catalogue: Catalogue; release: Release }

/**
 * The orders for a year: the codes last year's release showed alone, most frequent first; then, as they were, those it
 * merged; then the codes that the year's catalogue has and last year's had not; the residual one last. Nothing but the
 * release and the two public catalogues is read, so the proposal tells nothing that the release does not.
 */
export function proposeOrders(catalogue: Catalogue, lesson: Lesson | null): PublicOrder[] {
  return ordersOf(catalogue).map(({ attribute, within, entries }) => {
    const codes = entries.map(({ code }) => code)
    const residual = codes.slice(-1)
    const isOrdered = (code: string) => codes.includes(code) && !residual.includes(code)
    const known = (lesson === null ? [] : learntOrder(lesson, attribute, within)).filter(isOrdered)
    const added = codes.filter((code) => isOrdered(code) && !known.includes(code))
    return { attribute, within, codes: [...known, ...added, ...residual] }
  })
}

/** Last year's codes: those shown alone, most frequent first, then the others in last year's order: its residual one is last, however frequent. */
function learntOrder(
  { catalogue, release }: Lesson,
  attribute: TableAttribute,
  within: string | null,
): string[] {
  const table = release.tables.find((made) => made.attribute === attribute && made.within === within)
  const alone = (table?.rows ?? [])
    .filter((row) => row.codes.length === 1 && row.value !== null)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .flatMap((row) => row.codes)
  const codes = orderOf(catalogue, attribute, within).map(({ code }) => code)
  const residual = codes.slice(-1)
  return [...new Set([...alone.filter((code) => !residual.includes(code)), ...codes])]
}

/** The same catalogue in other orders: each code once, no other code, the residual one still last. */
export function reordered(
  catalogue: Catalogue,
  orders: readonly PublicOrder[],
): Result<Catalogue, 'catalogue-invalid'> {
  const current = ordersOf(catalogue)
  const isComplete =
    orders.length === current.length &&
    current.every(({ attribute, within, entries }) => {
      const codes = codesFor(orders, attribute, within)
      return (
        codes.length === entries.length &&
        entries.every(({ code }) => codes.includes(code)) &&
        codes.at(-1) === entries.at(-1)?.code
      )
    })
  if (!isComplete) return failed('catalogue-invalid')
  const sorted = <E extends { code: string }>(
    entries: readonly E[],
    attribute: TableAttribute,
    within: string | null = null,
  ): E[] => {
    const codes = codesFor(orders, attribute, within)
    return entries.toSorted((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code))
  }
  return ok({
    ...catalogue,
    kind: sorted(catalogue.kind, 'kind'),
    themeGroup: sorted(catalogue.themeGroup, 'themeGroup').map((group) => ({
      ...group,
      themes: sorted(group.themes, 'theme', group.code),
    })),
    gender: sorted(catalogue.gender, 'gender'),
    ageBand: sorted(catalogue.ageBand, 'ageBand'),
    outcome: sorted(catalogue.outcome, 'outcome'),
    sector: sorted(catalogue.sector, 'sector'),
    incidentIntensity: sorted(catalogue.incidentIntensity, 'incidentIntensity'),
  })
}

const codesFor = (
  orders: readonly PublicOrder[],
  attribute: TableAttribute,
  within: string | null,
): readonly string[] =>
  orders.find((order) => order.attribute === attribute && order.within === within)?.codes ?? []
