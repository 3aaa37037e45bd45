import { verifyChunks, type Health } from '#core/vault/verification'
import { failureOf } from '#core/vault/fault'
import type { Session } from './store-session.ts'

/** 2 MiB of sealed chunks: a few milliseconds. */
const chunksPerSlice = 8

/** The background verification of an open store: every chunk, then SQLite's `quick_check` of every table. */
export interface SessionVerification {
  /** Does one slice: some chunks, or one table. */
  next(): Health
  health(): Health
  /** Damage was met elsewhere. */
  alarm(): void
}

export function verifySession({ vault, database }: Session): SessionVerification {
  const chunks = verifyChunks(vault)
  let isDamaged = false
  let tables: string[] | null = null

  const health = (): Health => {
    const { checked, total, state } = chunks.health()
    if (isDamaged || state === 'damaged') return { state: 'damaged', checked, total }
    return { state: tables?.length === 0 ? 'ok' : 'running', checked, total }
  }

  const checkTable = () => {
    tables ??= database
      .rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0", [])
      .map(({ name }) => String(name))
    const table = tables.pop()
    if (table === undefined) return
    const [verdict] = database.rows(`PRAGMA quick_check("${table.replaceAll('"', '""')}")`, [])
    if (verdict?.['quick_check'] !== 'ok') isDamaged = true
  }

  return {
    health,
    alarm() {
      isDamaged = true
    },
    next() {
      if (health().state !== 'running') return health()
      if (chunks.health().state === 'running') chunks.checkSome(chunksPerSlice)
      else {
        try {
          checkTable()
        } catch (fault) {
          isDamaged = failureOf(fault) !== 'disk-full'
        }
      }
      return health()
    },
  }
}
