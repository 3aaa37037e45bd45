import { CompiledQuery } from 'kysely'

/**
 * A query asked often, written once: Kysely takes longer to write it than SQLite to answer. `make` only puts its values where they go: nothing
 * else of the query may depend on them.
 */
export function prepared<Row, Values extends readonly unknown[]>(
  count: Values['length'],
  make: (...values: Values) => CompiledQuery<Row>,
): (...values: Values) => CompiledQuery<Row> {
  let written: { sql: string; parameters: { value: unknown; from: number }[] } | null = null
  return (...values) => {
    if (!written) {
      // each is told from any other by being itself
      const places: unknown[] = Array.from({ length: count }, () => ({}))
      const { sql, parameters } = make(...(places as unknown as Values))
      written = { sql, parameters: parameters.map((value) => ({ value, from: places.indexOf(value) })) }
    }
    const bound = written.parameters.map(({ value, from }) => (from < 0 ? value : values[from]))
    return CompiledQuery.raw(written.sql, bound)
  }
}
