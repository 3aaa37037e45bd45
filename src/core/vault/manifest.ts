import { ascii, ByteReader, concat, fromAscii, lengthOf, put, sameBytes, u16, u32, u64, u8 } from './bytes.ts'
import { decodeTable, encodeTable, type ChunkTable } from './chunk-table.ts'
import { damaged, VaultFault } from './fault.ts'
import type { VaultKeys } from './keys.ts'
import type { Crypto } from './ports.ts'
import { geometryOf, sizes } from './sizes.ts'
import { decodeSlot, encodeSlot, type Slot } from './slots.ts'

export const formatVersion = 1
const magic = ascii('FILIGRAM')
const maxSlots = 8
/** `YYYY-MM-DDTHH:mm`, or zeroes while nothing was saved. */
export const savedAtLength = 16

export interface Header {
  vaultId: Uint8Array
  generation: number
  slots: Slot[]
}

/** The state a generation holds, before its journal. */
export interface ChunkList {
  /** Bytes of the SQLite image. */
  imageLength: number
  /** Number of the last transaction inside the image, counted from the vault's first. */
  sequence: number
  /** Local minute of that transaction. */
  savedAt: string | null
  /** Generations below were re-keyed or erased from: whoever finds one removes it. */
  oldest: number
  /** Seals the worker's notes (X25519); what opens them is in her slot and the recovery slot only. */
  notesPublicKey: Uint8Array
  chunks: ChunkTable
}

export interface ParsedHeader extends Header {
  /** All bytes of the header, MAC included. */
  bytes: Uint8Array
  /** The header's fields, which its MAC covers. */
  fields: Uint8Array
  mac: Uint8Array
  /** The sealed chunk list that follows. */
  sealedList: Uint8Array
}

/** What binds slots, manifest and journal to one vault: magic, version u16, vault id 16. */
export function identityOf(vaultId: Uint8Array): Uint8Array {
  return concat([magic, u16(formatVersion), vaultId])
}

/**
 * Manifest: identity 26, generation u64, slot count u8, slots, BLAKE2b 32 of all that precedes (tells damage from a wrong
 * passphrase before any key is known), keyed BLAKE2b 32 of the same bytes; then nonce 24 and the sealed chunk list. It lies in a room of
 * `roomFor`, given its length.
 */
export function encodeManifest(
  crypto: Crypto,
  keys: VaultKeys,
  header: Header,
  list: ChunkList,
  chunkLength = geometryOf().chunk,
  roomFor: (length: number) => Uint8Array = (length) => new Uint8Array(length),
): Uint8Array {
  const fields = concat([
    identityOf(header.vaultId),
    u64(header.generation),
    u8(header.slots.length),
    ...header.slots.map(encodeSlot),
  ])
  const bytes = concat([fields, crypto.hash(fields), crypto.hash(fields, keys.header)])
  const nonce = crypto.randomBytes(sizes.nonce)
  const parts = [bytes, nonce, ...encodeList(list, chunkLength)]
  const manifest = put(parts, roomFor(lengthOf(parts) + sizes.tag))
  // sealed where it lies: of a large image it is megabytes
  const sealed = manifest.subarray(bytes.length + nonce.length)
  crypto.seal(sealed.subarray(0, -sizes.tag), crypto.hash(bytes), nonce, keys.list, sealed)
  return manifest
}

/** Reads what is in clear. Refuses another kind of file (`not-a-vault`), a newer format, and damage. */
export function decodeHeader(crypto: Crypto, manifest: Uint8Array): ParsedHeader {
  const reader = new ByteReader(manifest)
  if (manifest.length < magic.length || !sameBytes(reader.take(magic.length), magic)) {
    throw new VaultFault('not-a-vault')
  }
  const version = reader.u16()
  if (version > formatVersion) throw new VaultFault('vault-too-new')
  if (version !== formatVersion) damaged()
  const vaultId = reader.take(sizes.vaultId)
  const generation = reader.u64()
  const count = reader.u8()
  if (count < 1 || count > maxSlots) damaged()
  const slots = Array.from({ length: count }, () => decodeSlot(reader))
  const fields = manifest.subarray(0, reader.offset)
  if (!sameBytes(reader.take(sizes.hash), crypto.hash(fields))) damaged()
  const mac = reader.take(sizes.hash)
  const bytes = manifest.subarray(0, reader.offset)
  return { vaultId, generation, slots, bytes, fields, mac, sealedList: reader.take(reader.remaining) }
}

/** Authenticates the header with the vault's key and opens its chunk list. Any mismatch is damage. */
export function openList(
  crypto: Crypto,
  keys: VaultKeys,
  header: ParsedHeader,
  chunkLength = geometryOf().chunk,
): ChunkList {
  if (!crypto.equal(header.mac, crypto.hash(header.fields, keys.header))) damaged()
  const reader = new ByteReader(header.sealedList)
  const nonce = reader.take(sizes.nonce)
  const sealed = reader.take(reader.remaining)
  if (sealed.length < sizes.tag) damaged()
  const list = new Uint8Array(sealed.length - sizes.tag)
  if (!crypto.open(list, sealed, crypto.hash(header.bytes), nonce, keys.list)) damaged()
  return decodeList(list, chunkLength)
}

/**
 * List: chunk length u32, image length u64, sequence u64, saved at 16, oldest generation u64, public key of notes 32, then the table
 * of chunks.
 */
function encodeList(list: ChunkList, chunkLength: number): Uint8Array[] {
  const { imageLength, sequence, savedAt, oldest, notesPublicKey, chunks } = list
  return [
    u32(chunkLength),
    u64(imageLength),
    u64(sequence),
    encodeSavedAt(savedAt),
    u64(oldest),
    notesPublicKey,
    ...encodeTable(chunks),
  ]
}

function decodeList(bytes: Uint8Array, chunkLength: number): ChunkList {
  const reader = new ByteReader(bytes)
  if (reader.u32() !== chunkLength) damaged()
  const imageLength = reader.u64()
  const sequence = reader.u64()
  const savedAt = decodeSavedAt(reader.take(savedAtLength))
  const oldest = reader.u64()
  const notesPublicKey = reader.take(sizes.key)
  const chunks = decodeTable(reader, Math.ceil(imageLength / chunkLength))
  return { imageLength, sequence, savedAt, oldest, notesPublicKey, chunks }
}

export function encodeSavedAt(savedAt: string | null): Uint8Array {
  if (savedAt === null) return new Uint8Array(savedAtLength)
  const bytes = ascii(savedAt)
  if (bytes.length !== savedAtLength) throw new TypeError('savedAt is a local minute, YYYY-MM-DDTHH:mm')
  return bytes
}

export function decodeSavedAt(bytes: Uint8Array): string | null {
  return bytes.every((byte) => byte === 0) ? null : fromAscii(bytes)
}
