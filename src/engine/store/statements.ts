import type { SqlValue } from '#core/database'
import { ByteReader, concat, u16, u32, u8 } from '#core/vault/bytes'
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

/**
 * Content of a frame: saved at 16 bytes, statement count u32, then for each its SQL (length u32, UTF-8), its parameter count
 * u16 and its parameters: a type u8, then nothing (null), a binary64 (number), or a length u32 and bytes (text in UTF-8, blob).
 */
export function encodeTransaction({ savedAt, statements }: SavedTransaction): Uint8Array {
  const parts = [encodeSavedAt(savedAt), u32(statements.length)]
  for (const { sql, parameters } of statements) {
    parts.push(...sized(encoder.encode(sql)), u16(parameters.length))
    for (const value of parameters) parts.push(...encodeValue(value))
  }
  return concat(parts)
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

function encodeValue(value: SqlValue): Uint8Array[] {
  if (value === null) return [u8(types.null)]
  if (typeof value === 'number') return [u8(types.number), binary64(value)]
  if (typeof value === 'string') return [u8(types.text), ...sized(encoder.encode(value))]
  return [u8(types.blob), ...sized(value)]
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

function sized(bytes: Uint8Array): Uint8Array[] {
  return [u32(bytes.length), bytes]
}

function decodeText(reader: ByteReader): string {
  // Without `ignoreBOM` a text that begins with U+FEFF would lose it.
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(reader.take(reader.u32()))
}

function binary64(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, value, true)
  return bytes
}

function fromBinary64(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true)
}

function times<T>(count: number, make: () => T): T[] {
  const made = []
  for (let index = 0; index < count; index++) made.push(make())
  return made
}
