import { expect, test } from 'vitest'
import { concat, u32, u64, u8 } from './bytes.ts'
import { decodeFrame, encodeFrame, frameMagic, frameOverhead, type FrameKind } from './frame.ts'
import { crypto, flipped, sampleIdentity, sampleKeys } from './testing/sample.ts'

const keys = sampleKeys()
const previousTag = new Uint8Array(16).fill(8)

function frameOf(length: number, kind: FrameKind = 'transaction') {
  return encodeFrame(crypto, keys, sampleIdentity, {
    kind,
    sequence: 5,
    previousTag,
    content: new Uint8Array(length).fill(6),
  })
}

function read(bytes: Uint8Array, offset = 0, identity = sampleIdentity) {
  return decodeFrame(crypto, keys, identity, bytes, offset)
}

test.each(['transaction', 'clean', 'superseded'] as const)('a frame « %s » is read back', (kind) => {
  const { bytes, tag } = frameOf(10, kind)
  expect(read(bytes)).toEqual({
    kind,
    sequence: 5,
    previousTag,
    content: new Uint8Array(10).fill(6),
    tag,
    length: bytes.length,
  })
})

test('a frame is found where it is, with others around it', () => {
  const [one, other] = [frameOf(3).bytes, frameOf(0).bytes]
  const bytes = concat([one, other, one])
  expect(read(bytes, 0)?.length).toBe(frameOverhead + 3)
  expect(read(bytes, one.length)?.length).toBe(frameOverhead)
  expect(read(bytes, one.length + other.length)?.content).toEqual(new Uint8Array(3).fill(6))
  expect(read(bytes, 1)).toBeNull()
  expect(read(other)?.content).toEqual(new Uint8Array())
})

test('a frame cut short, wherever it begins and ends, is none', () => {
  const { bytes } = frameOf(5)
  const after = concat([bytes, bytes])
  for (let length = 0; length < bytes.length; length++) {
    expect(read(bytes.subarray(0, length))).toBeNull()
    expect(read(after.subarray(0, bytes.length + length), bytes.length)).toBeNull()
  }
})

test('a frame belongs to one vault, one generation, one manifest', () => {
  const { bytes } = frameOf(5)
  const other = new Uint8Array(16).fill(4)
  expect(read(bytes, 0, { ...sampleIdentity, vaultId: other })).toBeNull()
  expect(read(bytes, 0, { ...sampleIdentity, generation: 5 })).toBeNull()
  expect(read(bytes, 0, { ...sampleIdentity, manifestHash: new Uint8Array(32) })).toBeNull()
})

test('every bit of a frame is authenticated', () => {
  const { bytes } = frameOf(5)
  for (let bit = 0; bit < bytes.length * 8; bit++)
    expect(read(flipped(bytes, bit >> 3, 1 << (bit & 7)))).toBeNull()
})

test('an authentic frame of a kind this format has not is none', () => {
  const nonce = new Uint8Array(24)
  const { vaultId, generation, manifestHash } = sampleIdentity
  const frameOfKind = (kind: number) => {
    const clear = concat([frameMagic, u8(kind), u32(1), u64(5), previousTag, nonce])
    const associated = concat([vaultId, u64(generation), manifestHash, clear])
    return concat([clear, crypto.seal(Uint8Array.of(1), associated, nonce, keys.frames)])
  }
  expect(read(frameOfKind(2))?.kind).toBe('clean')
  expect(read(frameOfKind(4))).toBeNull()
})

test('what no reader would accept is not written', () => {
  expect(() => frameOf(64 * 1024 * 1024 + 1)).toThrow(/64 MiB/)
})
