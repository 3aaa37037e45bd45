import { ascii, ByteReader, concat, put, sameBytes, u16, u64, zeroes } from './bytes.ts'
import { damaged, VaultFault } from './fault.ts'
import {
  decodeFrame,
  encodeFrame,
  frameFirstByte,
  frameMagic,
  type Frame,
  type FrameKind,
  type JournalIdentity,
} from './frame.ts'
import type { VaultKeys } from './keys.ts'
import { formatVersion } from './manifest.ts'
import { FileFault, type Crypto, type OpenFile } from './ports.ts'
import { geometryOf, sizes } from './sizes.ts'

const magic = ascii('FILIGRAJ')
/** Magic 8, version u16, vault id 16, generation u64, manifest hash 32, salt 32, keyed BLAKE2b 32 of all that precedes. */
const saltLength = 32
const headerLength = 8 + 2 + sizes.vaultId + 8 + sizes.hash + saltLength + sizes.hash
/** A reader gives up on a file made of look-alike frames rather than trying them all. */
const maxLookAlikes = 10_000

/** Transactions a journal begins with, closed properly, after the number its generation's image goes up to. */
export interface Beginning {
  sequence: number
  contents: readonly Uint8Array[]
}

/**
 * A new journal: its authenticated header, what it begins with, and zeroes up to a whole step. It grows by zeroes, a step at a time, synced
 * before use: most appends then change no metadata, and a file shorter than its frames can only have been cut.
 */
export function encodeJournal(
  crypto: Crypto,
  keys: VaultKeys,
  identity: JournalIdentity,
  growthStep = geometryOf().growth,
  beginning?: Beginning,
): Uint8Array {
  const fields = concat([
    magic,
    u16(formatVersion),
    identity.vaultId,
    u64(identity.generation),
    identity.manifestHash,
    crypto.randomBytes(saltLength),
  ])
  const mac = crypto.hash(fields, keys.journal)
  const frames = beginning ? encodeBeginning(crypto, keys, identity, mac, beginning) : new Uint8Array()
  const steps = Math.max(1, Math.ceil(frames.length / growthStep))
  return put([fields, mac, frames], new Uint8Array(headerLength + steps * growthStep))
}

function encodeBeginning(
  crypto: Crypto,
  keys: VaultKeys,
  identity: JournalIdentity,
  mac: Uint8Array,
  { sequence, contents }: Beginning,
): Uint8Array {
  const frames: Uint8Array[] = []
  let previousTag = firstTag(mac)
  const add = (kind: FrameKind, last: number, content: Uint8Array) => {
    const frame = encodeFrame(crypto, keys, identity, { kind, sequence: last, previousTag, content })
    frames.push(frame.bytes)
    previousTag = frame.tag
  }
  for (const [n, content] of contents.entries()) add('transaction', sequence + 1 + n, content)
  add('clean', sequence + contents.length, new Uint8Array())
  return concat(frames)
}

/** What a journal says. Positions are in bytes from its beginning. */
export interface JournalReading {
  transactions: Frame[]
  /** Where the next frame goes. */
  end: number
  /** Bytes allocated for frames, header included. */
  allocated: number
  lastTag: Uint8Array
  /** Number of the last transaction. */
  sequence: number
  /** The last frame is `clean`. */
  closedCleanly: boolean
  /** Something unreadable follows the last frame, and no valid frame follows it: a write cut short. */
  torn: boolean
  /** Bytes the file grows by. */
  growthStep: number
}

/**
 * Reads a whole journal. Damage: a header that is not this generation's, a bad frame with a valid one after it, a frame
 * out of its chain, a file cut short, a generation already superseded.
 */
export function readJournal(
  crypto: Crypto,
  keys: VaultKeys,
  identity: JournalIdentity,
  baseSequence: number,
  bytes: Uint8Array,
  growthStep = geometryOf().growth,
): JournalReading {
  const reading: JournalReading = {
    ...beginReading(checkHeader(crypto, keys, identity, bytes), baseSequence),
    allocated: headerLength + growthStep * Math.floor((bytes.length - headerLength) / growthStep),
    torn: false,
    growthStep,
  }
  for (;;) {
    const frame = decodeFrame(crypto, keys, identity, bytes, reading.end)
    if (!frame) break
    if (!isNext(reading, frame)) damaged()
    follow(reading, frame)
  }
  if (reading.end > reading.allocated || bytes.length < headerLength + growthStep) damaged()
  // a quarter of a megabyte of zeroes as a rule, read at every unlock: compared natively
  reading.torn = !crypto.same(bytes.subarray(reading.end), zeroes(bytes.length - reading.end))
  if (reading.torn && framesAfter(crypto, keys, identity, bytes, reading.end).next().done !== true) damaged()
  return reading
}

