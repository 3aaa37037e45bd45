import { concat } from '#core/vault/bytes'
import { decodeHeader } from '#core/vault/manifest'
import { sizes } from '#core/vault/sizes'
import type { Random } from '#core/random'
import { rehearseRestore, type Restoring } from '../../engine/store/backups.ts'
import { finish } from '../../engine/store/long-act.ts'
import {
  cheapCosts,
  cheapPolicy,
  notes,
  openNotes,
  passphrase,
  schema,
} from '../../engine/store/testing/real-ports.ts'
import {
  asFound,
  complaintAfterDamage,
  damages,
  describe,
  isAmong,
  look,
  statesAtEnd,
  type Found,
  type State,
} from './oracle.ts'
import { makeVictim, soundVictim } from './damage.ts'
import { folder } from './session.ts'
import { spread, type Tally } from './tally.ts'
import type { World } from './world.ts'
import { createMemoryFiles, type MemoryFiles } from '#core/vault/testing/memory-files'

/**
 * Files filled with noise, by nature: flipped, overwritten, cut, lengthened, shuffled, with absurd numbers. A tenth of the manifests have the hash of
 * what their header became, so that whoever opens them goes on to the numbers in it: costs of derivation among others.
 */
export function proveFuzz(world: World, tally: Tally, wanted: number): void {
  const victim = soundVictim(world, tally, 2)
  const files = [...victim.disk.all()].filter(([path]) => path.startsWith(`${folder}/`))
  const manifests = files.filter(([path]) => path.endsWith('.manifest'))
  for (let n = 0; n < wanted; n++) {
    const disk = victim.disk.fork()
    if (world.random.chance(0.1)) {
      const [path, bytes] = world.random.pick(manifests)
      disk.tamper(path, withGarbledHeader(world, bytes))
      const complaint = complaintAfterDamage(look(world, disk), victim.session, { mayRefuse: headerRefusals })
      tally.count(`input ${n}, a header`, complaint)
      continue
    }
    const changed = world.random.int(1, 2)
    for (let one = 0; one < changed; one++) {
      const [path, bytes] = world.random.pick(files)
      disk.tamper(path, garble(world.random, bytes))
    }
    const found = look(world, disk)
    tally.count(`input ${n}`, complaintAfterDamage(found, victim.session, { mostLost: Infinity }))
  }
}

/** Another salt, say, gives a key that opens nothing: as a wrong passphrase does. */
const headerRefusals = [...damages, 'wrong-passphrase']

/** Of a manifest: some bytes of its header's fields changed, and their plain hash made again. */
function withGarbledHeader(world: World, manifest: Uint8Array): Uint8Array {
  const { random } = world
  const { crypto } = world.portsOn(createMemoryFiles())
  const fields = decodeHeader(crypto, manifest).fields.slice()
  const after = fields.length + sizes.hash
  // what tells the format and the vault is left as it is
  const at = random.int(sizes.vaultId + 10, fields.length - 1)
  fields.set(noise(random, Math.min(random.pick([1, 1, 4]), fields.length - at)), at)
  return concat([fields, crypto.hash(fields), manifest.subarray(after)])
}

export function garble(random: Random, bytes: Uint8Array): Uint8Array {
  let garbled: Uint8Array = bytes.slice()
  for (let times = random.int(1, 4); times > 0; times--) garbled = garbleOnce(random, garbled)
  return garbled
}

/** Small numbers, where headers and lengths are, come up more often. */
function somewhere(random: Random, length: number): number {
  return random.int(0, Math.max(0, random.chance(0.5) ? Math.min(length, 300) : length) - 1)
}

function garbleOnce(random: Random, bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) return noise(random, random.int(0, 64))
  const at = somewhere(random, bytes.length)
  const length = random.int(1, random.pick([1, 4, 8, 64, 600]))
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + length)]
  switch (random.int(0, 7)) {
    case 0:
      return bytes.with(at, (bytes[at] ?? 0) ^ (1 << random.int(0, 7)))
    case 1:
      return concat([before, noise(random, length), after])
    case 2:
      return concat([before, new Uint8Array(length).fill(random.pick([0, 0xff])), after])
    case 3:
      return concat([before, after])
    case 4:
      return concat([before, noise(random, length), bytes.subarray(at)])
    case 5:
      return before.slice()
    case 6:
      return concat([bytes.subarray(0, at + length), bytes.subarray(at)])
    default:
      return concat([before, bytes.subarray(somewhere(random, bytes.length)), after])
  }
}

function noise(random: Random, length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, () => random.int(0, 255))
}

const file = '/copie'

/** A backup cut at every length, flipped at its bits, garbled: restored exactly, or refused leaving nothing. */
export function proveBackups(world: World, tally: Tally, wanted: number): void {
  const { disk, session } = makeVictim(world, 2)
  if (!finish(openNotes(world.portsOn(disk), folder).backUp(file)).ok) throw new Error('no backup to damage')
  world.bury()
  const bytes = disk.contents(file)
  const attempt = (changed: Uint8Array, state: string) => {
    const fork = disk.fork()
    fork.tamper(file, changed)
    const isSame = Buffer.compare(changed, bytes) === 0
    tally.count(state, complaintAboutBackup(world, fork, isSame ? statesAtEnd(session) : []))
  }
  attempt(bytes, 'untouched')
  const third = Math.ceil(wanted / 3)
  for (const length of spread(bytes.length, third)) attempt(bytes.subarray(0, length), `cut to ${length}`)
  for (const bit of spread(bytes.length * 8, third))
    attempt(bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))), `bit ${bit}`)
  for (let n = 0; n < third; n++) attempt(garble(world.random, bytes), `input ${n}`)
}

const restoring: Restoring = {
  file,
  folder: '/essai',
  secret: { kind: 'passphrase', passphrase },
  migrations: schema,
  costs: cheapCosts,
  policy: cheapPolicy,
}

/** In one of these states; none of them: a changed backup must be refused, whole: its last byte is authenticated like the first. */
function complaintAboutBackup(world: World, disk: MemoryFiles, allowed: readonly State[]): string | null {
  const before = [...disk.all().keys()].join()
  const found = rehearsed(world, disk)
  if ([...disk.all().keys()].join() !== before) return 'the rehearsal left something behind'
  if (found.kind === 'bug') return `bug: ${found.message}`
  if (found.kind === 'opened') return isAmong(found, allowed) ? null : describe(found)
  return allowed.length === 0 && damages.includes(found.failure) ? null : `refused: ${found.failure}`
}

function rehearsed(
  world: World,
  disk: MemoryFiles,
): Exclude<Found, { kind: 'opened' }> | ({ kind: 'opened' } & State) {
  try {
    const result = finish(rehearseRestore(world.portsOn(disk), restoring, notes))
    if (!result.ok) return { kind: 'refused', failure: result.failure }
    return { kind: 'opened', notes: result.value.found, sequence: result.value.sequence }
  } catch (fault) {
    return asFound(fault)
  } finally {
    world.bury()
  }
}
