import { orderOf, type TableAttribute } from './catalogue.ts'
import type { Release, Table } from './export.ts'
import { countedIn, weightIn, type World } from './world.ts'

/** Why a line is as it is: see the contract. It says more than the line does, so it never leaves the laptop. */
export type Explanation = {
  attribute: TableAttribute
  within: string | null
  codes: string[]
  reason: 'alone' | 'first-too-few' | 'rest-too-few' | 'not-alone-every-quarter' | 'too-few'
}

export const explain = (release: Release, world: World): Explanation[] =>
  release.tables.flatMap((table) =>
    table.rows.map((row) => ({
      attribute: table.attribute,
      within: table.within,
      codes: row.codes,
      reason: reasonOf(table, row, world),
    })),
  )

function reasonOf(
  table: Table,
  { codes, value }: Table['rows'][number],
  world: World,
): Explanation['reason'] {
  if (value === null) return 'too-few'
  if (codes.length === 1) return 'alone'
  if (table.attribute === 'themeGroup' && world.year?.period === table.period)
    return 'not-alone-every-quarter'
  const order = orderOf(world.catalogue, table.attribute, table.within)
  const first = order.findIndex(({ code }) => code === codes[0])
  const counted = countedIn(world, table).filter(({ place }) => place === first)
  return weightIn(counted) < world.catalogue.k ? 'first-too-few' : 'rest-too-few'
}
