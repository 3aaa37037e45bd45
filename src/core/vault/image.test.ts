import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createImage, imageFrom } from './image.ts'
import { geometryOf } from './sizes.ts'

const chunkLength = geometryOf().chunk

const chunkOf = (place: number) => new Uint8Array(chunkLength).fill(place + 1)

test('a chunk is opened when first touched, and once', () => {
  const image = createImage(3 * chunkLength, chunkOf)
  expect(image.counts()).toEqual({ chunks: 3, opened: 0, writes: 0 })
  image.read(chunkLength, chunkLength + 16)
  image.read(chunkLength + 512, chunkLength + 600)
  expect(image.counts()).toMatchObject({ opened: 1 })
})

test('a read across chunks gathers them', () => {
  const image = createImage(2 * chunkLength, chunkOf)
  expect([...image.read(chunkLength - 2, chunkLength + 2)]).toEqual([1, 1, 2, 2])
})

test('chunks jumped over by a write exist, empty', () => {
  const image = imageFrom(Uint8Array.of(9))
  image.write(Uint8Array.of(7), 2 * chunkLength)
  expect(image.dirty()).toEqual([0, 1, 2])
  expect(image.length()).toBe(2 * chunkLength + 1)
})

test('only what was written since the last settling is dirty', () => {
  const image = createImage(3 * chunkLength, chunkOf)
  image.write(Uint8Array.of(5), chunkLength)
  image.settle(chunkOf)
  image.write(Uint8Array.of(6), 2 * chunkLength)
  expect(image.dirty()).toEqual([2])
})

test('it holds what a plain array would', () => {
  const write = fc.record({
    start: fc.nat(3 * chunkLength),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  })
  fc.assert(
    fc.property(fc.array(write, { minLength: 1, maxLength: 8 }), (writes) => {
      const image = imageFrom(Uint8Array.of(0))
      const model = new Uint8Array(4 * chunkLength)
      for (const { start, bytes } of writes) {
        image.write(bytes, start)
        model.set(bytes, start)
      }
      for (const { start } of writes) {
        const end = Math.min(start + 64, image.length())
        expect([...image.read(Math.max(0, start - 20), end)]).toEqual([
          ...model.subarray(Math.max(0, start - 20), end),
        ])
      }
    }),
    { numRuns: 50 },
  )
})

test('what can be read again is forgotten, the least recently used first; what is to be saved never is', () => {
  const loads: number[] = []
  const load = (place: number) => {
    loads.push(place)
    return chunkOf(place)
  }
  const image = createImage(8 * chunkLength, load, chunkLength, 5 * chunkLength)
  const touch = (place: number) => image.read(place * chunkLength, place * chunkLength + 1)
  image.write(Uint8Array.of(1), 7 * chunkLength)
  for (const place of [0, 1, 2, 3, 0, 4]) touch(place)
  expect(loads).toEqual([7, 0, 1, 2, 3, 4])
  for (const place of [0, 7, 1]) touch(place)
  expect(loads.slice(6)).toEqual([1])
  expect(image.dirty()).toEqual([7])
  image.settle(load)
  for (const place of [0, 1, 3, 4, 7]) touch(place)
  expect(loads.slice(7)).toEqual([])
  for (const place of [2, 0]) touch(place)
  expect(loads.slice(7)).toEqual([2, 0])
})

const small = 8

/** Eight bytes a chunk, each the rank of its place, and how many times each was loaded. */
function smallImage(length: number) {
  const loads: number[] = []
  const load = (place: number) => {
    loads.push(place)
    return new Uint8Array(small).fill(place + 1)
  }
  return { image: createImage(length, load, small), loads, load }
}

test('an image made from bytes holds them, to its last byte', () => {
  const image = imageFrom(
    Uint8Array.from({ length: 20 }, (_, at) => at + 1),
    small,
  )
  expect(image.length()).toBe(20)
  expect([...image.read(0, 20)]).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  expect(image.counts()).toEqual({ chunks: 3, opened: 0, writes: 1 })
  expect([...image.chunk(2)]).toEqual([17, 18, 19, 20, 0, 0, 0, 0])
  // there is nothing beyond
  expect(image.chunk(3)).toEqual(new Uint8Array(small))
})

