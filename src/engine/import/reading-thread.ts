import { parentPort, workerData } from 'node:worker_threads'
import type { ImportRow } from '#core/import/mapping'
import { failed, ok, type Result } from '#core/result'
import type { ReadFailure } from './limits.ts'
import { readSource, type ImportSource } from './source.ts'
import type { ReadingOrder } from './reading.ts'

/** What the thread posts: batches of rows, then how the reading ended. */
export type FromReading =
  | { type: 'rows'; rows: ImportRow[] }
  | { type: 'ended'; read: Result<ImportSource, ReadFailure> }

/** Rows of a message: so few that receiving them takes the engine a few milliseconds. */
const batch = 500

/**
 * Entry of the thread that reads a file to import: unpacking and parsing take seconds that the libraries do not give back, and what
 * a hostile file could still do to them is done here, away from the notebook, within the memory this thread is given.
 */
async function read({ path, kind }: ReadingOrder): Promise<void> {
  const post = (message: FromReading) => parentPort?.postMessage(message)
  const source = await readSource(path, kind)
  if (!source.ok) return post({ type: 'ended', read: failed(source.failure) })
  const { rows, ...table } = source.value.table
  for (let first = 0; first < rows.length; first += batch)
    post({ type: 'rows', rows: rows.slice(first, first + batch) })
  post({ type: 'ended', read: ok({ ...source.value, table: { ...table, rows: [] } }) })
}

await read(workerData as ReadingOrder)
