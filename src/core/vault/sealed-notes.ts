import type { Vault } from './vault.ts'

/** Seals bytes for the worker: even this session cannot open them again without the secret key. 48 bytes longer. */
export function sealNote({ ports, list }: Vault, plaintext: Uint8Array): Uint8Array {
  return ports.crypto.boxSeal(plaintext, list.notesPublicKey)
}

/** What was sealed; null in a coordinator's session, and for bytes that were not sealed for this vault's worker. */
export function openNote({ ports, list, notesKey }: Vault, sealed: Uint8Array): Uint8Array | null {
  return notesKey && ports.crypto.boxOpen(sealed, list.notesPublicKey, notesKey)
}
