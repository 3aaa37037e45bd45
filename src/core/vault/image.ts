import { chunkLength } from './chunk.ts'

/** The SQLite image as fixed pieces, each read and opened when first touched. Offsets and lengths are in bytes. */
export interface Image {
  length(): number
  /** Bytes from `start` to `end`; a view, valid until the next write, when they lie in one chunk. Throws what `load` throws. */
  read(start: number, end: number): Uint8Array
  /** Overwrites or extends. */
  write(bytes: Uint8Array, start: number): void
  /** The places written since `settle`, in order, with their content (the last one padded with zeroes). */
  dirty(): { place: number; content: Uint8Array }[]
  /** Declares everything saved. */
  settle(): void
  /** Chunks opened since the beginning, and writes received: what laziness and wiring are tested by. */
  counts(): { chunks: number; opened: number; writes: number }
}

/** An image of `length` bytes whose chunks come from `load`. */
export function createImage(length: number, load: (place: number) => Uint8Array): Image {
  const stored = Math.ceil(length / chunkLength)
  const chunks = new Map<number, Uint8Array>()
  const dirty = new Set<number>()
  let opened = 0
  let writes = 0

  const chunk = (place: number): Uint8Array => {
    const known = chunks.get(place)
    if (known) return known
    const content = place < stored ? load(place) : new Uint8Array(chunkLength)
    if (place < stored) opened++
    chunks.set(place, content)
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
      for (const piece of pieces(start, end)) {
        whole.set(chunk(piece.place).subarray(piece.from, piece.to), piece.at)
      }
      return whole
    },
    write(bytes, start) {
      writes++
      // SQLite may leave a hole (free pages it never writes): its chunks exist all the same.
      for (let place = Math.ceil(length / chunkLength); place * chunkLength < start; place++) {
        chunk(place)
        dirty.add(place)
      }
      for (const { place, from, to, at } of pieces(start, start + bytes.length)) {
        chunk(place).set(bytes.subarray(at, at + to - from), from)
        dirty.add(place)
      }
      length = Math.max(length, start + bytes.length)
    },
    dirty: () => [...dirty].sort((a, b) => a - b).map((place) => ({ place, content: chunk(place) })),
    settle: () => dirty.clear(),
    counts: () => ({ chunks: Math.ceil(length / chunkLength), opened, writes }),
  }
}

/** An image made from the bytes of a whole database: everything in it is still to be saved. */
export function imageFrom(database: Uint8Array): Image {
  const image = createImage(0, () => new Uint8Array(chunkLength))
  image.write(database, 0)
  return image
}

/** Cuts a range at chunk boundaries: bytes `from` to `to` of chunk `place` are at `at` in the range. */
function pieces(start: number, end: number): { place: number; from: number; to: number; at: number }[] {
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
