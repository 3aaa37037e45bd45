import { verifyChunks, type Health as ChunkHealth } from '#core/vault/verification'
import { failureOf } from '#core/vault/fault'
import type { Session } from './store-session.ts'
import { verifyTables } from './verify-tables.ts'

/** 1 MiB of sealed chunks: a few milliseconds. */
const chunksPerSlice = 32

/** How far the verification of an open store has gone, in chunks. `paused`: it was given up before its end. */
export interface Health extends Omit<ChunkHealth, 'state'> {
  state: ChunkHealth['state'] | 'paused'
}

/** The background verification of an open store: every chunk, then the structures SQLite keeps in them. */
export interface SessionVerification {
  /** Does one slice. */
  next(): Health
  health(): Health
  /** Gives it up; does nothing once it ended. */
  pause(): void
  /** Damage was met elsewhere. */
  alarm(): void
}

export function verifySession({ vault, database }: Session): SessionVerification {
  const chunks = verifyChunks(vault)
  const tables = verifyTables(database)
  let state: Health['state'] = 'running'

  const health = (): Health => {
    const { checked, total } = chunks.health()
    return { state, checked, total }
  }

  const nextTable = () => {
    const { done, value: isSound } = tables.next()
    if (!isSound) state = 'damaged'
    else if (done === true) state = 'ok'
  }

  return {
    health,
    pause() {
      if (state === 'running') state = 'paused'
    },
    alarm() {
      state = 'damaged'
    },
    next() {
      if (state !== 'running') return health()
      try {
        if (chunks.health().state === 'running') chunks.checkSome(chunksPerSlice)
        else nextTable()
        if (chunks.health().state === 'damaged') state = 'damaged'
      } catch (fault) {
        // SQLite gave up on what it read; a bug goes on
        failureOf(fault)
        state = 'damaged'
      }
      return health()
    },
  }
}
