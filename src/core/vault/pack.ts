import { hex } from './bytes.ts'
import { openChunk, sealChunk, sealedLength, type ChunkRef, type Pack } from './chunk.ts'
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
export function readSealed(ports: VaultPorts, folder: string, ref: ChunkRef, room?: Uint8Array): Uint8Array {
  return readPart(ports.files, ...whereSealed(ports, folder, ref), room)
}

/** Path of the pack, offset and length of the chunk in it. */
export function whereSealed(
  ports: VaultPorts,
  folder: string,
  { pack, at }: ChunkRef,
): [path: string, offset: number, length: number] {
  const length = sealedLength(geometryOf(ports).chunk)
  return [packPath(folder, pack), at * length, length]
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

/** Memory a session uses again and again: fresh memory costs more than what fills it. */
export interface Rooms {
  /** For the sealed bytes of one chunk, read and opened at once. */
  sealed: Uint8Array
  /** For its content. */
  opened: Uint8Array
  /** For the sealed chunks of one step. */
  step: Uint8Array
  /** For a manifest of this length, until the next one. */
  forManifest: (length: number) => Uint8Array
}

export function roomsOf(ports: VaultPorts): Rooms {
  const { chunk, step } = geometryOf(ports)
  const length = sealedLength(chunk)
  let manifest = new Uint8Array()
  return {
    sealed: new Uint8Array(length),
    opened: new Uint8Array(chunk),
    step: new Uint8Array(step * length),
    forManifest(needed) {
      // with some to spare: an image grows at nearly every checkpoint
      if (manifest.length < needed) manifest = new Uint8Array(Math.ceil(needed * 1.1))
      return manifest.subarray(0, needed)
    },
  }
}

/** Where packs go. */
export interface Destination {
  ports: VaultPorts
  folder: string
  vaultId: Uint8Array
  spared: Set<string>
  rooms: Rooms
}

/** `at-once`: each pack with one sync. `in-steps`: a few chunks a step, each synced, so that none is long. */
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
  const { step } = geometryOf(to.ports)
  const id = crypto.randomBytes(sizes.packId)
  const pack = { id, name: hex(id), count: places.length }
  const path = packPath(to.folder, pack)
  draft.paths.push(path)
  draft.packs.push(pack.name)
  to.spared.add(pack.name)
  const file = files.open(path, 'create')
  try {
    const written: ChunkRef[] = []
    for (let at = 0; at < places.length; at += step) {
      const some = places.slice(at, at + step)
      written.push(...writeChunks(to, draft, image, { file, pack, at }, some))
      if (pace === 'in-steps') file.syncData()
      yield some.length
    }
    file.sync()
    for (const ref of written) {
      readBack(to, draft.keys, file, ref)
      if (ref.at % step === 0) yield 0
    }
  } finally {
    file.close()
  }
}

/** Seals the content of some places into a pack, from its place `at` on, with one write. */
function writeChunks(
  { ports, vaultId, rooms }: Destination,
  draft: Draft,
  image: Image,
  { file, pack, at }: { file: OpenFile; pack: Pack; at: number },
  places: readonly number[],
): ChunkRef[] {
  const length = sealedLength(geometryOf(ports).chunk)
  const refs = places.map((place, n) => {
    const sealed = rooms.step.subarray(n * length, (n + 1) * length)
    draft.versions.set(place, image.version(place))
    const ref = sealChunk(ports.crypto, draft.keys, vaultId, { pack, at: at + n }, image.chunk(place), sealed)
    draft.chunks.set(place, ref)
    return ref
  })
  file.write(at * length, rooms.step.subarray(0, places.length * length))
  return refs
}

/** What was written is there and opens: its tag tells it in half the time of its hash. */
function readBack(
  { ports, vaultId, rooms }: Destination,
  keys: VaultKeys,
  file: OpenFile,
  ref: ChunkRef,
): void {
  const length = sealedLength(geometryOf(ports).chunk)
  const sealed = file.read(ref.at * length, length, rooms.sealed)
  openChunk(ports.crypto, keys, vaultId, ref, sealed, rooms.opened)
}
