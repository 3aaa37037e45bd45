import type { Store } from '#core/database'

/** What the bench asks of a database: the program's own commands on its own schema. */
export interface Engine {
  /** Makes the whole caseload, once, in an empty folder. */
  build(): void
  /** With the key in hand, everything up to where a query can be asked. */
  unlock(): Store
  checkpoint(): void
  /** The longest time, in milliseconds, that background verification holds the process; null when there is none. */
  longestSlice(): number | null
  /** Makes a checkpoint as in an idle moment: its longest step, in milliseconds; null where there is no such thing. */
  longestIdleStep(): number | null
  close(): void
}

/** The statement that adds a row; the values are those of the row, in its order. */
export function insertion(table: string, row: object): string {
  const columns = Object.keys(row)
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
}

/** All at once, the rows of a million contacts would not fit in WebAssembly's memory before they are committed. */
export const rowsPerTransaction = 50_000
