import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ByteReader, concat, hex } from './bytes.ts'
import type { ChunkRef, Pack } from './chunk.ts'
import {
  chunkAt,
  chunkCount,
  decodeTable,
  emptyTable,
  encodeTable,
  inPackOrder,
  placesToMove,
  withChunks,
  type Bounds,
  type ChunkTable,
} from './chunk-table.ts'
import { failureIn } from './testing/sample.ts'

function packOf(fill: number, count: number): Pack {
  const id = new Uint8Array(16).fill(fill)
  return { id, name: hex(id), count }
}

/** Chunks of one pack, at these places of the image, in this order. */
function written(fill: number, places: readonly number[]): Map<number, ChunkRef> {
  const pack = packOf(fill, places.length)
  return new Map(places.map((place, at) => [place, { pack, at, hash: new Uint8Array(32).fill(place) }]))
}

const first = withChunks(emptyTable, 4, written(1, [0, 1, 2, 3]))
const unbounded = { share: Infinity, packs: Infinity }

test('a table says where each chunk is, and is read back as it was written', () => {
  const table = withChunks(first, 5, written(2, [4, 1]))
  expect(chunkCount(table)).toBe(5)
  expect(
    [0, 1, 2, 3, 4].map((place) => [chunkAt(table, place).pack.id[0], chunkAt(table, place).at]),
  ).toEqual([
    [1, 0],
    [2, 1],
    [1, 2],
    [1, 3],
    [2, 0],
  ])
  expect(chunkAt(table, 4).hash).toEqual(new Uint8Array(32).fill(4))
  const read = decodeTable(new ByteReader(concat(encodeTable(table))), 5)
  expect(read).toEqual(table)
  expect(inPackOrder(read).map(({ pack, at }) => [pack.id[0], at])).toEqual([
    [1, 0],
    [1, 2],
    [1, 3],
    [2, 0],
    [2, 1],
  ])
})

test('a pack with no chunk left is dropped; the ranks of the others follow', () => {
  const table = withChunks(withChunks(first, 4, written(2, [0, 1])), 4, written(3, [2, 3]))
  expect(table.packs.map(({ id }) => id[0])).toEqual([2, 3])
  expect(chunkAt(table, 3)).toEqual({ pack: packOf(3, 2), at: 1, hash: new Uint8Array(32).fill(3) })
})

test('a pack is in the table once, however many times its chunks are placed', () => {
  const again = withChunks(first, 4, written(1, [0, 1]))
  expect(again.packs.map(({ id }) => id[0])).toEqual([1])
})

test('an empty table is empty, on the disk too', () => {
  expect(concat(encodeTable(emptyTable))).toEqual(new Uint8Array(8))
  expect([chunkCount(emptyTable), inPackOrder(emptyTable)]).toEqual([0, []])
})

test('the order on the disk holds beyond 256 packs and 256 places', () => {
  const count = 600
  const packs = Array.from({ length: count }, (_, rank) => ({ ...packOf(rank, 1), name: `${rank}` }))
  const one = new Map(packs.map((pack, place) => [place, { pack, at: 0, hash: new Uint8Array(32) }] as const))
  const many = inPackOrder(withChunks(emptyTable, count, one)).map(({ pack }) => pack.name)
  expect(many).toEqual(packs.map(({ name }) => name))
  const reversed = written(
    1,
    Array.from({ length: count }, (_, place) => count - 1 - place),
  )
  const places = inPackOrder(withChunks(emptyTable, count, reversed)).map(({ at }) => at)
  expect(places).toEqual(Array.from({ length: count }, (_, at) => at))
})

const toMove = (table: ChunkTable, bounds: Bounds, packLength: number) =>
  placesToMove(table, chunkCount(table), new Map(), bounds, packLength)

test('what is counted of a table is what its bytes say, whatever was written before', () => {
  const steps = fc.array(fc.uniqueArray(fc.nat(19), { minLength: 1 }), { maxLength: 20 })
  fc.assert(
    fc.property(steps, (rewritten) => {
      let table = withChunks(emptyTable, 20, written(0, [...Array(20).keys()]))
      for (const [n, places] of rewritten.entries()) {
        table = withChunks(table, 20, written(n + 1, places))
        const afresh = decodeTable(new ByteReader(concat(encodeTable(table))), 20)
        expect(afresh).toEqual(table)
        for (const share of [1, 1.5, 2])
          expect(toMove(table, { share, packs: 3 }, 5)).toEqual(toMove(afresh, { share, packs: 3 }, 5))
      }
    }),
  )
})

test('a chunk nobody wrote is a bug, not a table', () => {
  expect(() => withChunks(first, 5, new Map())).toThrow(RangeError)
  expect(() => chunkAt(first, 4)).toThrow(RangeError)
})

