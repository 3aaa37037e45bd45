import sodium from 'sodium-native'
import type { SignatureCrypto } from '../updates/minisign.ts'
import { packageCrypto } from './sodium-signing.ts'

const digestLength = 64

/** A BLAKE2b-512 fed piece by piece. */
export interface Blake2b512 {
  update(bytes: Uint8Array): void
  /** Once, at the end: 64 bytes. */
  digest(): Uint8Array
}

/** libsodium's part in verifying an update. */
export const signatures: SignatureCrypto & { blake2b512Of(): Blake2b512 } = {
  blake2b512(bytes) {
    const digest = new Uint8Array(digestLength)
    sodium.crypto_generichash(digest, bytes)
    return digest
  },
  blake2b512Of() {
    const state = new Uint8Array(sodium.crypto_generichash_STATEBYTES)
    sodium.crypto_generichash_init(state, null, digestLength)
    return {
      update: (bytes) => sodium.crypto_generichash_update(state, bytes),
      digest() {
        const digest = new Uint8Array(digestLength)
        sodium.crypto_generichash_final(state, digest)
        return digest
      },
    }
  },
  verify: (message, signature, publicKey) => packageCrypto.verify(message, signature, publicKey),
}