/**
 * Reads a journal that may be damaged further on, or superseded, up to the first bytes that do not follow. Damage: a header that is not
 * this generation's.
 */
export function readSoundPart(
  crypto: Crypto,
  keys: VaultKeys,
  identity: JournalIdentity,
  baseSequence: number,
  bytes: Uint8Array,
): Followed {
  const reading = beginReading(checkHeader(crypto, keys, identity, bytes), baseSequence)
  for (;;) {
    const frame = decodeFrame(crypto, keys, identity, bytes, reading.end)
    if (!frame || !isNext(reading, frame)) return reading
    follow(reading, frame)
  }
}

/** The number of the last transaction a journal speaks of anywhere, whatever else is damaged; 0 when it speaks of none that is authentic. */
export function lastSequenceIn(crypto: Crypto, keys: VaultKeys, bytes: Uint8Array): number {
  const { identity } = openHeader(crypto, keys, bytes)
  const frames = framesAfter(crypto, keys, identity, bytes, headerLength - 1)
  return [...frames].reduce((last, { sequence }) => Math.max(last, sequence), 0)
}

/** The tag the first frame must point back to: it ties the frames to this very file. */
function checkHeader(
  crypto: Crypto,
  keys: VaultKeys,
  { vaultId, generation, manifestHash }: JournalIdentity,
  bytes: Uint8Array,
): Uint8Array {
  const { identity, mac } = openHeader(crypto, keys, bytes)
  if (!sameBytes(identity.vaultId, vaultId)) damaged()
  if (identity.generation !== generation) damaged()
  if (!sameBytes(identity.manifestHash, manifestHash)) damaged()
  return firstTag(mac)
}

/** What a journal's header says, authenticated. */
function openHeader(crypto: Crypto, keys: VaultKeys, bytes: Uint8Array) {
  const reader = new ByteReader(bytes)
  if (!sameBytes(reader.take(magic.length), magic)) damaged()
  if (reader.u16() !== formatVersion) damaged()
  const vaultId = reader.take(sizes.vaultId)
  const generation = reader.u64()
  const manifestHash = reader.take(sizes.hash)
  reader.take(saltLength)
  const expected = crypto.hash(bytes.subarray(0, reader.offset), keys.journal)
  const mac = reader.take(sizes.hash)
  if (!crypto.equal(mac, expected)) damaged()
  return { identity: { vaultId, generation, manifestHash }, mac }
}

function firstTag(mac: Uint8Array): Uint8Array {
  return mac.slice(0, sizes.tag)
}

type Followed = Pick<JournalReading, 'transactions' | 'end' | 'lastTag' | 'sequence' | 'closedCleanly'>

function beginReading(lastTag: Uint8Array, sequence: number): Followed {
  return { transactions: [], end: headerLength, lastTag, sequence, closedCleanly: false }
}

function isNext(reading: Followed, { kind, sequence, previousTag }: Frame): boolean {
  const expected = reading.sequence + (kind === 'transaction' ? 1 : 0)
  return kind !== 'superseded' && sequence === expected && sameBytes(previousTag, reading.lastTag)
}

function follow(reading: Followed, frame: Frame): void {
  if (frame.kind === 'transaction') reading.transactions.push(frame)
  reading.closedCleanly = frame.kind === 'clean'
  reading.sequence = frame.sequence
  reading.lastTag = frame.tag
  reading.end += frame.length
}

