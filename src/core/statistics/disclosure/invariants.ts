import { orderOf } from './catalogue.ts'
import type { Release, Table } from './export.ts'
import { roundTo } from './rounding.ts'
import { countedIn, weightIn, type World } from './world.ts'

/**
 * What must be true of a release whatever made it, told without the code that cut it: the codes are those of the
 * catalogue, each once; each figure is the rounded count of its line; each line has k persons, and what remains beside
 * a lone code has k as well.
 */
export const holdsInvariants = (release: Release, world: World): boolean =>
  release.tables.every((table) => holds(table, world))

function holds(table: Table, world: World): boolean {
  const { k, base } = world.catalogue
  const order = orderOf(world.catalogue, table.attribute, table.within).map(({ code }) => code)
  const shown = table.rows.flatMap(({ codes }) => codes)
  const isPartition = shown.length === order.length && order.every((code) => shown.includes(code))
  if (!isPartition) return false

  const counted = countedIn(world, table)
  return table.rows.every(({ codes, value }) => {
    const inLine = counted.filter(({ place }) => codes.includes(order[place] ?? ''))
    const beside = counted.filter(({ place }) => !codes.includes(order[place] ?? ''))
    if (value === null) return table.rows.length === 1 && weightIn(counted) < k
    const isAlone = codes.length === 1 && order.length > 1
    return (
      value === roundTo(base, inLine.length) && weightIn(inLine) >= k && (!isAlone || weightIn(beside) >= k)
    )
  })
}
