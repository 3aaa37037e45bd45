import { createVault } from '../create.ts'
import { imageFrom, type Image } from '../image.ts'
import { openVault, type Opened, type Unlocking } from '../open.ts'
import type { Crypto, VaultPorts } from '../ports.ts'
import type { Geometry } from '../sizes.ts'
import type { SlotRole } from '../slots.ts'
import { imageOf, type Vault } from '../vault.ts'
import { createMemoryFiles, type MemoryFiles } from './memory-files.ts'
import { cheapCosts, cheapPolicy, crypto } from './sample.ts'
import { finish } from '../../steps.ts'

/** Pieces so small that a few bytes make several packs. */
export const smallGeometry: Geometry = { chunk: 64, pack: 3, step: 2, growth: 512, ballast: 100 }
export const folder = '/carnet'

/** What a vault runs on, in memory, which tells what was taken from it and not given back. */
export interface Host {
  ports: VaultPorts
  files: MemoryFiles
  /** Keys made and not wiped yet. */
  keysHeld(): number
}

/** Every engine that had the vault before is dead. */
export function hostOn(files: MemoryFiles = createMemoryFiles()): Host {
  const keys = new Set<Uint8Array>()
  const held = <T extends Uint8Array>(key: T): T => {
    keys.add(key)
    return key
  }
  const counting: Crypto = {
    ...crypto,
    newKey: () => held(crypto.newKey()),
    boxKeyPair() {
      const pair = crypto.boxKeyPair()
      held(pair.secretKey)
      return pair
    },
    wipe(key) {
      keys.delete(key)
      crypto.wipe(key)
    },
  }
  const processes = { self: () => ({ pid: 7, bootId: 'boot', startedAt: '5' }), isAlive: () => false }
  return {
    ports: { crypto: counting, files, processes, geometry: smallGeometry },
    files,
    keysHeld: () => keys.size,
  }
}

export const secrets = {
  worker: new TextEncoder().encode('un hibou sans plume'),
  coordinator: new TextEncoder().encode('la coordination'),
  recovery: new TextEncoder().encode('douze mots'),
} satisfies Record<SlotRole, Uint8Array>

/** An image of so many chunks, each filled with a number of its own. */
export function imageOfChunks(count: number): Image {
  const { chunk } = smallGeometry
  return imageFrom(
    Uint8Array.from({ length: count * chunk }, (_, at) => 1 + Math.floor(at / chunk)),
    chunk,
  )
}

/** Puts a new number in every byte of a chunk. */
export function fillChunk(image: Image, place: number, fill: number): void {
  image.write(new Uint8Array(smallGeometry.chunk).fill(fill), place * smallGeometry.chunk)
}

/** The number each chunk is filled with; -1 when its bytes are not all the same. */
export function fillsOf(image: Image): number[] {
  const { chunk } = smallGeometry
  return Array.from({ length: image.counts().chunks }, (_, place) => {
    const bytes = image.read(place * chunk, (place + 1) * chunk)
    const [first = -1] = bytes
    return bytes.every((byte) => byte === first) ? first : -1
  })
}

export function makeVault({ ports }: Host, image: Image, roles: readonly SlotRole[] = ['recovery']): Vault {
  return finish(
    createVault(ports, {
      folder,
      secrets: [
        { role: 'worker', secret: secrets.worker },
        ...roles.map((role) => ({ role, secret: secrets[role] })),
      ],
      costs: cheapCosts,
      policy: cheapPolicy,
      image,
    }),
  )
}

export function open({ ports }: Host, role: SlotRole = 'worker', secret = secrets[role]): Opened {
  return finish(openVault(ports, unlocking(role, secret)))
}

/** What opens the vault of these tests. */
export function unlocking(role: SlotRole = 'worker', secret = secrets[role]): Unlocking {
  return { folder, role, secret, policy: cheapPolicy }
}

/** Seven chunks, two of them written since, with one transaction. */
export function makeChangedVault() {
  const host = hostOn()
  const image = imageOfChunks(7)
  const vault = makeVault(host, image)
  vault.journal.append('transaction', Uint8Array.of(1))
  fillChunk(image, 2, 30)
  fillChunk(image, 5, 60)
  const saved = { sequence: 1, savedAt: '2026-11-24T14:32' }
  const before = { fills: [1, 2, 3, 4, 5, 6, 7], generation: 1, sequence: 1 }
  return { host, image, vault, saved, before, after: { ...before, fills: fillsOf(image), generation: 2 } }
}

/** The paths of every file, sorted. */
export function pathsOn({ files }: Host): string[] {
  return [...files.all().keys()].sort()
}

/** Of the files of before, those that are no more what they were; a dead engine's lock is nothing to keep. */
export function changesSince(before: ReadonlyMap<string, Uint8Array>, { files }: Host): string[] {
  const now = files.all()
  const isSame = (path: string, bytes: Uint8Array) => crypto.same(now.get(path) ?? new Uint8Array(), bytes)
  return [...before]
    .filter(([path, bytes]) => !path.endsWith('/lock') && !isSame(path, bytes))
    .map(([path]) => path)
}

/** Nothing is left of a session: no key unwiped, no file open. */
export function heldBy(host: Host): { keys: number; files: string[] } {
  return { keys: host.keysHeld(), files: host.files.held() }
}
export const nothing = { keys: 0, files: [] }

/** What the next session would read of a vault, on a copy of its disk. */
export function readAgain({ files }: Host): { fills: number[]; generation: number; sequence: number } {
  const { vault } = open(hostOn(files.fork()))
  return {
    fills: fillsOf(imageOf(vault)),
    generation: vault.header.generation,
    sequence: vault.journal.sequence,
  }
}

/** The same image, which tells where a vault said that its chunks come from. */
export function watchedImage(image: Image): Image & { reload(place: number): Uint8Array } {
  const watched = {
    ...image,
    reload: (place: number): Uint8Array => image.chunk(place),
    settle(load: Parameters<Image['settle']>[0]) {
      watched.reload = (place) => load(place, new Uint8Array(image.chunk(place).length))
      image.settle(load)
    },
  }
  return watched
}
