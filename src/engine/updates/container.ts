/**
 * An update is one file: a head, a signed manifest, its signature, then the package for the system's installer, to the end.
 *
 *     8  magic `FILMAJ01`
 *     4  length of the manifest, little-endian
 *     4  length of the signature, little-endian
 *        the manifest: JSON in UTF-8
 *        the signature: minisign's text, of the manifest
 *        the package, whose length and digest the manifest tells
 */
import { failed, ok, type Result } from '#core/result'

const magic = Buffer.from('FILMAJ01', 'latin1')
export const headLength = magic.length + 8
/** Above these, nothing is read: what is signed is small. */
const mostManifest = 64 * 1024
const mostSignature = 4 * 1024

/** Lengths in bytes. */
export interface Head {
  manifest: number
  signature: number
}

/** Everything that goes before the package. */
export function beginningOf(manifest: Uint8Array, signature: Uint8Array): Uint8Array {
  if (!fits({ manifest: manifest.length, signature: signature.length }))
    throw new RangeError('a manifest or a signature of that length is never read')
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32LE(manifest.length, 0)
  lengths.writeUInt32LE(signature.length, 4)
  return Buffer.concat([magic, lengths, manifest, signature])
}

/** Of the first `headLength` bytes of a file of `size` bytes. */
export function parseHead(
  bytes: Uint8Array,
  size: number,
): Result<Head, 'not-an-update' | 'update-truncated'> {
  const head = Buffer.from(bytes)
  if (head.length < headLength || !head.subarray(0, magic.length).equals(magic))
    return failed('not-an-update')
  const lengths = {
    manifest: head.readUInt32LE(magic.length),
    signature: head.readUInt32LE(magic.length + 4),
  }
  if (!fits(lengths)) return failed('not-an-update')
  return headLength + lengths.manifest + lengths.signature > size ? failed('update-truncated') : ok(lengths)
}

const fits = ({ manifest, signature }: Head): boolean =>
  manifest > 0 && manifest <= mostManifest && signature > 0 && signature <= mostSignature
