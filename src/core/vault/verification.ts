import type { ChunkRef } from './chunk.ts'
import { failureOf } from './fault.ts'
import { isChunkIntact, type Vault } from './vault.ts'

/** How far the background verification has gone. `checked` and `total` are chunks. */
export interface Health {
  state: 'running' | 'ok' | 'damaged'
  checked: number
  total: number
}

/** Authenticates, slice by slice, the chunks that were in the vault when it was opened; newer ones were read back when written. */
export interface Verification {
  /** Checks at most `count` chunks. */
  checkSome(count: number): Health
  health(): Health
}

export function verifyChunks(vault: Vault): Verification {
  const toCheck = [...vault.list.chunks]
  let checked = 0
  let state: Health['state'] = toCheck.length === 0 ? 'ok' : 'running'
  const health = () => ({ state, checked, total: toCheck.length })

  return {
    health,
    checkSome(count) {
      for (const ref of toCheck.slice(checked, checked + count)) {
        if (state !== 'running') break
        if (!isStillReferred(vault, ref) || isReadableAndIntact(vault, ref)) checked++
        else state = 'damaged'
      }
      if (state === 'running' && checked === toCheck.length) state = 'ok'
      return health()
    },
  }
}

/** A checkpoint since then may have replaced the chunk, and a collection removed it. */
function isStillReferred({ list }: Vault, ref: ChunkRef): boolean {
  return list.chunks.includes(ref)
}

function isReadableAndIntact(vault: Vault, ref: ChunkRef): boolean {
  try {
    return isChunkIntact(vault, ref)
  } catch (fault) {
    failureOf(fault)
    return false
  }
}
