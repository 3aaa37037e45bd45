import type { SqlValue } from '#core/database'
import { ByteReader } from '#core/vault/bytes'
import { maxContentLength } from '#core/vault/frame'
import { decodeSavedAt, encodeSavedAt } from '#core/vault/manifest'

export interface Statement {
  sql: string
  parameters: SqlValue[]
}

/** What a journal frame carries: a transaction, and the local minute it was saved. */
export interface SavedTransaction {
  savedAt: string
  statements: Statement[]
}

const encoder = new TextEncoder()
const types = { null: 0, number: 1, text: 2, blob: 3 } as const

/** A transaction as it grows, encoded statement by statement: its size is known all along, and its end costs nothing more. */
export interface GrowingTransaction {
  /** Throws `TransactionTooLarge` when no frame could carry it. */
  add(statement: Statement): void
  count(): number
  encoded(savedAt: string): Uint8Array
}

/** More than one frame of the journal carries: nothing of it can be kept. */
export class TransactionTooLarge extends Error {}

const headLength = 16 + 4

/**
 * Content of a frame: saved at 16 bytes, statement count u32, then for each its SQL (length u32, UTF-8), its parameter count
 * u16 and its parameters: a type u8, then nothing (null), a binary64 (number), or a length u32 and bytes (text in UTF-8, blob).
 */
export function growingTransaction(): GrowingTransaction {
  let bytes = new Uint8Array(4096)
  let view = new DataView(bytes.buffer)
  let end = headLength
  let count = 0

  const makeRoom = (length: number) => {
    if (end + length <= bytes.length) return
    const larger = new Uint8Array(Math.max(2 * bytes.length, end + length))
    larger.set(bytes.subarray(0, end))
    bytes = larger
    view = new DataView(bytes.buffer)
  }
  const addText = (text: string) => {
    // a character of UTF-16 takes three bytes at most
    makeRoom(4 + 3 * text.length)
    const { written } = encoder.encodeInto(text, bytes.subarray(end + 4))
    view.setUint32(end, written, true)
    end += 4 + written
  }
  const addBytes = (value: Uint8Array) => {
    makeRoom(4 + value.length)
    view.setUint32(end, value.length, true)
    bytes.set(value, end + 4)
    end += 4 + value.length
  }
  const addValue = (value: SqlValue) => {
    makeRoom(9)
    bytes[end++] = types[typeOf(value)]
    if (value === null) return
    if (typeof value === 'number') {
      view.setFloat64(end, value, true)
      end += 8
    } else if (typeof value === 'string') addText(value)
    else addBytes(value)
  }

  return {
    add({ sql, parameters }) {
      addText(sql)
      makeRoom(2)
      view.setUint16(end, parameters.length, true)
      end += 2
      for (const value of parameters) addValue(value)
      count += 1
      if (end > maxContentLength) throw new TransactionTooLarge('a transaction is limited to 64 MiB')
    },
    count: () => count,
    encoded(savedAt) {
      bytes.set(encodeSavedAt(savedAt))
      view.setUint32(16, count, true)
      return bytes.subarray(0, end)
    },
  }
}

export function decodeTransaction(bytes: Uint8Array): SavedTransaction {
  const reader = new ByteReader(bytes)
  const savedAt = decodeSavedAt(reader.take(16)) ?? ''
  const statements = times(reader.u32(), () => ({
    sql: decodeText(reader),
    parameters: times(reader.u16(), () => decodeValue(reader)),
  }))
  return { savedAt, statements }
}

/**
 * A bound value as SQLite will store it, so that what is replayed is what was run: a boolean is a number, and a broken
 * surrogate pair, which UTF-8 cannot carry, is repaired beforehand.
 */
export function toSqlValue(value: unknown): SqlValue {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value === 'boolean') return Number(value)
  if (value === null || typeof value === 'number' || value instanceof Uint8Array) return value
  throw new TypeError(`SQLite cannot store a value of type ${typeof value}`)
}

/** SQL whose replay could give something else than its first run. Bugs, refused before they reach a journal. */
export function refuseIfUnrepeatable(sql: string): void {
  if (
    /\b(random|randomblob)\s*\(|'now'|\bcurrent_(time|date|timestamp)\b|\bunixepoch\s*\(\s*\)/iu.test(sql)
  ) {
    throw new Error('a saved statement may depend on nothing but its values: no random(), no now')
  }
}

function typeOf(value: SqlValue): keyof typeof types {
  if (value === null) return 'null'
  if (typeof value === 'number' || typeof value === 'string')
    return typeof value === 'number' ? 'number' : 'text'
  return 'blob'
}

function decodeValue(reader: ByteReader): SqlValue {
  switch (reader.u8()) {
    case types.null:
      return null
    case types.number:
      return fromBinary64(reader.take(8))
    case types.text:
      return decodeText(reader)
    case types.blob:
      return reader.take(reader.u32()).slice()
    default:
      throw new TypeError('an authentic frame holds a value of an unknown type')
  }
}

function decodeText(reader: ByteReader): string {
  // Without `ignoreBOM` a text that begins with U+FEFF would lose it.
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(reader.take(reader.u32()))
}

function fromBinary64(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true)
}

function times<T>(count: number, make: () => T): T[] {
  const made = []
  for (let index = 0; index < count; index++) made.push(make())
  return made
}