test('a chunk beyond what is stored is empty, and is loaded from nowhere', () => {
  const { image, loads } = smallImage(2 * small)
  image.write(Uint8Array.of(9), 2 * small)
  expect([...image.read(2 * small, 2 * small + 1)]).toEqual([9])
  expect(loads).toEqual([])
  expect(image.counts()).toEqual({ chunks: 3, opened: 0, writes: 1 })
})

test('a read inside one chunk, to its last byte, is a view of it', () => {
  const { image } = smallImage(2 * small)
  const whole = image.read(small, 2 * small)
  image.write(Uint8Array.of(7), small + 3)
  expect([...whole]).toEqual([2, 2, 2, 7, 2, 2, 2, 2])
  expect(image.read(small + 2, small + 5).buffer).toBe(whole.buffer)
})

test('what was read is not loaded again, and is counted once', () => {
  const { image, loads } = smallImage(3 * small)
  for (const place of [0, 1, 0, 2, 1]) image.read(place * small, place * small + 1)
  expect(loads).toEqual([0, 1, 2])
  expect(image.counts().opened).toBe(3)
})

test('places to be saved come in order, and only those', () => {
  const { image } = smallImage(12 * small)
  for (const place of [10, 2, 11, 1]) image.write(Uint8Array.of(1), place * small)
  expect(image.dirty()).toEqual([1, 2, 10, 11])
  // ending where a chunk ends touches no other; nor does beginning where the image ends
  const { image: other } = smallImage(2 * small)
  other.write(new Uint8Array(small), 0)
  expect(other.dirty()).toEqual([0])
  other.write(new Uint8Array(1), 2 * small)
  expect(other.dirty()).toEqual([0, 2])
})

test('a version changes at each writing, of what is written only', () => {
  const { image } = smallImage(3 * small)
  expect([image.version(0), image.version(1)]).toEqual([0, 0])
  image.write(Uint8Array.of(1), 0)
  const before = image.version(0)
  expect(before).toBeGreaterThan(0)
  expect(image.version(1)).toBe(0)
  image.write(Uint8Array.of(2), 0)
  expect(image.version(0)).toBeGreaterThan(before)
})

test('the content of a place is given whatever its state: to be saved, read, or neither', () => {
  const { image, loads } = smallImage(3 * small)
  image.write(Uint8Array.of(9), 0)
  image.read(small, small + 1)
  loads.length = 0
  expect([0, 1, 2].map((place) => image.chunk(place)[0])).toEqual([9, 2, 3])
  expect(loads).toEqual([2])
  // and what was loaded for this is not kept
  image.chunk(2)
  expect(loads).toEqual([2, 2])
})

test('what is settled stays at hand, counts as stored, and is written to afresh', () => {
  const { image, loads, load } = smallImage(2 * small)
  image.write(Uint8Array.of(9), 2 * small)
  image.settle(load)
  expect(image.dirty()).toEqual([])
  image.read(0, 1)
  expect(image.read(2 * small, 2 * small + 1)[0]).toBe(9)
  expect(loads).toEqual([0])
  image.write(Uint8Array.of(8), 2 * small + 1)
  image.settle((place) => new Uint8Array(small).fill(place + 100))
  expect([...image.read(2 * small, 2 * small + 2)]).toEqual([9, 8])
  expect(image.read(small, small + 1)[0]).toBe(101)
})

test('what is settled may be forgotten at once, when it is too much to keep', () => {
  const loads: number[] = []
  const image = createImage(0, () => new Uint8Array(small), small, 2 * small)
  for (const place of [0, 1, 2]) image.write(Uint8Array.of(place + 1), place * small)
  image.settle((place) => {
    loads.push(place)
    return new Uint8Array(small)
  })
  image.chunk(1)
  image.chunk(2)
  image.chunk(0)
  expect(loads).toEqual([0])
})

