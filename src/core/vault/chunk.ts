import { concat, sameBytes } from './bytes.ts'
import { damaged } from './fault.ts'
import type { VaultKeys } from './keys.ts'
import type { Crypto } from './ports.ts'
import { geometry, sizes } from './sizes.ts'

/** Where an immutable piece of the image is, and what it must be. Its rank in the list is its place in the image. */
export interface ChunkRef {
  id: Uint8Array
  /** BLAKE2b of the whole sealed file. */
  hash: Uint8Array
}

/**
 * Chunk file: nonce 24, then the sealed 256 KiB with their tag; associated data: vault id, chunk id. The last chunk of an image is
 * padded like the others: lengths tell nothing but the total.
 */
export function sealChunk(
  crypto: Crypto,
  keys: VaultKeys,
  vaultId: Uint8Array,
  plaintext: Uint8Array,
): { ref: ChunkRef; bytes: Uint8Array } {
  const id = crypto.randomBytes(sizes.chunkId)
  const nonce = crypto.randomBytes(sizes.nonce)
  const bytes = concat([nonce, crypto.seal(plaintext, concat([vaultId, id]), nonce, keys.chunks)])
  return { ref: { id, hash: crypto.hash(bytes) }, bytes }
}

/** Opens a chunk file. Its tag is enough to trust it: an id is drawn for one content only. */
export function openChunk(
  crypto: Crypto,
  keys: VaultKeys,
  vaultId: Uint8Array,
  { id }: ChunkRef,
  bytes: Uint8Array,
  chunkLength = geometry.chunk,
): Uint8Array {
  if (bytes.length !== sizes.nonce + chunkLength + sizes.tag) damaged()
  const plaintext = new Uint8Array(chunkLength)
  const nonce = bytes.subarray(0, sizes.nonce)
  const opened = crypto.open(
    plaintext,
    bytes.subarray(sizes.nonce),
    concat([vaultId, id]),
    nonce,
    keys.chunks,
  )
  return opened ? plaintext : damaged()
}

/** Whether a chunk file is the one the authenticated list speaks of. Needs no key and shows no plaintext. */
export function isIntact(crypto: Crypto, { hash }: ChunkRef, bytes: Uint8Array): boolean {
  return sameBytes(crypto.hash(bytes), hash)
}
