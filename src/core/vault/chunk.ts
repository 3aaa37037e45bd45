import { concat, sameBytes, u32 } from './bytes.ts'
import { damaged } from './fault.ts'
import type { VaultKeys } from './keys.ts'
import type { Crypto } from './ports.ts'
import { geometryOf, sizes } from './sizes.ts'

/** A file of sealed chunks, one after the other, written once. */
export interface Pack {
  /** Drawn for this file only. */
  id: Uint8Array
  /** The id in hexadecimal: the file's name. */
  name: string
  /** Chunks written in it, whether the image still has them or not. */
  count: number
}

/** Where an immutable piece of the image is, and what it must be. Its rank in the table is its place in the image. */
export interface ChunkRef {
  pack: Pack
  /** Its place in the pack. */
  at: number
  /** BLAKE2b of its sealed bytes. */
  hash: Uint8Array
}

/** Bytes of a sealed chunk: nonce 24, then the ciphertext with its tag 16. */
export function sealedLength(chunkLength = geometryOf().chunk): number {
  return sizes.nonce + chunkLength + sizes.tag
}

/**
 * Seals a content for the place `at` of a pack, into `sealed`. Associated data: vault id, pack id, place u32. The last chunk of an image is
 * padded like the others: lengths tell nothing but the total.
 */
export function sealChunk(
  crypto: Crypto,
  keys: VaultKeys,
  vaultId: Uint8Array,
  { pack, at }: Omit<ChunkRef, 'hash'>,
  plaintext: Uint8Array,
  sealed: Uint8Array,
): ChunkRef {
  const nonce = crypto.randomBytes(sizes.nonce)
  sealed.set(nonce)
  const associated = concat([vaultId, pack.id, u32(at)])
  crypto.seal(plaintext, associated, nonce, keys.chunks, sealed.subarray(sizes.nonce))
  return { pack, at, hash: crypto.hash(sealed) }
}

/**
 * Opens a sealed chunk into `plaintext`, of a chunk's length. Its tag is enough to trust it: a pack's id is drawn for one content only.
 */
export function openChunk(
  crypto: Crypto,
  keys: VaultKeys,
  vaultId: Uint8Array,
  { pack, at }: ChunkRef,
  sealed: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array {
  if (sealed.length !== sealedLength(plaintext.length)) damaged()
  const nonce = sealed.subarray(0, sizes.nonce)
  const associated = concat([vaultId, pack.id, u32(at)])
  const opened = crypto.open(plaintext, sealed.subarray(sizes.nonce), associated, nonce, keys.chunks)
  return opened ? plaintext : damaged()
}

/** Whether sealed bytes are the chunk the authenticated table speaks of. Needs no key and shows no plaintext. */
export function isIntact(crypto: Crypto, { hash }: ChunkRef, sealed: Uint8Array): boolean {
  return sameBytes(crypto.hash(sealed), hash)
}
