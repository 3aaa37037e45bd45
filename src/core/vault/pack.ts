import { hex } from './bytes.ts'
import { sealChunk, sealedLength, type ChunkRef, type Pack } from './chunk.ts'
import { damaged } from './fault.ts'
import type { Image } from './image.ts'
import type { VaultKeys } from './keys.ts'
import type { OpenFile, VaultPorts } from './ports.ts'
import { geometryOf, sizes } from './sizes.ts'
import { readPart } from './whole-files.ts'

export function packsFolder(folder: string): string {
  return `${folder}/packs`
}

export function packPath(folder: string, { name }: Pick<Pack, 'name'>): string {
  return `${packsFolder(folder)}/${name}`
}

/** The sealed bytes of a chunk, not yet trusted; fewer when its pack was cut short. They may lie in `room`. */
export function readSealed(
  ports: VaultPorts,
  folder: string,
  { pack, at }: ChunkRef,
  room?: Uint8Array,
): Uint8Array {
  const length = sealedLength(geometryOf(ports).chunk)
  return readPart(ports.files, packPath(folder, pack), at * length, length, room)
}

/** Chunks on the disk that no manifest refers to yet. */
export interface Draft {
  keys: VaultKeys
  /** By place in the image. */
  chunks: Map<number, ChunkRef>
  /** The version each place had when it was sealed. */
  versions: Map<number, number>
  /** Names of the packs written, which a collection spares meanwhile. */
  packs: string[]
  /** Files written for it so far, removed when it is given up. */
  paths: string[]
}

export function beginDraft(keys: VaultKeys): Draft {
  return { keys, chunks: new Map(), versions: new Map(), packs: [], paths: [] }
}

/** Where packs go. */
interface Destination {
  ports: VaultPorts
  folder: string
  vaultId: Uint8Array
  spared: Set<string>
}

/** `at-once`: each pack with one write and one sync. `in-steps`: a few chunks a step, each synced, so that none is long. */
type Pace = 'at-once' | 'in-steps'

/**
 * Seals the content of these places into new packs, syncs each and reads it back. Yields, between steps, how many chunks were written
 * in the last one. The names of the packs are on the disk only once their folder is synced.
 */
export function* writePacks(
  to: Destination,
  draft: Draft,
  image: Image,
  places: readonly number[],
  pace: Pace,
): Generator<number, void> {
  const { pack: most } = geometryOf(to.ports)
  for (let from = 0; from < places.length; from += most)
    yield* writePack(to, draft, image, places.slice(from, from + most), pace)
}

function* writePack(
  to: Destination,
  draft: Draft,
  image: Image,
  places: readonly number[],
  pace: Pace,
): Generator<number, void> {
  const { crypto, files } = to.ports
  const id = crypto.randomBytes(sizes.packId)
  const pack = { id, name: hex(id), count: places.length }
  const path = packPath(to.folder, pack)
  const step = pace === 'at-once' ? places.length : geometryOf(to.ports).step
  draft.paths.push(path)
  draft.packs.push(pack.name)
  to.spared.add(pack.name)
  const file = files.open(path, 'create')
  try {
    const written: Written[] = []
    for (let at = 0; at < places.length; at += step) {
      const some = places.slice(at, at + step)
      written.push(writeChunks(to, draft, image, { file, pack, at }, some))
      if (pace === 'in-steps') file.syncData()
      yield some.length
    }
    file.sync()
    for (const piece of written) {
      readBack(to, file, piece)
      yield 0
    }
  } finally {
    file.close()
  }
}

/** What a write put in a pack. */
interface Written {
  offset: number
  bytes: Uint8Array
}

/** Seals the content of some places into a pack, from its place `at` on, with one write. */
function writeChunks(
  { ports, vaultId }: Destination,
  draft: Draft,
  image: Image,
  { file, pack, at }: { file: OpenFile; pack: Pack; at: number },
  places: readonly number[],
): Written {
  const length = sealedLength(geometryOf(ports).chunk)
  const bytes = new Uint8Array(places.length * length)
  for (const [n, place] of places.entries()) {
    const sealed = bytes.subarray(n * length, (n + 1) * length)
    draft.versions.set(place, image.version(place))
    const ref = sealChunk(ports.crypto, draft.keys, vaultId, { pack, at: at + n }, image.chunk(place), sealed)
    draft.chunks.set(place, ref)
  }
  const offset = at * length
  file.write(offset, bytes)
  return { offset, bytes }
}

/** A chunk at a time. Compared with what was written: to hash it once more takes ten times as long. */
function readBack({ ports }: Destination, file: OpenFile, { offset, bytes }: Written): void {
  const length = sealedLength(geometryOf(ports).chunk)
  const room = new Uint8Array(length)
  for (let at = 0; at < bytes.length; at += length) {
    const read = file.read(offset + at, length, room)
    if (!ports.crypto.same(read, bytes.subarray(at, at + length))) damaged()
  }
}
