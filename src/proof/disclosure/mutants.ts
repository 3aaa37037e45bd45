import { orderOf } from '#core/statistics/disclosure/catalogue'
import type { StandsAlone } from '#core/statistics/disclosure/cut'
import { isPublishable, type Table } from '#core/statistics/disclosure/export'
import {
  bytesOf,
  countedIn,
  releasesOf,
  weightIn,
  type Counted,
  type World,
} from '#core/statistics/disclosure/world'
import type { Publish } from './small-worlds.ts'

/** Exporters that look harmless and are not: an attack that does not beat each of them proves nothing of the real one. */
export type Mutant = { name: string; publish: Publish }

const withRule =
  (rule: StandsAlone): Publish =>
  (world) =>
    bytesOf(world, rule)

export const noRemainder: StandsAlone = (alone, _, k) => alone >= k
export const zeroAllowed: StandsAlone = (alone, remainder, k) =>
  (alone >= k || alone === 0) && (remainder >= k || remainder === 0)

export const mutants: readonly Mutant[] = [
  { name: 'no test of the remainder', publish: withRule(noRemainder) },
  { name: 'zero is shown', publish: withRule(zeroAllowed) },
  { name: 'an extra margin', publish: withExtraMargin },
  { name: 'persons beside every code', publish: withPersons },
  { name: 'repair', publish: repaired },
]

/** The year's theme groups once more, cut on their own instead of following the quarters. */
function withExtraMargin(world: World): string {
  const { catalogue, year, quarters } = world
  if (year === null || !quarters.some(({ facts }) => isPublishable(facts, catalogue))) return bytesOf(world)
  const table: Table = { period: year.period, attribute: 'themeGroup', within: null, rows: [] }
  return (
    bytesOf(world) + JSON.stringify(linesBy(world, table, (alone, rest, k) => alone >= k && rest >= k, false))
  )
}

/** The distinct persons of each code that has k of them, merged or not. */
function withPersons(world: World): string {
  const { catalogue } = world
  const releases = releasesOf(world)
  const persons = releases.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      orderOf(catalogue, table.attribute, table.within).map(({ code }) => {
        const having = weightIn(inLine(world, table, [code]))
        return having < catalogue.k ? null : having
      }),
    ),
  )
  return JSON.stringify([releases, persons])
}

/** Where the walk stops, merge the code with the next ones until there are enough, and go on. */
function repaired(world: World): string {
  const releases = releasesOf(world)
  const mended = releases.map((release) => ({
    ...release,
    tables: release.tables.map((table) =>
      linesBy(world, table, (alone, rest, k) => alone >= k && rest >= k, true),
    ),
  }))
  return JSON.stringify(mended)
}

function inLine(world: World, table: Table, codes: readonly string[]): Counted[] {
  const order = orderOf(world.catalogue, table.attribute, table.within)
  return countedIn(world, table).filter(({ place }) => codes.includes(order[place]?.code ?? ''))
}

/** Lines of a table as codes and counts; past a code that may not stand alone, stop or go on. */
function linesBy(world: World, table: Table, rule: StandsAlone, goesOn: boolean): unknown {
  const { k } = world.catalogue
  const order = orderOf(world.catalogue, table.attribute, table.within).map(({ code }) => code)
  const lines: { codes: string[]; count: number }[] = []
  let open: string[] = []
  for (const [place, code] of order.entries()) {
    open.push(code)
    const line = inLine(world, table, open)
    const rest = inLine(world, table, order.slice(place + 1))
    const canClose = goesOn || open.length === 1
    if (place === order.length - 1 || (canClose && rule(weightIn(line), weightIn(rest), k))) {
      lines.push({ codes: open, count: line.length })
      open = []
    }
  }
  return { period: table.period, attribute: table.attribute, within: table.within, lines }
}
