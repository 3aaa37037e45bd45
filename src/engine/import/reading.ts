import { Worker } from 'node:worker_threads'
import type { ImportKind, ImportRow } from '#core/import/mapping'
import { failed, ok, type Result } from '#core/result'
import { limits, type ReadFailure } from './limits.ts'
import type { FromReading } from './reading-thread.ts'
import type { ImportSource } from './source.ts'

export interface ReadingOrder {
  path: string
  kind: ImportKind
}

/**
 * Reads a file in a thread of its own (`entry`: see reading-thread.ts), so that the engine goes on answering. Given up through
 * `signal`, the thread is ended where it is. A file that needs more memory than the thread may have is too large.
 */
export function readInThread(
  entry: URL | string,
  order: ReadingOrder,
  signal: AbortSignal,
  megabytes = limits.readingMegabytes,
): Promise<Result<ImportSource, ReadFailure | 'cancelled'>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    const rows: ImportRow[] = []
    const end = (act: () => void) => {
      signal.removeEventListener('abort', giveUp)
      void thread.terminate()
      act()
    }
    const giveUp = () => end(() => resolve(failed('cancelled')))
    if (signal.aborted) return giveUp()
    signal.addEventListener('abort', giveUp)
    thread.on('message', (message: FromReading) => {
      if (message.type === 'rows') for (const row of message.rows) rows.push(row)
      else {
        const { read } = message
        end(() => resolve(read.ok ? ok({ ...read.value, table: { ...read.value.table, rows } }) : read))
      }
    })
    thread.on('error', (error: NodeJS.ErrnoException) =>
      end(() =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(failed('import-too-large')) : reject(error),
      ),
    )
  })
}