function attempt(act: () => unknown): void {
  try {
    act()
  } catch (error) {
    expect(error).toMatchObject({ message: 'unreadable' })
  }
}

test('with room for few chunks it still holds what a plain array would, though the room of one serves another and loads fail', () => {
  const [length, places] = [16, 6]
  const act = fc.oneof(
    fc.record({ kind: fc.constant('read' as const), start: fc.nat(length * places - 1) }),
    fc.record({
      kind: fc.constant('write' as const),
      start: fc.nat(length * places - 4),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
    }),
    fc.constant({ kind: 'save' as const }),
    fc.constant({ kind: 'fault' as const }),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), fc.integer({ min: 1, max: 3 }), (acts, kept) => {
      const disk = Array.from({ length: places }, (_, place) => new Uint8Array(length).fill(place))
      const model = new Uint8Array(length * places)
      disk.forEach((content, place) => model.set(content, place * length))
      let isFaulty = false
      const load = (place: number, room: Uint8Array) => {
        room.set(isFaulty ? room.map(() => 0xff) : (disk[place] ?? []))
        if (isFaulty) throw new Error('unreadable')
        return room
      }
      const image = createImage(length * places, load, length, kept * length)
      for (const done of acts) {
        if (done.kind === 'read')
          expect([...image.read(done.start, done.start + 1)]).toEqual([model[done.start]])
        else if (done.kind === 'write') {
          image.write(done.bytes, done.start)
          model.set(done.bytes, done.start)
        } else if (done.kind === 'fault') {
          isFaulty = true
          for (let place = 0; place < places; place++)
            attempt(() => image.read(place * length, place * length + 1))
          isFaulty = false
        } else {
          for (const place of image.dirty()) disk[place] = image.chunk(place).slice()
          image.settle(load)
        }
      }
      expect([...image.read(0, length * places)]).toEqual([...model])
    }),
    { numRuns: 500 },
  )
})

test('chunks still to be saved are kept within the same room as the others, half of it at most', () => {
  const { load, loads } = smallImage(20 * small)
  const image = createImage(20 * small, load, small, 8 * small)
  const loadsOf = (...places: number[]) => {
    loads.length = 0
    for (const place of places) image.read(place * small, place * small + 1)
    return [...loads]
  }
  for (const place of [0, 1, 2]) image.write(Uint8Array.of(1), place * small)
  // five besides the three
  expect(loadsOf(3, 4, 5, 6, 7, 3, 4, 5, 6, 7)).toEqual([3, 4, 5, 6, 7])
  expect(loadsOf(8, 3)).toEqual([8, 3])
  for (const place of [10, 11, 12, 13, 14]) image.write(Uint8Array.of(1), place * small)
  // four, however many there are to be saved
  loadsOf(3, 4, 5, 6)
  expect(loadsOf(3, 4, 5, 6)).toEqual([])
  expect(loadsOf(7, 3)).toEqual([7, 3])
})

test('what is forgotten leaves its room to the next', () => {
  const given: Uint8Array[] = []
  const fill = (place: number, room: Uint8Array) => {
    given.push(room)
    return room.fill(place)
  }
  const image = createImage(9 * small, fill, small, 3 * small)
  for (const place of [0, 1, 2, 3, 4]) image.read(place * small, place * small + 1)
  expect(new Set(given).size).toBe(4)
  expect(given[4]).toBe(given[0])
  expect(image.read(4 * small, 4 * small + 1)[0]).toBe(4)
})

test('what a large act leaves is not all kept for later', () => {
  const given = new Set<Uint8Array>()
  const load = (_: number, room: Uint8Array) => {
    given.add(room)
    return room
  }
  const image = createImage(500 * small, load, small, 2 * small)
  const change = (from: number, to: number) => {
    for (let place = from; place < to; place++) image.write(Uint8Array.of(1), place * small)
  }
  change(0, 200)
  image.settle(load)
  expect(given.size).toBe(200)
  change(200, 300)
  // of the large act, 64 and the two that were still open
  expect(given.size).toBe(200 + 100 - 64 - 2)
})
