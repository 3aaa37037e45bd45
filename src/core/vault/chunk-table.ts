import { ByteReader, concat, hex, u32 } from './bytes.ts'
import type { ChunkRef, Pack } from './chunk.ts'
import { damaged } from './fault.ts'
import { sizes } from './sizes.ts'

/** Rank of the pack u32, place in the pack u32, BLAKE2b of the sealed chunk 32. */
const entryLength = 4 + 4 + sizes.hash

/** Where every chunk of an image is. Kept as it is written: a large image has tens of thousands, of which a session touches few. */
export interface ChunkTable {
  packs: readonly Pack[]
  /** One entry for each chunk, in the order of the image. */
  entries: Uint8Array
}

export const emptyTable: ChunkTable = { packs: [], entries: new Uint8Array() }

export function chunkCount({ entries }: ChunkTable): number {
  return entries.length / entryLength
}

/** The chunk at a place of the image. An entry that points nowhere is damage. */
export function chunkAt({ packs, entries }: ChunkTable, place: number): ChunkRef {
  if (place * entryLength >= entries.length) throw new RangeError(`no chunk at place ${place}`)
  const reader = new ByteReader(entries.subarray(place * entryLength, (place + 1) * entryLength))
  const pack = packs[reader.u32()]
  const at = reader.u32()
  if (!pack || at >= pack.count) damaged()
  return { pack, at, hash: reader.take(sizes.hash) }
}

/** Every chunk, pack after pack, as they lie on the disk. */
export function inPackOrder(table: ChunkTable): ChunkRef[] {
  const rank = new Map(table.packs.map(({ name }, at) => [name, at]))
  const rankOf = ({ pack }: ChunkRef) => rank.get(pack.name) ?? 0
  const refs = Array.from({ length: chunkCount(table) }, (_, place) => chunkAt(table, place))
  return refs.sort((a, b) => rankOf(a) - rankOf(b) || a.at - b.at)
}

/** The table of an image of `count` chunks, some of them elsewhere than before; packs with no chunk left are dropped. */
export function withChunks(
  table: ChunkTable,
  count: number,
  changed: ReadonlyMap<number, ChunkRef>,
): ChunkTable {
  const packs = [...table.packs, ...new Set(Array.from(changed.values(), ({ pack }) => pack))]
  const rankOf = new Map(packs.map((pack, rank) => [pack.name, rank]))
  // a place nobody fills points to a pack that cannot be
  const entries = new Uint8Array(count * entryLength).fill(0xff)
  entries.set(table.entries)
  for (const [place, { pack, at, hash }] of changed)
    entries.set(concat([u32(rankOf.get(pack.name) ?? packs.length), u32(at), hash]), place * entryLength)

  const needed = neededByRank({ packs, entries })
  let next = 0
  const rankAfter = needed.map((chunks) => (chunks > 0 ? next++ : next))
  const view = viewOf(entries)
  for (let offset = 0; offset < entries.length; offset += entryLength) {
    const rank = rankAfter[view.getUint32(offset, true)]
    if (rank === undefined) throw new RangeError('a chunk of the image is nowhere')
    view.setUint32(offset, rank, true)
  }
  return { packs: packs.filter(({ name }) => (needed[rankOf.get(name) ?? 0] ?? 0) > 0), entries }
}

/** What the packs of an image are kept within. */
export interface Bounds {
  /** Chunks they hold for one of the image, the others being what later checkpoints replaced. */
  share: number
  /** Packs there may be, besides twice as many as the image fills. */
  packs: number
}

/**
 * Places of the image to be written again so that its packs stay within bounds: what is left of those with the smallest part still needed,
 * then, when they are too many, of the quarter with the fewest chunks. With a share of 1, no pack that is kept holds a chunk the image no longer has.
 */
export function placesToMove(
  table: ChunkTable,
  { share, packs: most }: Bounds,
  packLength: number,
): number[] {
  const { packs } = table
  const total = chunkCount(table)
  const needed = neededByRank(table)
  const stats = packs.map(({ count }, rank) => ({ rank, count, needed: needed[rank] ?? 0 }))
  const leaving = new Set<number>()
  let held = stats.reduce((sum, { count }) => sum + count, 0)
  for (const pack of stats.toSorted((a, b) => a.needed / a.count - b.needed / b.count)) {
    if (held <= share * total) break
    leaving.add(pack.rank)
    held -= pack.count - pack.needed
  }
  if (packs.length - leaving.size > most + 2 * Math.ceil(total / packLength)) {
    const smallest = stats.toSorted((a, b) => a.needed - b.needed).slice(0, Math.ceil(packs.length / 4))
    for (const { rank } of smallest) leaving.add(rank)
  }
  if (leaving.size === 0) return []
  const view = viewOf(table.entries)
  const places = Array.from({ length: total }, (_, place) => place)
  return places.filter((place) => leaving.has(view.getUint32(place * entryLength, true)))
}

/** How many chunks of each pack the image still has. */
function neededByRank({ packs, entries }: ChunkTable): number[] {
  const needed = packs.map(() => 0)
  const view = viewOf(entries)
  for (let offset = 0; offset < entries.length; offset += entryLength) {
    const rank = view.getUint32(offset, true)
    const before = needed[rank]
    if (before !== undefined) needed[rank] = before + 1
  }
  return needed
}

/** Pack count u32, for each its id 16 and its count u32; chunk count u32, for each its entry. */
export function encodeTable({ packs, entries }: ChunkTable): Uint8Array[] {
  return [
    u32(packs.length),
    ...packs.flatMap(({ id, count }) => [id, u32(count)]),
    u32(entries.length / entryLength),
    entries,
  ]
}

/** Reads a table of `count` chunks to the end. */
export function decodeTable(reader: ByteReader, count: number): ChunkTable {
  const packCount = reader.u32()
  if (reader.remaining < packCount * (sizes.packId + 4)) damaged()
  const packs = Array.from({ length: packCount }, () => {
    const id = reader.take(sizes.packId)
    return { id, name: hex(id), count: reader.u32() }
  })
  if (reader.u32() !== count || reader.remaining !== count * entryLength) damaged()
  return { packs, entries: reader.take(reader.remaining) }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}
