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
  const view = viewOf(table.entries)
  const lies = placesOf(table).map((place) => ({
    place,
    rank: view.getUint32(place * entryLength, true),
    at: view.getUint32(place * entryLength + 4, true),
  }))
  lies.sort((a, b) => a.rank - b.rank || a.at - b.at)
  return lies.map(({ place }) => chunkAt(table, place))
}

/** The table of an image of `count` chunks, some of them elsewhere than before; packs with no chunk left are dropped. */
export function withChunks(
  table: ChunkTable,
  count: number,
  changed: ReadonlyMap<number, ChunkRef>,
): ChunkTable {
  const { uses, rankOf } = usesAfter(table, changed)
  const entries = new Uint8Array(count * entryLength)
  entries.set(table.entries)
  // a place nobody fills points to a pack that cannot be
  entries.fill(0xff, table.entries.length)
  for (const [place, { pack, at, hash }] of changed)
    entries.set(concat([u32(rankOf(pack)), u32(at), hash]), place * entryLength)

  const kept = uses.filter(({ needed }) => needed > 0)
  const placed = kept.reduce((sum, { needed }) => sum + needed, 0)
  if (kept.length < uses.length || placed !== count) {
    const view = viewOf(entries)
    const rankAfter = new Map(kept.map(({ rank }, after) => [rank, after]))
    for (let offset = 0; offset < entries.length; offset += entryLength) {
      const rank = rankAfter.get(view.getUint32(offset, true))
      if (rank === undefined) throw new RangeError('a chunk of the image is nowhere')
      view.setUint32(offset, rank, true)
    }
  }
  const made = { packs: kept.map(({ pack }) => pack), entries }
  counted.set(
    made,
    kept.map((use, rank) => ({ ...use, rank })),
  )
  return made
}

/** What packs are used for once some chunks are elsewhere, and the rank of each: new ones come after those of the table. */
function usesAfter(table: ChunkTable, changed: ReadonlyMap<number, ChunkRef>) {
  const uses = usesOf(table).map((use) => ({ ...use }))
  const byName = new Map(uses.map((use) => [use.pack.name, use]))
  const entries = viewOf(table.entries)
  const useOf = (pack: Pack): PackUse => {
    const known = byName.get(pack.name)
    if (known) return known
    const added = { pack, rank: uses.length, needed: 0 }
    uses.push(added)
    byName.set(pack.name, added)
    return added
  }
  for (const [place, { pack }] of changed) {
    const left = uses[rankAt(entries, place)]
    if (left) left.needed--
    useOf(pack).needed++
  }
  return { uses, rankOf: (pack: Pack) => useOf(pack).rank }
}

/** The rank of the pack that has a place of these entries; of a place they have not, one that no pack has. */
function rankAt(entries: DataView, place: number): number {
  const offset = place * entryLength
  return offset < entries.byteLength ? entries.getUint32(offset, true) : -1
}

/** What the packs of an image are kept within. */
export interface Bounds {
  /** Chunks they hold for one of the image, the others being what later checkpoints replaced. */
  share: number
  /** Packs there may be, besides twice as many as the image fills. */
  packs: number
}

/**
 * Places of an image of `count` chunks, some of them elsewhere than before, to be written again so that its packs stay within bounds: what is
 * left of those with the smallest part still needed, then, when they are too many, of the quarter with the fewest chunks. With a share of 1, no
 * pack that is kept holds a chunk the image no longer has.
 */
export function placesToMove(
  table: ChunkTable,
  count: number,
  changed: ReadonlyMap<number, ChunkRef>,
  { share, packs: most }: Bounds,
  packLength: number,
): number[] {
  const after = usesAfter(table, changed)
  const uses = after.uses.filter(({ needed }) => needed > 0)
  const leaving = new Set<number>()
  let held = uses.reduce((sum, { pack }) => sum + pack.count, 0)
  for (const { pack, rank, needed } of uses.toSorted((a, b) => shareOf(a) - shareOf(b))) {
    if (held <= share * count) break
    leaving.add(rank)
    held -= pack.count - needed
  }
  if (uses.length - leaving.size > most + 2 * Math.ceil(count / packLength)) {
    const smallest = uses.toSorted((a, b) => a.needed - b.needed).slice(0, Math.ceil(uses.length / 4))
    for (const { rank } of smallest) leaving.add(rank)
  }
  if (leaving.size === 0) return []
  const entries = viewOf(table.entries)
  const rankOf = (place: number): number => {
    const ref = changed.get(place)
    return ref ? after.rankOf(ref.pack) : rankAt(entries, place)
  }
  return Array.from({ length: count }, (_, place) => place).filter((place) => leaving.has(rankOf(place)))
}

interface PackUse {
  pack: Pack
  rank: number
  /** How many of its chunks the image still has. */
  needed: number
}

function shareOf({ pack, needed }: PackUse): number {
  return needed / pack.count
}

/** Going through a large table takes longer than the rest of a checkpoint may: each is counted once, and what comes of it follows. */
const counted = new WeakMap<ChunkTable, readonly PackUse[]>()

/** One for each pack, in their order. */
function usesOf(table: ChunkTable): readonly PackUse[] {
  const uses = counted.get(table) ?? countUses(table)
  counted.set(table, uses)
  return uses
}

function countUses({ packs, entries }: ChunkTable): PackUse[] {
  const uses = packs.map((pack, rank) => ({ pack, rank, needed: 0 }))
  const view = viewOf(entries)
  for (let offset = 0; offset < entries.length; offset += entryLength) {
    const use = uses[view.getUint32(offset, true)]
    if (use) use.needed++
  }
  return uses
}

function placesOf(table: ChunkTable): number[] {
  return Array.from({ length: chunkCount(table) }, (_, place) => place)
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
