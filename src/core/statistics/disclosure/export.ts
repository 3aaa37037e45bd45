import type { Period } from '../period.ts'
import { orderOf, type Catalogue, type TableAttribute } from './catalogue.ts'
import { cut, standsAlone, type Line, type Partition, type StandsAlone } from './cut.ts'
import { exactOf, type ExactFigure } from './exact.ts'
import {
  leadersOf,
  personsOf,
  referredOf,
  type ContactFact,
  type QuarterFacts,
  type ReferralFact,
} from './facts.ts'
import { roundTo } from './rounding.ts'

/** A partition along one attribute: one line per code shown alone, then the merged rest. */
export type Table = {
  period: Period
  attribute: TableAttribute
  /** For `theme`, the code of the theme group the table details; null elsewhere. */
  within: string | null
  /** Rounded counts; null when withheld (`x`). */
  rows: { codes: string[]; value: number | null }[]
}

export type Release = {
  period: Period
  /** Rounded total of contacts; null when fewer than k persons were met (`x`). */
  total: number | null
  /** Rounded distinct persons of the year; null in a quarter. */
  persons: number | null
  tables: Table[]
  /** Not about persons, exact. Hours have two decimals, which is exact to the minute. */
  exact: ExactFigure[]
  k: number
  base: number
}

/** Enough people to say anything of this quarter? Its contacts otherwise leave every release, the year's included. */
export const isPublishable = ({ contacts }: QuarterFacts, { k }: Catalogue): boolean =>
  personsOf(contacts) >= k

/** A quarter's release: its total, its theme groups, its incidents by intensity. */
export function exportQuarter(
  period: Period,
  facts: QuarterFacts,
  catalogue: Catalogue,
  rule: StandsAlone = standsAlone,
): Release {
  if (!isPublishable(facts, catalogue)) return withheld(period, catalogue)
  const { table } = tabulator(period, catalogue, rule)
  return {
    ...withheld(period, catalogue),
    total: roundTo(catalogue.base, facts.contacts.length),
    tables: [
      table('themeGroup', facts.contacts, (fact) => fact.themeGroup, personsOf),
      // incidents are counted in the place of persons
      table('incidentIntensity', facts.incidents, (fact) => fact.intensity, countOf),
    ],
    exact: exactOf([facts], catalogue),
  }
}

/**
 * A year's release, from its four closed quarters; one with too few persons is left out whole. A theme group has a line
 * of its own, and its themes a table, only where it was shown alone in every published quarter.
 */
export function exportYear(
  period: Period,
  quarters: readonly QuarterFacts[],
  referrals: readonly ReferralFact[],
  catalogue: Catalogue,
  rule: StandsAlone = standsAlone,
): Release {
  const published = quarters.filter((quarter) => isPublishable(quarter, catalogue))
  if (published.length === 0) return withheld(period, catalogue)
  const contacts = published.flatMap((quarter) => quarter.contacts)
  const alone = groupsShownAlone(published, catalogue, rule)
  const { table, tableOfLines } = tabulator(period, catalogue, rule)
  return {
    ...withheld(period, catalogue),
    total: roundTo(catalogue.base, contacts.length),
    persons: roundTo(catalogue.base, personsOf(contacts)),
    tables: [
      table('kind', contacts, (fact) => fact.kind, personsOf),
      tableOfLines('themeGroup', groupLines(contacts, catalogue, alone)),
      ...alone.flatMap((place) => {
        const group = catalogue.themeGroup[place]
        // a group of one theme has nothing more to tell
        if (group === undefined || group.themes.length < 2) return []
        const inGroup = contacts.filter((fact) => fact.themeGroup === place)
        return [table('theme', inGroup, (fact) => fact.theme, personsOf, group.code)]
      }),
      table('gender', contacts, (fact) => fact.gender, leadersOf),
      table('ageBand', contacts, (fact) => fact.ageBand, leadersOf),
      table('outcome', referrals, (fact) => fact.outcome, referredOf),
      table('sector', referrals, (fact) => fact.sector, referredOf),
    ],
    exact: exactOf(published, catalogue),
  }
}

/** The release of a period of which nothing may be said: the same bytes for nobody and for k − 1 persons. */
function withheld(period: Period, { k, base }: Catalogue): Release {
  return { period, total: null, persons: null, tables: [], exact: [], k, base }
}

function tabulator(period: Period, catalogue: Catalogue, rule: StandsAlone) {
  const { k, base } = catalogue
  const tableOfLines = <Fact>(
    attribute: TableAttribute,
    lines: readonly Line<Fact>[],
    within: string | null = null,
  ): Table => {
    const order = orderOf(catalogue, attribute, within)
    const rows = lines.map(({ places, facts }) => ({
      codes: order.filter((_, place) => places.includes(place)).map(({ code }) => code),
      value: roundTo(base, facts.length),
    }))
    return { period, attribute, within, rows }
  }
  const table = <Fact>(
    attribute: TableAttribute,
    facts: readonly Fact[],
    placeOf: Partition<Fact>['placeOf'],
    weigh: Partition<Fact>['weigh'],
    within: string | null = null,
  ): Table => {
    const order = orderOf(catalogue, attribute, within)
    if (weigh(facts) < k) {
      return { period, attribute, within, rows: [{ codes: order.map(({ code }) => code), value: null }] }
    }
    const lines = cut(facts, { size: order.length, placeOf, weigh }, k, rule)
    return tableOfLines(attribute, lines, within)
  }
  return { table, tableOfLines }
}

/** Places of the theme groups shown alone in every published quarter, in the public order. */
function groupsShownAlone(
  published: readonly QuarterFacts[],
  { themeGroup, k }: Catalogue,
  rule: StandsAlone,
): number[] {
  const partition = {
    size: themeGroup.length,
    placeOf: (fact: ContactFact) => fact.themeGroup,
    weigh: personsOf,
  }
  const aloneByQuarter = published.map(({ contacts }) =>
    cut(contacts, partition, k, rule).flatMap(({ places }) => (places.length === 1 ? places : [])),
  )
  return [...themeGroup.keys()].filter((place) => aloneByQuarter.every((alone) => alone.includes(place)))
}

/** The groups shown alone, then all the others in one line: at least k persons, those of a quarter's merged line. */
function groupLines(
  contacts: readonly ContactFact[],
  { themeGroup }: Catalogue,
  alone: readonly number[],
): Line<ContactFact>[] {
  const others = [...themeGroup.keys()].filter((place) => !alone.includes(place))
  const line = (places: number[]) => ({
    places,
    facts: contacts.filter((fact) => places.includes(fact.themeGroup)),
  })
  return [...alone.map((place) => line([place])), ...(others.length > 0 ? [line(others)] : [])]
}

const countOf = (facts: readonly unknown[]): number => facts.length
