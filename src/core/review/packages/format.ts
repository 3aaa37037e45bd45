import { day, id, minute } from '../../caseload/fields.ts'
import { failed, ok, type Result } from '../../result.ts'
import { ascii, ByteReader, concat, fromAscii, sameBytes, u16, u32 } from '../../vault/bytes.ts'
import type { Identity, OwnKeys } from './identity.ts'
import type { PackageCrypto } from './ports.ts'

/** A file bigger than that is not read: a package of fifty files is some hundred kilobytes. */
export const maxPackageLength = 16 * 1024 * 1024

const magic = ascii('FILIGRAR')
const version = 1
const recipientLength = 16
const clearLength = magic.length + 2 + recipientLength
const lengths = { key: 32, signature: 64, id: 36, minute: 16, day: 10, box: 48 } as const
/** What a package weighs says only how many times this much it holds. */
const padding = 16 * 1024
/** Everything of the inside but the content and what fills it up. */
const overhead = 2 * lengths.key + lengths.signature + lengths.id + lengths.minute + lengths.day + 4

/** What a package says of itself. Times are those of its maker’s clock. */
export interface PackageHead {
  id: string
  createdAt: string
  /** The last day it may be opened. */
  expiresOn: string
}

export interface OpenedPackage extends PackageHead {
  sender: Identity
  /** To be emptied by the caller. */
  content: Uint8Array
}

/**
 * `package-foreign`: sealed for another key. `package-damaged`: cut short or changed. `package-forged`: whole, and not signed by whom it
 * says: anybody can seal for a public key.
 */
export type PackageFailure =
  | 'not-a-package'
  | 'package-too-new'
  | 'package-too-large'
  | 'package-foreign'
  | 'package-damaged'
  | 'package-forged'

/** Tells whom a package is for without saying their key: the first bytes of its hash. */
const recipientMark = (crypto: PackageCrypto, boxKey: Uint8Array): Uint8Array =>
  crypto.hash(concat([magic, boxKey])).subarray(0, recipientLength)

/**
 * Signed, then sealed. The signature covers whom it is for: opened by its recipient, it cannot be sealed again for somebody else as if
 * the sender had written to them. See docs/review-package.md.
 */
export function sealPackage(
  crypto: PackageCrypto,
  sender: OwnKeys,
  recipient: Identity,
  { id, createdAt, expiresOn, content }: PackageHead & { content: Uint8Array },
): Result<Uint8Array, 'package-too-large'> {
  const filled = Math.ceil((overhead + content.length) / padding) * padding
  if (clearLength + filled + lengths.box > maxPackageLength) return failed('package-too-large')
  const clear = concat([magic, u16(version), recipientMark(crypto, recipient.boxKey)])
  const body = concat([
    sender.signKey,
    sender.boxKey,
    ascii(id),
    ascii(createdAt),
    ascii(expiresOn),
    u32(content.length),
    content,
    new Uint8Array(filled - overhead - content.length),
  ])
  const signature = crypto.sign(signed(clear, recipient.boxKey, body), sender.signSecret)
  const inside = concat([signature, body])
  const sealed = crypto.boxSeal(inside, recipient.boxKey)
  body.fill(0)
  inside.fill(0)
  return ok(concat([clear, sealed]))
}

const signed = (clear: Uint8Array, recipient: Uint8Array, body: Uint8Array): Uint8Array =>
  concat([clear, recipient, body])

/** Opens what was sealed for `own`, and checks who signed it. Says nothing of whether its sender is known, nor of its dates. */
export function openPackage(
  crypto: PackageCrypto,
  bytes: Uint8Array,
  own: Pick<OwnKeys, 'boxKey' | 'boxSecret'>,
): Result<OpenedPackage, PackageFailure> {
  if (bytes.length > maxPackageLength) return failed('package-too-large')
  if (!sameBytes(bytes.subarray(0, magic.length), magic)) return failed('not-a-package')
  const clear = bytes.subarray(0, clearLength)
  if (clear.length < magic.length + 2) return failed('package-damaged')
  if (!sameBytes(clear.subarray(magic.length, magic.length + 2), u16(version)))
    return failed('package-too-new')
  if (bytes.length < clearLength + lengths.box + padding) return failed('package-damaged')
  if (!sameBytes(clear.subarray(magic.length + 2), recipientMark(crypto, own.boxKey)))
    return failed('package-foreign')
  const inside = crypto.boxOpen(bytes.subarray(clearLength), own.boxKey, own.boxSecret)
  if (inside === null) return failed('package-damaged')
  const signature = inside.subarray(0, lengths.signature)
  const body = inside.subarray(lengths.signature)
  const opened = decodeBody(body)
  if (opened === null) return failed('package-damaged')
  if (!crypto.verify(signed(clear, own.boxKey, body), signature, opened.sender.signKey))
    return failed('package-forged')
  return ok(opened)
}

/** Null when a field is not what it must be; what fills the end up must be zeroes. */
function decodeBody(body: Uint8Array): OpenedPackage | null {
  if (body.length < overhead - lengths.signature) return null
  const reader = new ByteReader(body)
  const sender = {
    signKey: Uint8Array.from(reader.take(lengths.key)),
    boxKey: Uint8Array.from(reader.take(lengths.key)),
  }
  const head = {
    id: fromAscii(reader.take(lengths.id)),
    createdAt: fromAscii(reader.take(lengths.minute)),
    expiresOn: fromAscii(reader.take(lengths.day)),
  }
  const length = reader.u32()
  if (length > reader.remaining) return null
  const content = reader.take(length)
  const isHead =
    id.safeParse(head.id).success &&
    minute.safeParse(head.createdAt).success &&
    day.safeParse(head.createdAt.slice(0, 10)).success &&
    day.safeParse(head.expiresOn).success
  return isHead && reader.take(reader.remaining).every((byte) => byte === 0)
    ? { sender, ...head, content }
    : null
}
