import { createMemoryFiles, type MemoryFiles, type Operation } from '#core/vault/testing/memory-files'
import { unsynced } from '#core/vault/testing/power-loss'
import { complaint, look, statesAtCut } from './oracle.ts'
import { createVaultOn, runSession, someActs, type Session } from './session.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

/** A session that nothing disturbs, with the disk before it and everything it did to the disk. */
interface Recording {
  before: MemoryFiles
  operations: readonly Operation[]
  session: Session
}
const actsPerSession = 24

function record(world: World): Recording {
  const before = createMemoryFiles()
  createVaultOn(world.portsOn(before), 'indexed')
  world.bury()
  const disk = before.fork()
  const session = runSession(world.portsOn(disk), disk, someActs(world.random, actsPerSession))
  world.bury()
  return { before, operations: disk.operations, session }
}

/** The process or the power stops after any operation, or after any byte of a write, the disk having kept everything until then. */
export function proveCuts(world: World, tally: Tally, wanted: number): void {
  for (let left = wanted; left > 0;) left -= cutOneSession(world, tally, left)
}

function cutOneSession(world: World, tally: Tally, most: number): number {
  const { before, operations, session } = record(world)
  const bytes = operations.reduce((sum, operation) => sum + cutsOf(operation), 0)
  const step = Math.max(1, Math.floor(bytes / Math.max(1, most)))
  let disk = before
  let tried = 0
  for (const [at, operation] of operations.entries()) {
    const cuts = cutsOf(operation)
    // every boundary, and the first and last byte of every write, whatever the measure
    for (let cut = 0; cut < cuts; cut = nextCut(cut, cuts, step)) {
      const state = cut === 0 ? disk : disk.fork([firstBytes(operation, cut)])
      tally.count(
        `operation ${at}, byte ${cut}`,
        complaint(look(world, state.fork()), statesAtCut(session, at)),
      )
      tried++
    }
    disk = disk.fork([operation])
  }
  tally.count('at the end', complaint(look(world, disk.fork()), statesAtCut(session, operations.length)))
  return tried + 1
}

function nextCut(cut: number, cuts: number, step: number): number {
  if (cut === 0) return 1
  return cut < cuts - 1 ? Math.min(cut + step, cuts - 1) : cuts
}

/** Before the operation, and inside it after each of its bytes but the last. */
function cutsOf(operation: Operation): number {
  return operation.kind === 'write' ? Math.max(1, operation.bytes.length) : 1
}

export function firstBytes(operation: Operation, count: number): Operation {
  return operation.kind === 'write' ? { ...operation, bytes: operation.bytes.subarray(0, count) } : operation
}

function lastBytes(operation: Operation & { kind: 'write' }, from: number): Operation {
  return { ...operation, offset: operation.offset + from, bytes: operation.bytes.subarray(from) }
}

/**
 * The power stops after any operation; of what no sync had made durable, the disk kept nothing, everything, one thing, all but one,
 * or any part, a write kept being perhaps cut short.
 */
export function proveReorderings(world: World, tally: Tally, wanted: number): void {
  while (tally.verdict().states < wanted) reorderOneSession(world, tally, wanted)
}

function reorderOneSession(world: World, tally: Tally, wanted: number): void {
  const { before, operations, session } = record(world)
  const each = Math.max(1, Math.ceil(wanted / operations.length) - 2)
  for (let at = 0; at <= operations.length; at++) {
    const done = operations.slice(0, at)
    const pending = unsynced(done)
    const tryKeeping = (label: string, keep: (index: number) => Operation | null) => {
      const isPending = new Set(pending)
      const kept = done.flatMap((operation, index) => {
        const survivor = isPending.has(index) ? keep(index) : operation
        return survivor ? [survivor] : []
      })
      const found = look(world, before.fork(kept))
      tally.count(`operation ${at}, ${label}`, complaint(found, statesAtCut(session, at)))
    }
    const whole = (index: number) => done[index] ?? null
    tryKeeping('nothing pending kept', () => null)
    if (pending.length === 0) continue
    const singles = pending.length * 2 <= each ? pending : []
    for (const one of singles) {
      tryKeeping(`only ${one} kept`, (index) => (index === one ? whole(index) : null))
      tryKeeping(`all but ${one} kept`, (index) => (index === one ? null : whole(index)))
    }
    for (let n = singles.length * 2; n < each; n++)
      tryKeeping(`any part kept, draw ${n}`, (index) => somePart(world, done[index]))
  }
}

export function somePart({ random }: World, operation: Operation | undefined): Operation | null {
  if (!operation || random.chance(0.5)) return null
  if (operation.kind !== 'write' || random.chance(0.5)) return operation
  const cut = random.int(0, operation.bytes.length)
  // a disk writes the sectors of one write in any order
  return random.chance(0.5) ? firstBytes(operation, cut) : lastBytes(operation, cut)
}

/** The creation of a vault stops after any operation or any byte: no vault, or a whole one. */
export function proveCreations(world: World, tally: Tally, wanted: number): void {
  const disk = createMemoryFiles()
  createVaultOn(world.portsOn(disk), 'indexed')
  world.bury()
  const named = disk.operations.findIndex(({ kind, path }) => kind === 'rename' && path.endsWith('.creating'))
  const operations = disk.operations.slice(0, named + 2)
  const bytes = operations.reduce((sum, operation) => sum + cutsOf(operation), 0)
  const step = Math.max(1, Math.floor(bytes / wanted))
  let state = createMemoryFiles()
  for (const [at, operation] of operations.entries()) {
    for (let cut = 0; cut < cutsOf(operation); cut = nextCut(cut, cutsOf(operation), step)) {
      const found = look(world, state.fork(cut === 0 ? [] : [firstBytes(operation, cut)]))
      const isNone = found.kind === 'refused' && found.failure === 'vault-missing'
      const isWhole = found.kind === 'opened' && found.notes.length === 0 && !found.damaged
      tally.count(`operation ${at}, byte ${cut}`, isNone || isWhole ? null : complaint(found, []))
    }
    state = state.fork([operation])
  }
}