/** Every authentic frame that begins after a position, in its place or not. */
function* framesAfter(
  crypto: Crypto,
  keys: VaultKeys,
  identity: JournalIdentity,
  bytes: Uint8Array,
  position: number,
): Generator<Frame, void> {
  const nextAfter = (at: number) => bytes.indexOf(frameFirstByte, at + 1)
  let lookAlikes = 0
  for (let at = nextAfter(position); at >= 0; at = nextAfter(at)) {
    if (!sameBytes(bytes.subarray(at, at + frameMagic.length), frameMagic)) continue
    const frame = decodeFrame(crypto, keys, identity, bytes, at)
    if (frame) yield frame
    else if (++lookAlikes > maxLookAlikes) damaged()
  }
}

/** The journal of the current generation, held open to be appended to. */
export class Journal {
  readonly #crypto: Crypto
  readonly #keys: VaultKeys
  readonly #identity: JournalIdentity
  readonly #file: OpenFile
  readonly #growthStep: number
  #end: number
  #allocated: number
  #lastTag: Uint8Array
  #retractable: { end: number; lastTag: Uint8Array; sequence: number } | null = null
  sequence: number
  closedCleanly: boolean

  constructor(
    crypto: Crypto,
    keys: VaultKeys,
    identity: JournalIdentity,
    file: OpenFile,
    reading: JournalReading,
  ) {
    this.#crypto = crypto
    this.#keys = keys
    this.#identity = identity
    this.#file = file
    this.#growthStep = reading.growthStep
    this.#end = reading.end
    this.#allocated = reading.allocated
    this.#lastTag = reading.lastTag
    this.sequence = reading.sequence
    this.closedCleanly = reading.closedCleanly
  }

  /**
   * Appends a frame and returns once it is on the disk. Throws `disk-full` with the file as it was before; any other
   * fault is `write-failed`, after which what the disk holds is unknown and this journal must not be used again.
   */
  append(kind: FrameKind, content: Uint8Array = new Uint8Array()): void {
    const sequence = this.sequence + (kind === 'transaction' ? 1 : 0)
    const frame = encodeFrame(this.#crypto, this.#keys, this.#identity, {
      kind,
      sequence,
      previousTag: this.#lastTag,
      content,
    })
    this.#makeRoom(frame.bytes.length)
    this.#write(frame.bytes)
    this.#retractable = { end: this.#end, lastTag: this.#lastTag, sequence: this.sequence }
    this.#end += frame.bytes.length
    this.#lastTag = frame.tag
    this.sequence = sequence
    this.closedCleanly = kind === 'clean'
  }

  /** Takes back the frame just appended, durably: for a transaction that SQLite then refused to commit. */
  retract(): void {
    if (!this.#retractable) throw new Error('no frame to take back')
    const { end, lastTag, sequence } = this.#retractable
    unrecoverable(() => this.#erase(end, this.#end - end))
    this.#end = end
    this.#lastTag = lastTag
    this.sequence = sequence
    this.#retractable = null
  }

  close(): void {
    this.#file.close()
  }

  #makeRoom(length: number): void {
    const missing = this.#end + length - this.#allocated
    if (missing <= 0) return
    const growth = this.#growthStep * Math.ceil(missing / this.#growthStep)
    try {
      this.#file.write(this.#allocated, zeroes(growth))
    } catch (fault) {
      unlessDiskFull(fault)
      unrecoverable(() => this.#file.truncate(this.#allocated))
      throw new VaultFault('disk-full', fault)
    }
    unrecoverable(() => this.#file.sync())
    this.#allocated += growth
  }

  #write(frame: Uint8Array): void {
    try {
      this.#file.write(this.#end, frame)
    } catch (fault) {
      unlessDiskFull(fault)
      unrecoverable(() => this.#erase(this.#end, frame.length))
      throw new VaultFault('disk-full', fault)
    }
    unrecoverable(() => this.#file.syncData())
  }

  #erase(offset: number, length: number): void {
    this.#file.write(offset, zeroes(length))
    this.#file.syncData()
  }
}

function unlessDiskFull(fault: unknown): void {
  if (fault instanceof FileFault && fault.code === 'disk-full') return
  throw fault instanceof FileFault ? new VaultFault('write-failed', fault) : fault
}

/** For an act that cannot be tried again: whatever the file system answers, what is on the disk is no longer known. */
export function unrecoverable<T>(act: () => T): T {
  try {
    return act()
  } catch (fault) {
    throw fault instanceof FileFault ? new VaultFault('write-failed', fault) : fault
  }
}
