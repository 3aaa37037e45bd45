/** Lengths in bytes of the fields every structure of the format shares. */
export const sizes = { vaultId: 16, packId: 16, salt: 16, nonce: 24, tag: 16, key: 32, hash: 32 } as const

/** What a vault is cut into. A vault has the format's own; proofs have tiny pieces, to try every byte. */
export interface Geometry {
  /** Plaintext bytes of every chunk. */
  chunk: number
  /** Chunks of a pack, at most. */
  pack: number
  /** Chunks a long act handles in one step: a few milliseconds. */
  step: number
  /** A journal grows by this many zeroes at a time. */
  growth: number
  /** Bytes of the ballast. */
  ballast: number
}
const geometry: Geometry = {
  chunk: 32 * 1024,
  pack: 512,
  step: 16,
  growth: 256 * 1024,
  ballast: 1024 * 1024,
}

/** The format's own pieces, unless a proof asked for others. */
export function geometryOf(ports: { geometry?: Geometry } = {}): Geometry {
  return ports.geometry ?? geometry
}
