import { crypto } from '../../../engine/adapters/sodium.ts'
import type { JournalIdentity } from '../frame.ts'
import { deriveKeys, type VaultKeys } from '../keys.ts'

export { crypto }

/** Keys drawn from a fixed vault key, so that a test may compare bytes. */
export function sampleKeys(fill = 1): VaultKeys {
  const vault = crypto.newKey()
  vault.fill(fill)
  return deriveKeys(crypto, vault)
}

export const sampleVaultId = new Uint8Array(16).fill(3)
export const sampleIdentity: JournalIdentity = {
  vaultId: sampleVaultId,
  generation: 4,
  manifestHash: new Uint8Array(32).fill(5),
}
export const cheapCosts = { operations: 1, memory: 8 }
export const cheapPolicy = { floor: cheapCosts, ceiling: { operations: 4, memory: 1024 } }

/** The code of the failure `work` throws; null when it throws nothing. */
export function failureIn(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}

export function flipped(bytes: Uint8Array, at: number, bit = 1): Uint8Array {
  const copy = bytes.slice()
  copy[at] = (copy[at] ?? 0) ^ bit
  return copy
}
