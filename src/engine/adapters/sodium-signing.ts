import sodium from 'sodium-native'
import type { PackageCrypto } from '#core/review/packages/ports'
import { crypto } from './sodium.ts'

/** libsodium for review packages: two pairs from one seed, and signatures. */
export const packageCrypto: PackageCrypto = {
  randomBytes: (length) => crypto.randomBytes(length),
  subkey: (key, id, master) => crypto.subkey(key, id, master),
  hash: (bytes) => crypto.hash(bytes),
  boxSeal: (plaintext, publicKey) => crypto.boxSeal(plaintext, publicKey),
  boxOpen: (sealed, publicKey, secretKey) => crypto.boxOpen(sealed, publicKey, secretKey),
  boxPairOf(seed) {
    const pair = { publicKey: new Uint8Array(32), secretKey: new Uint8Array(32) }
    sodium.crypto_box_seed_keypair(pair.publicKey, pair.secretKey, seed)
    return pair
  },
  signPairOf(seed) {
    const pair = { publicKey: new Uint8Array(32), secretKey: new Uint8Array(64) }
    sodium.crypto_sign_seed_keypair(pair.publicKey, pair.secretKey, seed)
    return pair
  },
  sign(message, secretKey) {
    const signature = new Uint8Array(64)
    sodium.crypto_sign_detached(signature, message, secretKey)
    return signature
  },
  verify: (message, signature, publicKey) =>
    sodium.crypto_sign_verify_detached(signature, message, publicKey),
}
