import type { Catalogue } from './catalogue.ts'
import type { QuarterFacts, WorkFacts } from './facts.ts'

/**
 * `hours` of contacts; `aid-given` by item; `work-hours` and `agreed-hours` by part of the mandate; `staff-support` by
 * kind; `group-activities` and `group-headcount`; the library's `visits`.
 */
export type ExactFigure = { measure: ExactMeasure; code: string | null; value: number }
export const exactMeasures = [
  'hours',
  'aid-given',
  'work-hours',
  'agreed-hours',
  'staff-support',
  'group-activities',
  'group-headcount',
  'visits',
] as const
export type ExactMeasure = (typeof exactMeasures)[number]

/** What is not about persons, of quarters of which something may be said: sums, never rounded. */
export function exactOf(published: readonly QuarterFacts[], catalogue: Catalogue): ExactFigure[] {
  const minutes = published.reduce((sum, quarter) => sum + quarter.minutes, 0)
  const given = catalogue.aidItem.map(({ code }, place) => ({
    measure: 'aid-given' as const,
    code,
    value: published.reduce((sum, quarter) => sum + (quarter.aid[place] ?? 0), 0),
  }))
  return [
    { measure: 'hours', code: null, value: toHours(minutes) },
    ...given.filter(({ value }) => value > 0),
    ...workOf(
      published.flatMap(({ work }) => work ?? []),
      catalogue,
    ),
  ]
}

/** What nobody recorded is not said to be nothing: it is not said. */
function workOf(work: readonly WorkFacts[], { staffSupport }: Catalogue): ExactFigure[] {
  const total = (of: (quarter: WorkFacts) => number) => work.reduce((sum, quarter) => sum + of(quarter), 0)
  const parts = (['library', 'outside'] as const).flatMap((code): ExactFigure[] => [
    { measure: 'work-hours', code, value: toHours(total((quarter) => quarter[code].minutes)) },
    { measure: 'agreed-hours', code, value: toHours(total((quarter) => quarter[code].agreed)) },
  ])
  const isWorkRecorded = work.some(({ library, outside }) => library.minutes + outside.minutes > 0)
  const others: ExactFigure[] = [
    ...staffSupport.map(({ code }, place) => ({
      measure: 'staff-support' as const,
      code,
      value: total((quarter) => quarter.staffSupport[place] ?? 0),
    })),
    { measure: 'group-activities', code: null, value: total(({ groups }) => groups) },
    { measure: 'group-headcount', code: null, value: total(({ groupHeadcount }) => groupHeadcount) },
    { measure: 'visits', code: null, value: total(({ visits }) => visits ?? 0) },
  ]
  return [...(isWorkRecorded ? parts : []), ...others.filter(({ value }) => value > 0)]
}

const toHours = (minutes: number): number => Math.round((minutes * 100) / 60) / 100
