import type { Crypto } from '../../vault/ports.ts'

/** What a package asks of libsodium, besides what the vault does. */
export interface PackageCrypto extends Pick<
  Crypto,
  'randomBytes' | 'subkey' | 'hash' | 'boxSeal' | 'boxOpen'
> {
  /** X25519 (`crypto_box_seed_keypair`): 32 bytes each. */
  boxPairOf(seed: Uint8Array): { publicKey: Uint8Array; secretKey: Uint8Array }
  /** Ed25519 (`crypto_sign_seed_keypair`): 32 and 64 bytes. */
  signPairOf(seed: Uint8Array): { publicKey: Uint8Array; secretKey: Uint8Array }
  /** Ed25519, detached: 64 bytes. */
  sign(message: Uint8Array, secretKey: Uint8Array): Uint8Array
  verify(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean
}
