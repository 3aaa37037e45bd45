import { concat } from '#core/vault/bytes'
import { sealedLength } from '#core/vault/chunk'
import { frameOverhead } from '#core/vault/frame'
import { createMemoryFiles, type MemoryFiles } from '#core/vault/testing/memory-files'
import { addNote } from '../../engine/store/testing/real-ports.ts'
import { complaint, complaintAfterDamage, look, statesAtEnd } from './oracle.ts'
import { beginning, createVaultOn, folder, type Session } from './session.ts'
import { spread, type Tally } from './tally.ts'
import { tinyGeometry, type World } from './world.ts'

/** A vault to be damaged: what it holds, note after note, and its files. */
export interface Victim {
  disk: MemoryFiles
  session: Session
}

/** Three notes in the journal over a checkpointed one, or the same with more generations. */
export function makeVictim(world: World, generations = 1): Victim & { earlier: MemoryFiles[] } {
  const disk = createMemoryFiles()
  const store = createVaultOn(world.portsOn(disk), 'plain')
  const history = [[...beginning]]
  const earlier: MemoryFiles[] = []
  for (let n = 0; n < 2 + generations; n++) {
    const note = `note ${n}`
    addNote(store, note)
    history.push([...(history.at(-1) ?? []), note])
    if (n < generations - 1) {
      store.checkpoint()
      earlier.push(disk.fork())
    }
  }
  world.bury()
  return { disk, session: { history, acknowledged: [], unknown: null }, earlier }
}

/** The same, once it was seen to open: else whatever refuses everything would pass. */
export function soundVictim(world: World, tally: Tally, generations = 1): ReturnType<typeof makeVictim> {
  const victim = makeVictim(world, generations)
  const found = look(world, victim.disk.fork())
  tally.count('untouched', complaint(found, statesAtEnd(victim.session)))
  return victim
}

/** The files of the vault the last opening depends on, each with its bytes. */
function filesOf({ disk }: Victim): [string, Uint8Array][] {
  return [...disk.all()].filter(([path]) => path.startsWith(`${folder}/`))
}

/** Of all the bytes of the vault's files. */
function shareOf(victim: Victim, { length }: Uint8Array): number {
  return length / filesOf(victim).reduce((sum, [, bytes]) => sum + bytes.length, 0)
}

function tryChanged(
  world: World,
  tally: Tally,
  victim: Victim,
  path: string,
  bytes: Uint8Array | null,
  state: string,
) {
  const disk = victim.disk.fork()
  disk.tamper(path, bytes)
  tally.count(`${path} ${state}`, complaintAfterDamage(look(world, disk), victim.session))
}

/** Every bit of every file of a small vault, one at a time; or so many of them. */
export function proveBits(world: World, tally: Tally, wanted: number): void {
  const victim = soundVictim(world, tally)
  for (const [path, bytes] of filesOf(victim)) {
    for (const bit of spread(bytes.length * 8, wanted * shareOf(victim, bytes))) {
      const at = bit >> 3
      tryChanged(
        world,
        tally,
        victim,
        path,
        bytes.with(at, (bytes[at] ?? 0) ^ (1 << (bit & 7))),
        `bit ${bit}`,
      )
    }
  }
}

/** Every length of every file, or so many of them: cut short; and longer by some zeroes or some noise. */
export function proveLengths(world: World, tally: Tally, wanted: number): void {
  const victim = soundVictim(world, tally)
  for (const [path, bytes] of filesOf(victim)) {
    tryChanged(world, tally, victim, path, null, 'missing')
    for (const length of spread(bytes.length, wanted * shareOf(victim, bytes)))
      tryChanged(world, tally, victim, path, bytes.subarray(0, length), `cut to ${length}`)
    for (const more of [1, 16, 511, 512, 513, 4096]) {
      const noise = Uint8Array.from({ length: more }, () => world.random.int(0, 255))
      tryChanged(world, tally, victim, path, concat([bytes, new Uint8Array(more)]), `and ${more} zeroes`)
      tryChanged(world, tally, victim, path, concat([bytes, noise]), `and ${more} bytes of noise`)
    }
  }
}

/**
 * Any file in the place of any other, from this vault, from its past, from another vault with the same passphrase; two exchanged; one
 * missing. Then the same with the frames of the journal. An older journal of the same generation, alone, is a full rollback, which no
 * file can tell: it is left out.
 */
