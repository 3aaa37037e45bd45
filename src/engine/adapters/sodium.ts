import sodium from 'sodium-native'
import type { Crypto } from '#core/vault/ports'

const context = Buffer.from('FILIGRAN')
const tagLength = 16
const hashLength = 32
const keyLength = 32
/** An ephemeral public key and a tag. */
const boxOverhead = 48
/** The largest page of the systems this program runs on. */
const pageLength = 16 * 1024

/** libsodium. Keys are ordinary buffers locked in memory: guarded `sodium_malloc` cannot work under Electron's memory cage. */
export const crypto: Crypto = {
  randomBytes(length) {
    const bytes = new Uint8Array(length)
    sodium.randombytes_buf(bytes)
    return bytes
  },
  newKey() {
    // Locking works by whole pages: the middle of three lies in a page no other key can share, and unlock.
    const key = Buffer.from(new ArrayBuffer(3 * pageLength), (3 * pageLength) / 2, keyLength)
    lockInMemory(key)
    return key
  },
  wipe(key) {
    sodium.sodium_memzero(key)
    unlockFromMemory(key)
  },
  derive(key, secret, salt, { operations, memory }) {
    const argon2id = sodium.crypto_pwhash_ALG_ARGON2ID13
    sodium.crypto_pwhash(key, secret, salt, operations, memory * 1024, argon2id)
    return undefined
  },
  subkey(key, id, master) {
    sodium.crypto_kdf_derive_from_key(key, id, context, master)
  },
  seal(plaintext, associated, nonce, key, sealed = new Uint8Array(plaintext.length + tagLength)) {
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, plaintext, associated, null, nonce, key)
    return sealed
  },
  open(plaintext, sealed, associated, nonce, key) {
    try {
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plaintext, null, sealed, associated, nonce, key)
      return true
    } catch (error) {
      if (error instanceof Error && error.message === 'could not verify data') return false
      throw error
    }
  },
  hash(bytes, key) {
    const digest = new Uint8Array(hashLength)
    if (key) sodium.crypto_generichash(digest, bytes, key)
    else sodium.crypto_generichash(digest, bytes)
    return digest
  },
  boxKeyPair() {
    const publicKey = new Uint8Array(keyLength)
    const secretKey = crypto.newKey()
    sodium.crypto_box_keypair(publicKey, secretKey)
    return { publicKey, secretKey }
  },
  boxPublicKey(secretKey) {
    const publicKey = new Uint8Array(keyLength)
    sodium.crypto_scalarmult_base(publicKey, secretKey)
    return publicKey
  },
  boxSeal(plaintext, publicKey) {
    const sealed = new Uint8Array(plaintext.length + boxOverhead)
    sodium.crypto_box_seal(sealed, plaintext, publicKey)
    return sealed
  },
  boxOpen(sealed, publicKey, secretKey) {
    if (sealed.length < boxOverhead) return null
    const plaintext = new Uint8Array(sealed.length - boxOverhead)
    return sodium.crypto_box_seal_open(plaintext, sealed, publicKey, secretKey) ? plaintext : null
  },
  equal: (a, b) => sodium.sodium_memcmp(a, b),
  same: (a, b) => Buffer.compare(a, b) === 0,
}

/** The same, keys being derived in another thread: messages pass meanwhile. */
export const patientCrypto: Crypto = {
  ...crypto,
  derive(key, secret, salt, { operations, memory }) {
    const argon2id = sodium.crypto_pwhash_ALG_ARGON2ID13
    return sodium.crypto_pwhash_async(key, secret, salt, operations, memory * 1024, argon2id)
  },
}

/** Where the system grants no locked memory (a small RLIMIT_MEMLOCK), keys stay swappable: notes still open. */
function lockInMemory(key: Uint8Array): void {
  try {
    sodium.sodium_mlock(key)
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'memory lock failed') throw error
  }
}

function unlockFromMemory(key: Uint8Array): void {
  try {
    sodium.sodium_munlock(key)
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'memory unlock failed') throw error
  }
}
