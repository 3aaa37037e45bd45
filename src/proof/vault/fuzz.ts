import { concat } from '#core/vault/bytes'
import type { Random } from '#core/random'
import { rehearseRestore, type Restoring } from '../../engine/store/backups.ts'
import { finish } from '../../engine/store/long-act.ts'
import {
  cheapCosts,
  cheapPolicy,
  openNotes,
  passphrase,
  schema,
} from '../../engine/store/testing/real-ports.ts'
import { asFound, complaintAfterDamage, look } from './oracle.ts'
import { makeVictim } from './damage.ts'
import { folder } from './session.ts'
import { spread, type Tally } from './tally.ts'
import type { World } from './world.ts'
import type { MemoryFiles } from '#core/vault/testing/memory-files'

/** Files filled with noise, by nature: flipped, overwritten, cut, lengthened, shuffled, with absurd numbers. */
export function proveFuzz(world: World, tally: Tally, wanted: number): void {
  const victim = makeVictim(world, 2)
  const files = [...victim.disk.all()].filter(([path]) => path.startsWith(`${folder}/`))
  for (let n = 0; n < wanted; n++) {
    const disk = victim.disk.fork()
    const changed = world.random.int(1, 2)
    for (let one = 0; one < changed; one++) {
      const [path, bytes] = world.random.pick(files)
      disk.tamper(path, garble(world.random, bytes))
    }
    tally.count(`input ${n}`, complaintAfterDamage(look(world, disk), victim.session, Infinity))
  }
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
  const { disk } = makeVictim(world, 2)
  if (!finish(openNotes(world.portsOn(disk), folder).backUp(file)).ok) throw new Error('no backup to damage')
  world.bury()
  const bytes = disk.contents(file)
  const attempt = (changed: Uint8Array, state: string) => {
    const fork = disk.fork()
    fork.tamper(file, changed)
    tally.count(state, complaintAboutBackup(world, fork))
  }
  const third = Math.ceil(wanted / 3)
  for (const length of spread(bytes.length, third)) attempt(bytes.subarray(0, length), `cut to ${length}`)
  for (const bit of spread(bytes.length * 8, third))
    attempt(bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))), `bit ${bit}`)
  for (let n = 0; n < third; n++) attempt(garble(world.random, bytes), `input ${n}`)
  if (complaintAboutBackup(world, disk) !== null)
    tally.count('untouched', 'the backup itself is not restored')
}

const restoring: Restoring = {
  file,
  folder: '/essai',
  secret: { kind: 'passphrase', passphrase },
  migrations: schema,
  costs: cheapCosts,
  policy: cheapPolicy,
}

/** A changed backup must be refused, whole: its last byte is authenticated like the first. */
function complaintAboutBackup(world: World, disk: MemoryFiles): string | null {
  const before = [...disk.all().keys()].join()
  const original = disk.operations.length === 0 ? null : disk
  try {
    const result = finish(rehearseRestore(world.portsOn(disk), restoring, () => null))
    if ([...disk.all().keys()].join() !== before) return 'the rehearsal left something behind'
    if (!result.ok) return original ? result.failure : null
    return result.value.sequence === 6 ? null : `restored at ${result.value.sequence}`
  } catch (fault) {
    const found = asFound(fault)
    return found.kind === 'bug' ? found.message : null
  } finally {
    world.bury()
  }
}
