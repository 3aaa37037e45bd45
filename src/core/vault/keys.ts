import type { Crypto } from './ports.ts'

/** Numbers of the subkeys drawn from the vault key. They are part of the format: never renumber. */
const subkeyIds = { header: 1, list: 2, chunks: 3, journal: 4, frames: 5, backup: 6 } as const

export type VaultKeys = Record<'vault' | keyof typeof subkeyIds, Uint8Array>

/** Draws the subkeys; takes over `vault`, which `wipeKeys` gives back with them. */
export function deriveKeys(crypto: Crypto, vault: Uint8Array): VaultKeys {
  const subkey = (id: number) => {
    const key = crypto.newKey()
    crypto.subkey(key, id, vault)
    return key
  }
  return {
    vault,
    header: subkey(subkeyIds.header),
    list: subkey(subkeyIds.list),
    chunks: subkey(subkeyIds.chunks),
    journal: subkey(subkeyIds.journal),
    frames: subkey(subkeyIds.frames),
    backup: subkey(subkeyIds.backup),
  }
}

export function wipeKeys(crypto: Crypto, keys: VaultKeys): void {
  for (const key of Object.values(keys)) crypto.wipe(key)
}
