import { failed, ok, type Result } from '../../result.ts'
import { ascii, concat, sameBytes, u16 } from '../../vault/bytes.ts'
import type { PackageCrypto } from './ports.ts'

/** Whom a package is for or from, as anybody may know them: 32 bytes each. */
export interface Identity {
  /** X25519: seals for its holder. */
  boxKey: Uint8Array
  /** Ed25519: what its holder signs. */
  signKey: Uint8Array
}

/** An identity with what only its holder has. */
export interface OwnKeys extends Identity {
  boxSecret: Uint8Array
  signSecret: Uint8Array
}

export const seedLength = 32
const keyLength = 32
const signatureLength = 64
/** Numbers of the two subkeys of a seed. They are part of the format: never renumber. */
const subkeys = { box: 11, sign: 12 } as const

const magic = ascii('FILIGRAK')
const version = u16(1)
/** Of a card: magic, version, the two keys, a signature. */
export const cardLength = magic.length + version.length + 2 * keyLength + signatureLength

/** Both pairs come from one seed of 32 bytes; what they hold of secret is to be given back to `wipeOwn`. */
export function ownKeysOf(crypto: PackageCrypto, seed: Uint8Array): OwnKeys {
  const boxSeed = new Uint8Array(seedLength)
  const signSeed = new Uint8Array(seedLength)
  crypto.subkey(boxSeed, subkeys.box, seed)
  crypto.subkey(signSeed, subkeys.sign, seed)
  const box = crypto.boxPairOf(boxSeed)
  const sign = crypto.signPairOf(signSeed)
  boxSeed.fill(0)
  signSeed.fill(0)
  return {
    boxKey: box.publicKey,
    signKey: sign.publicKey,
    boxSecret: box.secretKey,
    signSecret: sign.secretKey,
  }
}

export function wipeOwn({ boxSecret, signSecret }: OwnKeys): void {
  boxSecret.fill(0)
  signSecret.fill(0)
}

export const isSameIdentity = (one: Identity, other: Identity): boolean =>
  sameBytes(one.boxKey, other.boxKey) && sameBytes(one.signKey, other.signKey)

/**
 * Six groups of five digits that two persons read to each other: about 99 bits of BLAKE2b of both keys. Digits, not words: whoever is
 * asked for words could read her recovery sheet out.
 */
export function safetyNumber(crypto: PackageCrypto, { boxKey, signKey }: Identity): string {
  const digest = crypto.hash(concat([magic, version, boxKey, signKey]))
  const groups = [0, 5, 10, 15, 20, 25].map((at) => {
    const number = digest.subarray(at, at + 5).reduce((value, byte) => value * 256 + byte, 0)
    return String(number % 100_000).padStart(5, '0')
  })
  return groups.join(' ')
}

/** A public card: what is handed over once, to be compared by its number. The signature proves that its maker holds the key. */
export function encodeCard(crypto: PackageCrypto, own: OwnKeys): Uint8Array {
  const clear = concat([magic, version, own.boxKey, own.signKey])
  return concat([clear, crypto.sign(clear, own.signSecret)])
}

export type CardFailure = 'not-a-card' | 'card-too-new' | 'card-damaged'

export function decodeCard(crypto: PackageCrypto, bytes: Uint8Array): Result<Identity, CardFailure> {
  if (!sameBytes(bytes.subarray(0, magic.length), magic)) return failed('not-a-card')
  const keysAt = magic.length + version.length
  if (bytes.length >= keysAt && !sameBytes(bytes.subarray(magic.length, keysAt), version))
    return failed('card-too-new')
  if (bytes.length !== cardLength) return failed('card-damaged')
  const clear = bytes.subarray(0, cardLength - signatureLength)
  const boxKey = Uint8Array.from(bytes.subarray(keysAt, keysAt + keyLength))
  const signKey = Uint8Array.from(bytes.subarray(keysAt + keyLength, keysAt + 2 * keyLength))
  if (!crypto.verify(clear, bytes.subarray(clear.length), signKey)) return failed('card-damaged')
  return ok({ boxKey, signKey })
}
