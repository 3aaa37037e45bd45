/**
 * `node e2e/window-bench.ts VAULT PASSPHRASE`: types in the note éclair of the built app while its engine verifies and checkpoints that
 * vault, whose next saves bring a checkpoint. Milliseconds from each key to the frame that shows it go out as JSON, by what the engine
 * was doing. The vault is changed.
 */
import type { Page } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { launchElectron } from './electron.ts'
import { lockPage } from './pages/lock.ts'
import { noteOfToday } from './pages/note.ts'
import { callEngine } from './support/bridge.ts'
import { clearDesk, newDesk } from './support/desk.ts'

/** Faster than anybody types: more keys fall into a short checkpoint. */
const keyInterval = 40
const keysAtRest = 200
const watching = 10

type Doing = 'opening' | 'verification' | 'checkpoint' | 'rest'
interface Latency {
  /** On the page's clock, in milliseconds since the epoch. */
  at: number
  latency: number
}

const [vault = '', passphrase = ''] = process.argv.slice(2)
const desk = newDesk(vault)
const launched = await launchElectron({ userData: desk.profile })
try {
  const { page } = launched
  await lockPage(page).unlock(passphrase)
  const { note } = noteOfToday(page)
  await note.click({ timeout: 120_000 })
  await measureKeys(page)
  const periods = watchEngine(page)
  while (!periods.isOver()) await typeSome(page)
  for (let keys = 0; keys < keysAtRest; keys += 20) await typeSome(page)
  const all = await page.evaluate(() => window.latencies)
  process.stdout.write(`${JSON.stringify(byDoing(all, periods.read()))}\n`)
} finally {
  await launched.close()
  clearDesk(desk)
}

async function typeSome(page: Page): Promise<void> {
  await page.keyboard.type('un mot de plus pour ', { delay: keyInterval })
}

declare global {
  interface Window {
    latencies: Latency[]
  }
}

/** From the system's event to the end of the frame that follows it; what is queued before it counts too. */
async function measureKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.latencies = []
    const channel = new MessageChannel()
    const waiting: number[] = []
    channel.port1.addEventListener('message', () => {
      for (const began of waiting.splice(0))
        window.latencies.push({ at: performance.timeOrigin + began, latency: performance.now() - began })
    })
    channel.port1.start()
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          waiting.push(timeStamp)
          // a task posted from a frame runs once that frame is painted
          channel.port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
}

interface Period {
  doing: Doing
  from: number
  to: number
}

/**
 * When the engine verified, by its own word, and when it checkpointed: from the first new pack to the new manifest. What comes before the
 * verification is the opening, when the code of the first screen runs for the first time.
 */
function watchEngine(page: Page) {
  const names = () => readdirSync(vault).filter((name) => name.endsWith('.manifest'))
  const packs = () => new Set(readdirSync(join(vault, 'packs')))
  const periods: Period[] = []
  const began = Date.now()
  const known = { manifests: names().length, packs: packs() }
  /** The last time nothing was verified. */
  let opening = began
  let verified: number | null = null
  let writing: number | null = null
  let saved: number | null = null
  void (async () => {
    while (saved === null) {
      if (writing === null && [...packs()].some((name) => !known.packs.has(name))) writing = Date.now()
      if (writing !== null && names().length > known.manifests) saved = Date.now()
      await sleep(watching)
    }
    periods.push({ doing: 'checkpoint', from: writing ?? saved, to: saved })
  })()
  void (async () => {
    while (verified === null) {
      const { state, checked } = await callEngine(page, 'vault.health', undefined)
      if (checked === 0) opening = Date.now()
      if (state !== 'running') verified = Date.now()
      await sleep(5 * watching)
    }
    periods.push({ doing: 'opening', from: began, to: opening })
    periods.push({ doing: 'verification', from: opening, to: verified })
  })()
  return { isOver: () => verified !== null && saved !== null, read: () => periods }
}

/** A key pressed while two things went on is the checkpoint’s. */
function byDoing(all: readonly Latency[], periods: readonly Period[]): Record<Doing, number[]> {
  const found: Record<Doing, number[]> = { opening: [], verification: [], checkpoint: [], rest: [] }
  const during = (doing: Doing, at: number) =>
    periods.some((period) => period.doing === doing && at >= period.from && at <= period.to)
  for (const { at, latency } of all) {
    const doing =
      (['checkpoint', 'opening', 'verification'] as const).find((doing) => during(doing, at)) ?? 'rest'
    found[doing].push(latency)
  }
  return found
}
