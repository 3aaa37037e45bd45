import { expect, test } from 'vitest'
import { ByteReader, concat, fromAscii, hex, sameBytes, u16, u32, u64, u8 } from './bytes.ts'
import { failureIn } from './testing/sample.ts'

test('numbers are little-endian, on the bytes the format gives them', () => {
  expect([...u8(0xab)]).toEqual([0xab])
  expect([...u16(0xabcd)]).toEqual([0xcd, 0xab])
  expect([...u32(0x89abcdef)]).toEqual([0xef, 0xcd, 0xab, 0x89])
  expect([...u64(0x1b_89abcdef)]).toEqual([0xef, 0xcd, 0xab, 0x89, 0x1b, 0, 0, 0])
})

test('every number is read back', () => {
  const reader = new ByteReader(
    concat([u8(255), u16(65_535), u32(0xffffffff), u64(Number.MAX_SAFE_INTEGER), u8(1)]),
  )
  expect([reader.u8(), reader.u16(), reader.u32(), reader.u64()]).toEqual([
    255,
    65_535,
    0xffffffff,
    Number.MAX_SAFE_INTEGER,
  ])
  expect([reader.offset, reader.remaining]).toEqual([15, 1])
  expect(failureIn(() => reader.u16())).toBe('vault-damaged')
  expect(reader.u8()).toBe(1)
})

test('a number this program cannot have written is damage', () => {
  const over = Uint8Array.of(0, 0, 0, 0, 0, 0, 0x20, 0)
  expect(failureIn(() => new ByteReader(over).u64())).toBe('vault-damaged')
})

test('a name in hexadecimal has two digits a byte', () => {
  expect(hex(Uint8Array.of(0, 15, 255))).toBe('000fff')
  expect(fromAscii(Uint8Array.of(70, 73))).toBe('FI')
})

test('bytes are the same when all of them are, and as many', () => {
  const bytes = Uint8Array.of(1, 2, 3)
  expect(sameBytes(bytes, Uint8Array.of(1, 2, 3))).toBe(true)
  expect(sameBytes(bytes, Uint8Array.of(1, 2, 4))).toBe(false)
  expect(sameBytes(bytes, Uint8Array.of(1, 2, 3, 4))).toBe(false)
  expect(sameBytes(bytes, Uint8Array.of(1, 2))).toBe(false)
})