export function proveSplices(world: World, tally: Tally): void {
  const victim = soundVictim(world, tally, 4)
  const other = makeVictim(world, 4)
  const pool = [victim.disk, other.disk, ...victim.earlier, ...other.earlier].flatMap((disk, source) =>
    [...disk.all()].map(([path, bytes]) => ({ path, bytes, source })),
  )
  const journal = latestJournal(victim)
  for (const [path, bytes] of filesOf(victim)) {
    for (const donor of pool) {
      const isRollback = path === journal && donor.path === path && donor.source >= 2
      if (!isRollback)
        tryChanged(
          world,
          tally,
          victim,
          path,
          donor.bytes,
          `replaced by ${donor.path} of disk ${donor.source}`,
        )
    }
    for (const [partner, theirs] of filesOf(victim)) {
      const disk = victim.disk.fork()
      disk.tamper(path, theirs)
      disk.tamper(partner, bytes)
      tally.count(`${path} and ${partner} exchanged`, complaintAfterDamage(look(world, disk), victim.session))
      const poorer = victim.disk.fork()
      poorer.tamper(path, null)
      poorer.tamper(partner, null)
      tally.count(`${path} and ${partner} missing`, complaintAfterDamage(look(world, poorer), victim.session))
    }
  }
  spliceFrames(world, tally, victim, journal, framesOf(other.disk.contents(latestJournal(other))).frames)
}

/**
 * Any sealed chunk in the place of any other: of its pack, of another, of the vault's past, of another vault with the same passphrase. Then the
 * chunks of every pack repeated, missing, in another order.
 */
export function provePacks(world: World, tally: Tally): void {
  const victim = soundVictim(world, tally, 4)
  const other = makeVictim(world, 4)
  const disks = [victim.disk, other.disk, ...victim.earlier, ...other.earlier]
  const pool = disks.flatMap((disk) => [...packsOf(disk).values()].flat())
  for (const [path, chunks] of packsOf(victim.disk)) {
    const tryChunks = (changed: Uint8Array[], state: string) =>
      tryChanged(world, tally, victim, path, concat(changed), state)
    for (let at = 0; at < chunks.length; at++) {
      for (const [donor, chunk] of pool.entries())
        tryChunks(chunks.with(at, chunk), `place ${at} filled with piece ${donor}`)
      tryChunks(chunks.toSpliced(at, 1), `place ${at} missing`)
      tryChunks(chunks.toSpliced(at, 0, ...chunks.slice(at, at + 1)), `place ${at} repeated`)
      tryChunks(chunks.with(at, new Uint8Array(sealedLength(tinyGeometry.chunk))), `place ${at} emptied`)
    }
    tryChunks(chunks.toReversed(), 'in reverse')
  }
}

/** The sealed chunks of every pack of a vault. */
function packsOf(disk: MemoryFiles): Map<string, Uint8Array[]> {
  const length = sealedLength(tinyGeometry.chunk)
  const packs = [...disk.all()].filter(([path]) => path.startsWith(`${folder}/packs/`))
  return new Map(
    packs.map(([path, bytes]) => [
      path,
      Array.from({ length: bytes.length / length }, (_, at) =>
        bytes.subarray(at * length, (at + 1) * length),
      ),
    ]),
  )
}

function latestJournal({ disk }: Victim): string {
  return `${folder}/${disk
    .list(folder)
    .filter((name) => name.endsWith('.journal'))
    .sort()
    .at(-1)}`
}

const journalHeaderLength = 130
/** Where a frame says how long its content is, after its magic and its kind. */
const lengthOffset = 5

/** Cuts a journal into its header, its frames and what follows them. */
export function framesOf(journal: Uint8Array): {
  header: Uint8Array
  frames: Uint8Array[]
  rest: Uint8Array
} {
  const view = new DataView(journal.buffer, journal.byteOffset, journal.byteLength)
  const frames: Uint8Array[] = []
  let at = journalHeaderLength
  while (journal[at] === 0x46) {
    const length = frameOverhead + view.getUint32(at + lengthOffset, true)
    frames.push(journal.subarray(at, at + length))
    at += length
  }
  return { header: journal.subarray(0, journalHeaderLength), frames, rest: journal.subarray(at) }
}

function spliceFrames(world: World, tally: Tally, victim: Victim, path: string, theirs: Uint8Array[]): void {
  const { header, frames, rest } = framesOf(victim.disk.contents(path))
  const older = victim.disk
    .list(folder)
    .filter((name) => name.endsWith('.journal') && !path.endsWith(name))
    .flatMap((name) => framesOf(victim.disk.contents(`${folder}/${name}`)).frames)
  const donors = [...frames, ...older, ...theirs]
  const tryFrames = (changed: (Uint8Array | undefined)[], state: string) => {
    const whole = concat([header, ...changed.flatMap((frame) => frame ?? []), rest])
    tryChanged(world, tally, victim, path, whole, state)
  }
  for (let at = 0; at <= frames.length; at++) {
    for (const [donor, frame] of donors.entries()) {
      tryFrames([...frames.slice(0, at), frame, ...frames.slice(at)], `frame ${donor} put in at ${at}`)
      if (at < frames.length) tryFrames(frames.with(at, frame), `frame ${at} replaced by ${donor}`)
    }
    for (let partner = 0; partner < frames.length; partner++) {
      const [one, other] = [frames[at], frames[partner]]
      if (one && other)
        tryFrames(frames.with(at, other).with(partner, one), `frames ${at} and ${partner} exchanged`)
    }
    // the last one missing, with nothing in its place, is what a rollback leaves
    if (at < frames.length - 1) tryFrames(frames.toSpliced(at, 1), `frame ${at} missing`)
  }
}
