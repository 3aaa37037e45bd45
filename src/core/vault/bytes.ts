import { damaged } from './fault.ts'

/** Every number of the format is unsigned and little-endian. */
export function u8(value: number): Uint8Array {
  return Uint8Array.of(value)
}

export function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >>> 8)
}

export function u32(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24)
}

export function u64(value: number): Uint8Array {
  return concat([u32(value % 2 ** 32), u32(Math.floor(value / 2 ** 32))])
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  return put(parts, new Uint8Array(lengthOf(parts)))
}

export function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((length, part) => length + part.length, 0)
}

/** Puts parts one after the other at the beginning of `whole`. */
export function put(parts: readonly Uint8Array[], whole: Uint8Array): Uint8Array {
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

let allZeroes = new Uint8Array()

/** Bytes to write or to compare with, never to be written to: they are always the same ones. */
export function zeroes(length: number): Uint8Array {
  if (allZeroes.length < length) allZeroes = new Uint8Array(length)
  return allZeroes.subarray(0, length)
}

export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

export function fromAscii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** For public bytes only: it stops at the first difference. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** Reads fields one after the other; running off the end is damage, never an undefined field. */
export class ByteReader {
  readonly bytes: Uint8Array
  offset = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get remaining(): number {
    return this.bytes.length - this.offset
  }

  take(length: number): Uint8Array {
    if (length > this.remaining) damaged()
    this.offset += length
    return this.bytes.subarray(this.offset - length, this.offset)
  }

  u8(): number {
    return this.#number(1)
  }

  u16(): number {
    return this.#number(2)
  }

  u32(): number {
    return this.#number(4)
  }

  /** Numbers over 2^53 - 1 cannot have been written by this program: they are damage. */
  u64(): number {
    const value = this.#number(8)
    return Number.isSafeInteger(value) ? value : damaged()
  }

  #number(length: number): number {
    return this.take(length).reduceRight((value, byte) => value * 256 + byte, 0)
  }
}
