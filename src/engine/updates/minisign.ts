/**
 * minisign's public keys and signatures (https://jedisct1.github.io/minisign/), so that whoever receives an update may also check it with
 * the tool of that name. Only prehashed signatures (`ED`: of the BLAKE2b-512 of what is signed) are accepted.
 */
import { failed, ok, type Result } from '#core/result'
import type { PackageCrypto } from '#core/review/packages/ports'
import { sameBytes } from '#core/vault/bytes'

export interface PublicKey {
  /** Eight bytes that a signature repeats. They choose a key, and prove nothing. */
  id: Uint8Array
  /** Ed25519, 32 bytes. */
  key: Uint8Array
}

export interface Signature {
  keyId: Uint8Array
  /** Ed25519, 64 bytes: of the digest. */
  signature: Uint8Array
  trustedComment: string
  /** Ed25519, 64 bytes: of the signature and the trusted comment. */
  globalSignature: Uint8Array
}

/** The part of libsodium that signatures need. */
export interface SignatureCrypto extends Pick<PackageCrypto, 'verify'> {
  /** BLAKE2b of 64 bytes. */
  blake2b512(bytes: Uint8Array): Uint8Array
}

const idLength = 8
const keyLength = 32
const signatureLength = 64
const keyAlgorithm = 'Ed'
const prehashed = 'ED'
const trustedPrefix = 'trusted comment: '

/** The keys of a file in which each is a line of its own, as minisign writes it; other lines are comments. None: an empty list. */
export function readPublicKeys(text: string): PublicKey[] {
  return lines(text).flatMap((line) => {
    const bytes = base64(line, 2 + idLength + keyLength)
    if (bytes === null || ascii(bytes.subarray(0, 2)) !== keyAlgorithm) return []
    return [{ id: bytes.subarray(2, 2 + idLength), key: bytes.subarray(2 + idLength) }]
  })
}

/** Null for anything but the four lines of a prehashed signature. */
export function parseSignature(text: string): Signature | null {
  const [comment = '', first = '', trusted = '', second = '', ...rest] = lines(text)
  const signed = base64(first, 2 + idLength + signatureLength)
  const globalSignature = base64(second, signatureLength)
  if (
    rest.some((line) => line !== '') ||
    !comment.startsWith('untrusted comment: ') ||
    !trusted.startsWith(trustedPrefix) ||
    signed === null ||
    globalSignature === null ||
    ascii(signed.subarray(0, 2)) !== prehashed
  )
    return null
  return {
    keyId: signed.subarray(2, 2 + idLength),
    signature: signed.subarray(2 + idLength),
    trustedComment: trusted.slice(trustedPrefix.length),
    globalSignature,
  }
}

/** Whether one of the keys signed these bytes and that trusted comment. */
export function verify(
  message: Uint8Array,
  { keyId, signature, trustedComment, globalSignature }: Signature,
  keys: readonly PublicKey[],
  crypto: SignatureCrypto,
): Result<undefined, 'update-other-key' | 'update-signature-bad'> {
  const known = keys.find(({ id }) => sameBytes(id, keyId))
  if (!known) return failed('update-other-key')
  const commented = Buffer.concat([signature, Buffer.from(trustedComment)])
  return crypto.verify(crypto.blake2b512(message), signature, known.key) &&
    crypto.verify(commented, globalSignature, known.key)
    ? ok()
    : failed('update-signature-bad')
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.replace(/\r$/, ''))
const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** Exactly that many bytes, written in the one canonical way; otherwise null. */
function base64(text: string, length: number): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === length && bytes.toString('base64') === text ? bytes : null
}
