import { geometryOf } from './sizes.ts'

/** The content of a place: in `room`, of a chunk's length, or elsewhere. */
type Load = (place: number, room: Uint8Array) => Uint8Array

/** The SQLite image as fixed pieces, each read and opened when touched. Offsets and lengths are in bytes. */
export interface Image {
  length(): number
  /** Bytes from `start` to `end`; a view, valid until the next call, when they lie in one chunk. Throws what `load` throws. */
  read(start: number, end: number): Uint8Array
  /** Overwrites or extends. */
  write(bytes: Uint8Array, start: number): void
  /** The places written since `settle`, in order. */
  dirty(): number[]
  /** Changes each time a place is written to; 0 until then. */
  version(place: number): number
  /**
   * The content of a place, whatever its state (the last one padded with zeroes), valid until the next call; what is loaded for this is not
   * kept.
   */
  chunk(place: number): Uint8Array
  /** Declares everything saved: from now on a chunk may be forgotten, and comes back from `load`. */
  settle(load: Load): void
  /** Chunks of the image, loads and writes since the beginning: what laziness and wiring are tested by. */
  counts(): { chunks: number; opened: number; writes: number }
}

/** Opened chunks kept, those still to be saved included; of the others, half as many however many these are. In bytes. */
const usualCache = 32 * 1024 * 1024

/** Rooms of forgotten chunks kept for the next ones: one is enough but after a large act. */
const keptRooms = 64

/** An image of `length` bytes whose chunks come from `load`. */
export function createImage(
  length: number,
  load: Load,
  chunkLength = geometryOf().chunk,
  cacheLength = usualCache,
): Image {
  let stored = Math.ceil(length / chunkLength)
  /** What `load` can give again, the least recently used first. */
  const clean = new Map<number, Uint8Array>()
  const dirty = new Map<number, Uint8Array>()
  /** Of chunks forgotten. */
  const rooms: Uint8Array[] = []
  const versions = new Map<number, number>()
  /** Of a chunk that is read once and not kept. */
  let passing: Uint8Array | null = null
  let lastPlace = -1
  let last: Uint8Array = new Uint8Array()
  let opened = 0
  let writes = 0

  const chunk = (place: number): Uint8Array => {
    if (place === lastPlace) return last
    last = dirty.get(place) ?? cleanChunk(place)
    lastPlace = place
    return last
  }

  const cleanChunk = (place: number): Uint8Array => {
    if (place >= stored) return new Uint8Array(chunkLength)
    const known = clean.get(place)
    if (!known) opened++
    const content = known ?? load(place, rooms.pop() ?? new Uint8Array(chunkLength))
    clean.delete(place)
    clean.set(place, content)
    forgetSome()
    return content
  }

  /** The room of a chunk forgotten is for the next one: fresh memory costs more than what fills it. */
  const forgetSome = () => {
    const all = Math.floor(cacheLength / chunkLength)
    const most = Math.max(1, Math.floor(all / 2), all - dirty.size)
    for (const [place, content] of clean) {
      if (clean.size <= most) break
      clean.delete(place)
      if (rooms.length < keptRooms) rooms.push(content)
      if (place === lastPlace) lastPlace = -1
    }
  }

  const dirtyChunk = (place: number): Uint8Array => {
    const content = chunk(place)
    clean.delete(place)
    dirty.set(place, content)
    versions.set(place, writes)
    return content
  }

  return {
    length: () => length,
    read(start, end) {
      const place = Math.floor(start / chunkLength)
      if (end <= (place + 1) * chunkLength) {
        const offset = place * chunkLength
        return chunk(place).subarray(start - offset, end - offset)
      }
      const whole = new Uint8Array(end - start)
      for (const piece of pieces(start, end, chunkLength)) {
        whole.set(chunk(piece.place).subarray(piece.from, piece.to), piece.at)
      }
      return whole
    },
    write(bytes, start) {
      writes++
      // SQLite may leave a hole (free pages it never writes): its chunks exist all the same.
      for (let place = Math.ceil(length / chunkLength); place * chunkLength < start; place++)
        dirtyChunk(place)
      for (const { place, from, to, at } of pieces(start, start + bytes.length, chunkLength)) {
        dirtyChunk(place).set(bytes.subarray(at, at + to - from), from)
      }
      length = Math.max(length, start + bytes.length)
    },
    dirty: () => [...dirty.keys()].sort((a, b) => a - b),
    version: (place) => versions.get(place) ?? 0,
    chunk: (place) =>
      dirty.get(place) ?? clean.get(place) ?? load(place, (passing ??= new Uint8Array(chunkLength))),
    settle(from) {
      load = from
      stored = Math.ceil(length / chunkLength)
      for (const [place, content] of dirty) clean.set(place, content)
      dirty.clear()
      forgetSome()
    },
    counts: () => ({ chunks: Math.ceil(length / chunkLength), opened, writes }),
  }
}

/** An image made from the bytes of a whole database: everything in it is still to be saved. */
export function imageFrom(database: Uint8Array, chunkLength = geometryOf().chunk): Image {
  const image = createImage(0, () => new Uint8Array(chunkLength), chunkLength)
  image.write(database, 0)
  return image
}

/** Cuts a range at chunk boundaries: bytes `from` to `to` of chunk `place` are at `at` in the range. */
function pieces(
  start: number,
  end: number,
  chunkLength: number,
): { place: number; from: number; to: number; at: number }[] {
  const cut = []
  for (let offset = start; offset < end;) {
    const place = Math.floor(offset / chunkLength)
    const from = offset - place * chunkLength
    const to = Math.min(chunkLength, end - place * chunkLength)
    cut.push({ place, from, to, at: offset - start })
    offset = place * chunkLength + to
  }
  return cut
}
