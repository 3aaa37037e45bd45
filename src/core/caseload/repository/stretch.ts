import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../../database.ts'
import { query } from '../tables.ts'

/** Which part of a long list: `limit` rows from the `offset`th one, in the order of the list. */
export interface Stretch {
  limit: number
  offset: number
}
/** A stretch of a list, and how many rows the whole of it has. */
export interface Page<Row> {
  total: number
  rows: Row[]
}

export interface LongList {
  /** The table, then what the list lets through: `from person where …`. */
  from: RawBuilder<unknown>
  /** Ends with the id, so that no two rows change places between two stretches. */
  order: RawBuilder<unknown>
  /** The id, with the terms of the order where SQLite wants them in the result: it then merges the parts of a view without sorting them. */
  columns?: RawBuilder<unknown>
}

/**
 * Which rows first, from an index that holds their order, then those alone with all that is said of them: what is passed over on the way
 * to a far stretch costs an entry of an index, never its names and figures.
 */
export function readStretch<Row extends { id: string }>(
  reader: Reader,
  { from, order, columns = sql`id` }: LongList,
  { limit, offset }: Stretch,
  rowsOf: (ids: readonly string[]) => readonly Row[],
): Page<Row> {
  const counted = sql<{ total: number }>`select count(*) as total ${from}`
  const total = reader.all(counted.compile(query))[0]?.total ?? 0
  const chosen = sql<{
    id: string
  }>`select ${columns} ${from} order by ${order} limit ${limit} offset ${offset}`
  const ids = total === 0 ? [] : reader.all(chosen.compile(query)).map(({ id }) => id)
  return { total, rows: inOrder(ids, rowsOf) }
}

/** The rows of those ids, in their order. */
export function inOrder<Row extends { id: string }>(
  ids: readonly string[],
  rowsOf: (ids: readonly string[]) => readonly Row[],
): Row[] {
  if (ids.length === 0) return []
  const byId = new Map(rowsOf(ids).map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** In one value: however many there are, the statement is the same. */
export const idsIn = (ids: readonly string[]) =>
  sql<string>`(select value from json_each(${JSON.stringify(ids)}))`
