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
  const large = 16 * 1024 * 1024
  const content = new Uint8Array(large)
  const loads: number[] = []
  const load = (place: number) => {
    loads.push(place)
    return content
  }
  const image = createImage(8 * large, load, large)
  const touch = (place: number) => image.read(place * large, place * large + 1)
  image.write(Uint8Array.of(1), 7 * large)
  for (const place of [0, 1, 2, 3, 0, 4]) touch(place)
  expect(loads).toEqual([7, 0, 1, 2, 3, 4])
  for (const place of [0, 7, 1]) touch(place)
  expect(loads.slice(6)).toEqual([1])
  expect(image.dirty()).toEqual([7])
  image.settle(load)
  for (const place of [0, 1, 3, 4, 7]) touch(place)
  expect(loads.length).toBeGreaterThan(7)
})