test('a table that cannot be true is damage', () => {
  const bytes = concat(encodeTable(first))
  const read = (from: Uint8Array, count = 4) => failureIn(() => decodeTable(new ByteReader(from), count))
  expect(read(bytes)).toBeNull()
  expect(read(bytes, 3)).toBe('vault-damaged')
  expect(read(concat([bytes, new Uint8Array(1)]))).toBe('vault-damaged')
  expect(read(bytes.with(0, 200))).toBe('vault-damaged')
  for (let length = 0; length < bytes.length; length++)
    expect(read(bytes.subarray(0, length))).toBe('vault-damaged')
  const pointing = (at: number, value: number): ChunkTable => ({
    ...first,
    entries: first.entries.with(at, value),
  })
  expect(failureIn(() => chunkAt(pointing(0, 1), 0))).toBe('vault-damaged')
  expect(failureIn(() => chunkAt(pointing(4, 4), 0))).toBe('vault-damaged')
  expect(failureIn(() => chunkAt(pointing(4, 3), 0))).toBeNull()
  expect(() => withChunks(pointing(0, 1), 4, new Map())).toThrow(RangeError)
})

describe('what is moved', () => {
  const worn = withChunks(withChunks(first, 6, written(2, [0, 1, 2, 4, 5])), 6, written(3, [4]))

  test('nothing, within bounds', () => {
    expect(toMove(worn, unbounded, 512)).toEqual([])
    expect(toMove(worn, { share: 10 / 6, packs: 1 }, 512)).toEqual([])
  })

  test('what is left of the emptiest packs, and no more than it takes', () => {
    // 4 + 5 + 1 chunks are held for 6; pack 1 has one left of 4, pack 2 four of 5
    expect(toMove(worn, { share: 9 / 6, packs: 9 }, 512)).toEqual([3])
    expect(toMove(worn, { share: 1, packs: 9 }, 512)).toEqual([0, 1, 2, 3, 5])
  })

  test('the quarter with the fewest chunks, when packs are too many', () => {
    expect(toMove(worn, { share: 9, packs: 1 }, 512)).toEqual([])
    expect(toMove(worn, { share: 9, packs: 0 }, 512)).toEqual([3])
    expect(toMove(worn, { share: 9, packs: 0 }, 3)).toEqual([])
  })

  test('in whatever order the packs were written', () => {
    // pack 1 keeps three of three, pack 2 one of three, pack 3 two of two
    let table = withChunks(emptyTable, 6, new Map([...written(1, [0, 1, 2]), ...written(2, [3, 4, 5])]))
    table = withChunks(table, 6, written(3, [4, 5]))
    expect(toMove(table, { share: 7 / 6, packs: 9 }, 512)).toEqual([3])
    expect(toMove(table, { share: 9, packs: 0 }, 512)).toEqual([3])
  })

  test('the same before what changed is in the table as once it is', () => {
    const changes = fc.array(fc.uniqueArray(fc.nat(29), { minLength: 1 }), { minLength: 1, maxLength: 12 })
    const bounds = fc.record({ share: fc.constantFrom(1, 1.5, 2, 3), packs: fc.nat(6) })
    fc.assert(
      fc.property(changes, fc.nat(12), bounds, (rewritten, split, within) => {
        const all = Array.from({ length: 20 }, (_, place) => place)
        let table = withChunks(emptyTable, 20, written(0, all))
        // the first ones are in the table, the others only about to be; together they make it longer
        const pending = new Map(
          written(
            100,
            [...Array(10).keys()].map((n) => n + 20),
          ),
        )
        for (const [n, places] of rewritten.entries()) {
          const known = places.filter((place) => place < 20)
          if (n < split) table = withChunks(table, 20, written(n + 1, known))
          else for (const [place, ref] of written(n + 1, places)) pending.set(place, ref)
        }
        const after = withChunks(table, 30, pending)
        expect(placesToMove(table, 30, pending, within, 5)).toEqual(toMove(after, within, 5))
      }),
    )
  })

  test('those that leave for one reason count for the other', () => {
    // three packs: one leaves for its share, which makes two, as many as there may be
    expect(toMove(worn, { share: 9 / 6, packs: 0 }, 512)).toEqual([3])
    const crowded = withChunks(worn, 6, written(4, [5]))
    // of four, the emptiest leaves; three are still one too many, and it is the smallest
    expect(toMove(crowded, { share: 10 / 6, packs: 0 }, 512)).toEqual([3])
    expect(toMove(crowded, { share: 10 / 6, packs: 1 }, 512)).toEqual([3])
  })

  test('whatever was rewritten, moving it brings the packs within bounds, one for one at most', () => {
    const steps = fc.array(fc.uniqueArray(fc.nat(29), { minLength: 1 }), { maxLength: 30 })
    fc.assert(
      fc.property(steps, fc.constantFrom(1, 1.5, 2, 3), (rewritten, share) => {
        let table = withChunks(
          emptyTable,
          30,
          written(
            0,
            Array.from({ length: 30 }, (_, place) => place),
          ),
        )
        for (const [n, places] of rewritten.entries()) {
          table = withChunks(table, 30, written(2 * n + 1, places))
          const moved = toMove(table, { share, packs: Infinity }, 30)
          if (moved.length > 0) table = withChunks(table, 30, written(2 * n + 2, moved))
          const held = table.packs.reduce((sum, { count }) => sum + count, 0)
          expect(held).toBeLessThanOrEqual(share * 30)
          expect(new Set(moved).size).toBe(moved.length)
        }
      }),
    )
  })
})
