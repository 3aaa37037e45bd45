import type { ChunkList } from './manifest.ts'
import type { Crypto } from './ports.ts'
import type { Vault } from './vault.ts'

/**
 * Whether notes are sealed for the holder of this key, as far as can be told: a coordinator has none to compare. Whoever holds the vault key
 * could, with another program, have put a public key of theirs in the list, and read what is sealed from then on.
 */
export function areNotesFor(
  crypto: Crypto,
  { notesPublicKey }: Pick<ChunkList, 'notesPublicKey'>,
  notesKey: Uint8Array | null,
): boolean {
  return notesKey === null || crypto.same(crypto.boxPublicKey(notesKey), notesPublicKey)
}

/** Seals bytes for the worker: even this session cannot open them again without the secret key. 48 bytes longer. */
export function sealNote({ ports, list }: Vault, plaintext: Uint8Array): Uint8Array {
  return ports.crypto.boxSeal(plaintext, list.notesPublicKey)
}

/** What was sealed; null in a coordinator's session, and for bytes that were not sealed for this vault's worker. */
export function openNote({ ports, list, notesKey }: Vault, sealed: Uint8Array): Uint8Array | null {
  return notesKey && ports.crypto.boxOpen(sealed, list.notesPublicKey, notesKey)
}
