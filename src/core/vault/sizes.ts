/** Lengths in bytes of the fields every structure of the format shares. */
export const sizes = { vaultId: 16, chunkId: 16, salt: 16, nonce: 24, tag: 16, key: 32, hash: 32 } as const
