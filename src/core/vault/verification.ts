import { chunkCount } from './chunk-table.ts'
import { failureOf } from './fault.ts'
import { isChunkIntact, type Vault } from './vault.ts'

/** How far the background verification has gone. `checked` and `total` are chunks. */
export interface Health {
  state: 'running' | 'ok' | 'damaged'
  checked: number
  total: number
}

/** Authenticates, slice by slice, the chunks of a vault: as many as it had when it was opened; newer ones were read back when written. */
export interface Verification {
  /** Checks at most `count` chunks. */
  checkSome(count: number): Health
  health(): Health
}

export function verifyChunks(vault: Vault): Verification {
  const total = chunkCount(vault.list.chunks)
  let checked = 0
  let state: Health['state'] = 'running'
  const health = () => ({ state, checked, total })

  return {
    health,
    checkSome(count) {
      for (const end = Math.min(total, checked + count); state === 'running' && checked < end;) {
        if (isReadableAndIntact(vault, checked)) checked++
        else state = 'damaged'
      }
      if (state === 'running' && checked === total) state = 'ok'
      return health()
    },
  }
}

function isReadableAndIntact(vault: Vault, place: number): boolean {
  try {
    return isChunkIntact(vault, place)
  } catch (fault) {
    failureOf(fault)
    return false
  }
}
