import type { Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onStandIn } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { noteOfToday } from '../pages/note.ts'
import { shell } from '../pages/shell.ts'
import { expect, locking, test } from '../support/app.ts'
import { putVault } from '../support/desk.ts'
import { type Region, commandLineOf, descendantsOf, isAlive, memoryHits } from '../support/processes.ts'

const RESULTS = join(import.meta.dirname, '../../test-results')
const CANARY = 'CANARI-zq7xzq7xzq7xzq7x'
const NEEDLES = [Buffer.from(CANARY, 'latin1'), Buffer.from(CANARY, 'utf16le')]

/** Everything malloc gives then lies in `[heap]`, so that what remains anonymous is V8's. */
const MALLOC_IN_ONE_PLACE = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '33554432' }

test.skip(process.platform !== 'linux', 'reads the memory of processes through /proc')

test('after a lock the engine is dead, and main’s JavaScript memory holds no note', async ({
  desk,
  start,
  fictional,
}) => {
  test.setTimeout(180_000)
  putVault(fictional, desk)
  const launched = await start(desk, MALLOC_IN_ONE_PLACE)
  const { app, page } = launched
  const main = app.process().pid ?? 0
  await lockPage(page).unlock(fictional.passphrase)
  await shell(page).rail.waitFor()
  await writeCanaries(page)

  const engine = descendantsOf(main).find((pid) => roleOf(pid, main) === 'engine') ?? 0
  const open = measure(main)
  // the control: the search does find what is there
  expect(total(open['engine'])).toBeGreaterThan(0)
  expect(total(open['renderer'])).toBeGreaterThan(0)
  expect(total(open['main'])).toBeGreaterThan(0)

  const locked = await locking(launched, () => page.keyboard.press('Control+l'))
  await expect(lockPage(locked).title).toHaveText('Verrouillé à votre demande')
  expect(isAlive(engine)).toBe(false)
  const justLocked = measure(main)
  await app.evaluate(collectAndOverwrite)
  const overwritten = measure(main)

  mkdirSync(RESULTS, { recursive: true })
  const residue = { canariesWritten: WRITTEN + 1, open, justLocked, overwritten }
  writeFileSync(join(RESULTS, 'residue.json'), `${JSON.stringify(residue, null, 2)}\n`)
  // a new engine that has opened nothing yet
  expect(total(overwritten['engine'])).toBe(0)
  if (onStandIn) expect(overwritten['main']?.anonymous).toBe(0)
})

const WRITTEN = 5

/** Notes saved, one more left as a draft, all of them found by a search. */
async function writeCanaries(page: Page): Promise<void> {
  const note = noteOfToday(page)
  for (let count = 0; count < WRITTEN; count++) {
    await note.addUnidentified()
    await note.note.fill(`${CANARY} ${count}`)
    await note.save()
    await expect(note.note).toHaveValue('')
  }
  await note.note.fill(CANARY)
  await expect(note.kept).toBeVisible()
  await shell(page).find(CANARY)
  await expect(shell(page).results.filter({ hasText: CANARY })).toHaveCount(WRITTEN)
}

type Hits = Record<Region, number>
const total = (hits: Hits | undefined): number =>
  Object.values(hits ?? {}).reduce((sum, count) => sum + count, 0)

/** Hits of every process of the app, added up by the role of the process. */
function measure(main: number): Record<string, Hits> {
  const byRole: Record<string, Hits> = {}
  for (const pid of [main, ...descendantsOf(main)]) {
    const role = roleOf(pid, main)
    const sum = (byRole[role] ??= { heap: 0, stack: 0, anonymous: 0, file: 0 })
    for (const [region, count] of Object.entries(memoryHits(pid, NEEDLES))) sum[region as Region] += count
  }
  return byRole
}

/** `main`, `engine`, `browser` (the stand-in's Chromium) or Chromium's own word: renderer, gpu-process… */
function roleOf(pid: number, main: number): string {
  const command = commandLineOf(pid)
  if (pid === main) return 'main'
  if (/Filigrane engine|utility-host|node\.mojom\.NodeService/.test(command)) return 'engine'
  return /--type=([a-z-]+)/.exec(command)?.[1] ?? 'browser'
}

/**
 * Runs in main: a full collection, then enough ordinary allocation to go over every page of the young generation. A
 * collection alone frees those pages without wiping them: what was dead stays readable until something takes its place.
 */
async function collectAndOverwrite(): Promise<void> {
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
  const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as (options?: object) => void
  collect()
  for (let round = 0; round < 12; round++) {
    const junk: string[] = []
    for (let count = 0; count < 40_000; count++) junk.push(`${'x'.repeat(64)}${count}${Math.random()}`)
    collect({ type: 'minor' })
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  collect()
  collect()
}
