import { failed, type Result } from '#core/result'
import { finish } from '#core/steps'
import { fallBack, type WholeState } from '#core/vault/fallback'
import { failureOf } from '#core/vault/fault'
import type { FileFaultCode, FileSystem } from '#core/vault/ports'
import type { MemoryFiles } from '#core/vault/testing/memory-files'
import { unsynced } from '#core/vault/testing/power-loss'
import { passphraseBytes } from '../../engine/store/passphrase-bytes.ts'
import { cheapPolicy, passphrase } from '../../engine/store/testing/real-ports.ts'
import { makeVictim } from './damage.ts'
import { failing } from './faults.ts'
import { garble } from './fuzz.ts'
import { describe, isAmong, look, stateAt } from './oracle.ts'
import { firstBytes, somePart } from './power.ts'
import { folder, type Session } from './session.ts'
import { spread, type Tally } from './tally.ts'
import { watched } from './watched.ts'
import type { World } from './world.ts'

type Fallen = Result<WholeState & { aside: string }, string>

/**
 * Vaults damaged in every way fall back: to a state that was acknowledged, the one that was told, every file of before being kept as it was;
 * or are refused, nothing having changed. Then the same fallback is cut at every operation, its operations reordered, its calls refused.
 */
export function proveFallbacks(world: World, tally: Tally, wanted: number): void {
  const victim = makeVictim(world, 4)
  const files = [...victim.disk.all()].filter(([path]) => path.startsWith(`${folder}/`))
  for (let n = 0; n < wanted / 2; n++) {
    const disk = victim.disk.fork()
    for (let one = world.random.int(0, 3); one > 0; one--) {
      const [path, bytes] = world.random.pick(files)
      disk.tamper(path, world.random.chance(0.2) ? null : damage(world, bytes))
    }
    tally.count(`damage ${n}`, complaintAboutFallback(world, disk, victim.session))
  }
  const damaged = victim.disk.fork()
  for (const manifest of files.filter(([path]) => path.endsWith('.manifest')).slice(-1))
    damaged.tamper(manifest[0], manifest[1].with(60, (manifest[1][60] ?? 0) ^ 1))
  interrupt(world, tally, damaged, Math.ceil(wanted / 4))
  refuse(world, tally, damaged, Math.ceil(wanted / 4))
}

/** A bit, mostly: what is garbled further is refused earlier. */
function damage({ random }: World, bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0 || random.chance(0.3)) return garble(random, bytes)
  const at = random.int(0, bytes.length - 1)
  return bytes.with(at, (bytes[at] ?? 0) ^ (1 << random.int(0, 7)))
}

function fallBackOn(world: World, files: FileSystem): Fallen | { bug: string } {
  const secret = passphraseBytes(passphrase)
  try {
    return finish(fallBack(world.portsOn(files), { folder, role: 'worker', secret, policy: cheapPolicy }))
  } catch (fault) {
    try {
      return failed(failureOf(fault))
    } catch (bug) {
      return { bug: bug instanceof Error ? bug.message : String(bug) }
    }
  }
}

function complaintAboutFallback(world: World, disk: MemoryFiles, session: Session): string | null {
  const before = disk.all()
  const found = look(world, disk.fork())
  const isSound = found.kind === 'opened' && !found.damaged
  const fallen = fallBackOn(world, disk)
  if ('bug' in fallen) return `bug: ${fallen.bug}`
  if (!fallen.ok) {
    if (fallen.failure === 'vault-whole' && !isSound) return 'called whole, though it does not open so'
    return changesIn(disk, before, [])
  }
  if (isSound) return 'fell back from a vault that opens'
  const { sequence, missing, aside } = fallen.value
  const states = session.history.flatMap((_, index) => stateAt(session, index))
  const now = look(world, disk.fork())
  if (now.kind !== 'opened' || now.damaged)
    return `fell back, then ${now.kind === 'opened' ? 'damaged' : now.kind}`
  if (now.sequence !== sequence || !isAmong(now, states)) return describe(now)
  if (sequence + missing > (states.at(-1)?.sequence ?? 0)) return `${missing} transactions that never were`
  const copies = [...before]
    .filter(([path]) => isKept(path))
    .map(([path, bytes]) => [asideOf(path, aside), bytes] as const)
  return changesIn(disk, before, copies)
}

