import { FileFault, type FileFaultCode, type FileSystem } from '#core/vault/ports'
import { createMemoryFiles, type MemoryFiles } from '#core/vault/testing/memory-files'
import { asFound, complaint, look, statesAtEnd } from './oracle.ts'
import { createVaultOn, runSession, someActs, type Act } from './session.ts'
import { spread, type Tally } from './tally.ts'
import { watched } from './watched.ts'
import type { World } from './world.ts'

const actsPerSession = 24

interface Plan {
  before: MemoryFiles
  acts: Act[]
}

function plan(world: World): Plan {
  const before = createMemoryFiles()
  createVaultOn(world.portsOn(before), 'indexed')
  world.bury()
  return { before, acts: someActs(world.random, actsPerSession) }
}

/** Runs the plan on a disk that misbehaves; then on the same disk, sound again, the vault must hold what was acknowledged. */
function tryPlan(world: World, { acts }: Plan, disk: MemoryFiles, files: FileSystem): string | null {
  try {
    const session = runSession(world.portsOn(files), disk, acts)
    world.bury()
    disk.capacity = Infinity
    return complaint(look(world, disk.fork()), statesAtEnd(session))
  } catch (fault) {
    return complaint(asFound(fault), [])
  } finally {
    world.bury()
  }
}

/** The k-th call of the file system fails, for k evenly spread, every one when enough states are wanted: reading or writing, once or from then on, for whatever reason. */
export function proveRefusals(world: World, tally: Tally, wanted: number): void {
  for (let left = wanted; left > 0;) {
    const planned = plan(world)
    const total = countCalls(world, planned)
    const tries = (['unwritable', 'disk-full', 'no-permission'] as const).flatMap((code) =>
      [true, false].flatMap((forever) => spread(total, left).map((at) => ({ code, forever, at }))),
    )
    const chosen = spread(tries.length, left).flatMap((index) => tries[index] ?? [])
    for (const { code, forever, at } of chosen) {
      const disk = planned.before.fork()
      const files = failing(disk, (call) => (forever ? call >= at : call === at), code)
      tally.count(
        `call ${at} ${code}${forever ? ', and all after' : ''}`,
        tryPlan(world, planned, disk, files),
      )
    }
    left -= Math.max(1, chosen.length)
  }
}

function countCalls(world: World, { before, acts }: Plan): number {
  let calls = 0
  const disk = before.fork()
  const files = watched(disk, () => void calls++)
  runSession(world.portsOn(files), disk, acts)
  world.bury()
  return calls
}

/** The same files, some of whose calls, counted from 0, are refused having done nothing. */
export function failing(
  files: FileSystem,
  isRefused: (call: number) => boolean,
  code: FileFaultCode,
): FileSystem {
  let calls = 0
  return watched(files, (call) => {
    const faultCode = call === 'read' && code !== 'no-permission' ? 'unreadable' : code
    if (isRefused(calls++)) throw new FileFault(faultCode)
  })
}

/** The disk holds so many bytes and not one more, for numbers evenly spread, every one when enough states are wanted; a session runs into it, and goes on with what it can. */
export function proveFullDisks(world: World, tally: Tally, wanted: number): void {
  for (let left = wanted; left > 0;) {
    const planned = plan(world)
    const used = sizeOf(planned.before)
    const all = planned.before.fork()
    let most = used
    const measured = watched(all, () => void (most = Math.max(most, sizeOf(all))))
    runSession(world.portsOn(measured), all, planned.acts)
    world.bury()
    const budgets = spread(most - used, left)
    for (const budget of budgets) {
      const disk = planned.before.fork()
      disk.capacity = used + budget
      tally.count(`room for ${budget} bytes`, tryPlan(world, planned, disk, disk))
    }
    left -= Math.max(1, budgets.length)
  }
}

function sizeOf(disk: MemoryFiles): number {
  return [...disk.all().values()].reduce((sum, { length }) => sum + length, 0)
}
