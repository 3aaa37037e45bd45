/** Lengths in bytes of the fields every structure of the format shares. */
export const sizes = { vaultId: 16, chunkId: 16, salt: 16, nonce: 24, tag: 16, key: 32, hash: 32 } as const

/** Lengths in bytes of what a vault is cut into. A vault has the format's own; proofs have tiny ones, to try every byte. */
export interface Geometry {
  /** Plaintext bytes of every chunk. */
  chunk: number
  /** A journal grows by this many zeroes at a time. */
  growth: number
  ballast: number
}
export const geometry: Geometry = { chunk: 256 * 1024, growth: 256 * 1024, ballast: 1024 * 1024 }
