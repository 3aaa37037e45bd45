import { ascii, ByteReader, concat, sameBytes, u32, u64, u8 } from './bytes.ts'
import type { VaultKeys } from './keys.ts'
import type { Crypto } from './ports.ts'
import { sizes } from './sizes.ts'

/**
 * `transaction`: its content is one committed command. `clean`: the vault was closed properly after the frames before.
 * `superseded`: a newer generation was made; a vault whose newest journal ends so has lost files.
 */
const frameKinds = { transaction: 1, clean: 2, superseded: 3 } as const
export type FrameKind = keyof typeof frameKinds

const magicText = 'FRAM'
export const frameMagic = ascii(magicText)
export const frameFirstByte = magicText.charCodeAt(0)
/** Bound on what a damaged or hostile length can make a reader allocate, and so on what one transaction may hold. */
export const maxContentLength = 64 * 1024 * 1024
/** Magic 4, kind u8, content length u32, sequence u64, previous tag 16, nonce 24. */
const clearLength = 4 + 1 + 4 + 8 + sizes.tag + sizes.nonce
export const frameOverhead = clearLength + sizes.tag

export interface Frame {
  kind: FrameKind
  /** Of a transaction, its number; of another kind, the number of the last transaction before it. */
  sequence: number
  previousTag: Uint8Array
  content: Uint8Array
  tag: Uint8Array
  /** Bytes of the whole frame. */
  length: number
}

/** What a frame belongs to: vault id 16, generation u64, BLAKE2b of the generation's manifest 32. */
export interface JournalIdentity {
  vaultId: Uint8Array
  generation: number
  manifestHash: Uint8Array
}

function identityBytes({ vaultId, generation, manifestHash }: JournalIdentity): Uint8Array {
  return concat([vaultId, u64(generation), manifestHash])
}

/** Frame: the clear fields, then the sealed content with its tag; associated data: journal identity, clear fields. */
export function encodeFrame(
  crypto: Crypto,
  keys: VaultKeys,
  identity: JournalIdentity,
  { kind, sequence, previousTag, content }: Pick<Frame, 'kind' | 'sequence' | 'previousTag' | 'content'>,
): { bytes: Uint8Array; tag: Uint8Array } {
  if (content.length > maxContentLength) throw new RangeError('a transaction is limited to 64 MiB')
  const nonce = crypto.randomBytes(sizes.nonce)
  const clear = concat([
    frameMagic,
    u8(frameKinds[kind]),
    u32(content.length),
    u64(sequence),
    previousTag,
    nonce,
  ])
  const sealed = crypto.seal(content, concat([identityBytes(identity), clear]), nonce, keys.frames)
  return { bytes: concat([clear, sealed]), tag: sealed.slice(content.length) }
}

/** The frame at `offset`, or null when these bytes are not an authentic frame of this journal. */
export function decodeFrame(
  crypto: Crypto,
  keys: VaultKeys,
  identity: JournalIdentity,
  bytes: Uint8Array,
  offset: number,
): Frame | null {
  if (bytes.length - offset < frameOverhead) return null
  const reader = new ByteReader(bytes.subarray(offset))
  if (!sameBytes(reader.take(frameMagic.length), frameMagic)) return null
  const kind = kindOf(reader.u8())
  const contentLength = reader.u32()
  if (kind === null || contentLength > maxContentLength) return null
  if (bytes.length - offset < frameOverhead + contentLength) return null
  const sequenceBytes = reader.take(8)
  const previousTag = reader.take(sizes.tag)
  const nonce = reader.take(sizes.nonce)
  const associated = concat([identityBytes(identity), reader.bytes.subarray(0, clearLength)])
  const sealed = reader.take(contentLength + sizes.tag)
  const content = new Uint8Array(contentLength)
  if (!crypto.open(content, sealed, associated, nonce, keys.frames)) return null
  const sequence = new ByteReader(sequenceBytes).u64()
  const tag = sealed.subarray(contentLength)
  return { kind, sequence, previousTag, content, tag, length: frameOverhead + contentLength }
}

function kindOf(byte: number): FrameKind | null {
  for (const [kind, number] of Object.entries(frameKinds)) if (number === byte) return kind as FrameKind
  return null
}