/** Null when everything of before is still there, and these. */
function changesIn(
  disk: MemoryFiles,
  before: Map<string, Uint8Array>,
  more: readonly (readonly [string, Uint8Array])[],
): string | null {
  const now = disk.all()
  for (const [path, bytes] of [...before, ...more]) {
    if (path.endsWith('/lock')) continue
    const found = now.get(path)
    if (!found || Buffer.compare(found, bytes) !== 0) return `${path} is not what it was`
  }
  return null
}

const isKept = (path: string) => /\/(\d{4,}\.[a-z.]+|packs\/[^/]+)$/.test(path)
const asideOf = (path: string, aside: string) => path.replace(folder, `${folder}/${aside}`)

/** The process or the power stops: the vault is as damaged as it was, and falls back again, or it opens where it was to. */
function interrupt(world: World, tally: Tally, damaged: MemoryFiles, wanted: number): void {
  const whole = damaged.fork()
  const fallen = fallBackOn(world, whole)
  if ('bug' in fallen || !fallen.ok) throw new Error('nothing to interrupt')
  const { operations } = whole
  const { sequence } = fallen.value
  const after = (disk: MemoryFiles, isOver: boolean) => afterwards(world, { disk, damaged, sequence, isOver })
  for (const at of spread(operations.length + 1, Math.ceil(wanted / 3))) {
    const done = operations.slice(0, at)
    const isOver = at === operations.length
    tally.count(`cut at ${at}`, after(damaged.fork(done), isOver))
    const next = operations[at]
    if (next?.kind === 'write')
      tally.count(
        `cut inside ${at}`,
        after(damaged.fork([...done, firstBytes(next, next.bytes.length >> 1)]), false),
      )
    const pending = new Set(unsynced(done))
    const nothing = done.filter((_, index) => !pending.has(index))
    tally.count(`power cut at ${at}`, after(damaged.fork(nothing), isOver))
  }
  for (let n = 0; n < wanted / 3; n++) {
    const at = world.random.int(0, operations.length)
    const done = operations.slice(0, at)
    const pending = new Set(unsynced(done))
    const kept = done.flatMap((operation, index) =>
      pending.has(index) ? (somePart(world, operation) ?? []) : operation,
    )
    tally.count(`power cut at ${at}, draw ${n}`, after(damaged.fork(kept), at === operations.length))
  }
}

/** Everything of before is there; and the vault opens where it was to go, or it can still go there, unless it was told that it is done. */
function afterwards(
  world: World,
  state: { disk: MemoryFiles; damaged: MemoryFiles; sequence: number; isOver: boolean },
): string | null {
  const { disk, damaged, sequence, isOver } = state
  const opened = look(world, disk.fork())
  const changed = changesIn(disk, damaged.all(), [])
  if (changed !== null) return changed
  if (opened.kind === 'opened')
    return opened.sequence === sequence && !opened.damaged ? null : describe(opened)
  if (isOver) return 'what was acknowledged does not open'
  const again = fallBackOn(world, disk)
  return !('bug' in again) && again.ok && again.value.sequence === sequence
    ? null
    : 'does not fall back again'
}

/** The k-th call of the file system fails: refused with everything of before there, or done. */
function refuse(world: World, tally: Tally, damaged: MemoryFiles, wanted: number): void {
  let calls = 0
  const sound = fallBackOn(
    world,
    watched(damaged.fork(), () => void calls++),
  )
  if ('bug' in sound || !sound.ok) throw new Error('nothing to refuse')
  const { sequence } = sound.value
  const codes = ['unwritable', 'disk-full', 'no-permission'] as const satisfies FileFaultCode[]
  const tries = codes.flatMap((code) => Array.from({ length: calls }, (_, at) => ({ code, at })))
  for (const index of spread(tries.length, wanted)) {
    const { code, at } = tries[index] ?? { code: 'unwritable', at: 0 }
    const disk = damaged.fork()
    const fallen = fallBackOn(
      world,
      failing(disk, (call) => call === at, code),
    )
    const complaint =
      'bug' in fallen
        ? `bug: ${fallen.bug}`
        : afterwards(world, { disk, damaged, sequence, isOver: fallen.ok })
    tally.count(`call ${at} ${code}`, complaint)
  }
}
