/**
 * How fast long lists open and scroll, on a vault made by `npm run demo -- --contacts 100000 …`: see docs/benchmarks.md. Figures
 * are written, not asserted: a loaded computer would make them lie.
 */
import type { CDPSession, Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { lockPage } from '../pages/lock.ts'
import { type ScreenName, shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { putVault } from '../support/desk.ts'

const RESULTS = join(import.meta.dirname, '../../test-results')
/** How many times each list is opened again; the middle one is told. */
const WARM = 5
const folder = process.env['FILIGRANE_LONG_LISTS']

/** Each with what its first line is. */
const lists: readonly (readonly [ScreenName, string])[] = [
  ['Interventions', '.contact-line'],
  ['Personnes', '.table-row:not([aria-busy])'],
  ['Suivis', '.follow-up'],
  ['Référencements', '.referral-card'],
  ['Conflits d’usage', '.incident-line'],
  ['Ressources', '.resource-line'],
]

test('long lists open and scroll', async ({ desk, start }) => {
  test.skip(folder === undefined, 'a measure, made on demand')
  test.setTimeout(600_000)
  const passphrase = 'carnet-fictif-lanterne-rivière-tricot'
  putVault({ folder: folder ?? '', passphrase }, desk)
  const { page } = await start()
  await lockPage(page).unlock(passphrase)
  await shell(page).rail.waitFor({ timeout: 60_000 })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const figures: Record<string, unknown> = {}
  for (const [name, line] of lists) {
    const opened: Opening[] = []
    for (let round = 0; round <= WARM; round++) {
      await shell(page).goTo('Aujourd’hui')
      await page.waitForTimeout(1500)
      opened.push(await opening(page, session, name, line))
    }
    const [first, ...warm] = opened
    figures[name] = {
      opensFirst: first,
      opensWarm: warm.toSorted((a, b) => a.milliseconds - b.milliseconds)[Math.floor(WARM / 2)],
      ...(await scrolling(page, session)),
    }
  }
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(
    join(RESULTS, 'list.json'),
    `${JSON.stringify({ load: loadavg()[0], lists: figures }, null, 2)}\n`,
  )
  expect(Object.keys(figures)).toHaveLength(lists.length)
})

/** What the page's own thread did, in milliseconds of processor: a loaded computer makes it wait, and does not make it work more. */
async function work(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0)
  return {
    script: of('ScriptDuration'),
    layout: of('LayoutDuration') + of('RecalcStyleDuration'),
    all: of('TaskDuration'),
  }
}
type Work = Awaited<ReturnType<typeof work>>

const round = (value: number) => Math.round(value * 10) / 10
const share = (before: Work, after: Work, count: number): Work => ({
  script: round((after.script - before.script) / count),
  layout: round((after.layout - before.layout) / count),
  all: round((after.all - before.all) / count),
})

type Opening = { milliseconds: number; work: Work }

/** From the press of the link to the frame that shows a line, in the page's own clock. */
async function opening(page: Page, session: CDPSession, name: ScreenName, line: string): Promise<Opening> {
  const link = shell(page).link(name)
  await link.hover()
  const before = await work(session)
  const milliseconds = await link.evaluate(
    (element, line) =>
      new Promise<number>((resolve) => {
        const began = performance.now()
        const look = () =>
          document.querySelector(line) === null
            ? requestAnimationFrame(look)
            : requestAnimationFrame(() => resolve(Math.round(performance.now() - began)))
        ;(element as HTMLElement).click()
        requestAnimationFrame(look)
      }),
    line,
  )
  return { milliseconds, work: share(before, await work(session), 1) }
}

/** Two seconds of scrolling by 60 pixels a frame: frames, and what the page's own thread did for each. */
async function scrolling(page: Page, session: CDPSession) {
  const before = await work(session)
  const frames = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const frame = document.getElementById('content')
        const times: number[] = []
        const began = performance.now()
        const step = (now: number) => {
          times.push(now)
          frame?.scrollBy(0, 60)
          if (now - began < 2000) requestAnimationFrame(step)
          else resolve(times.slice(1).map((time, at) => time - (times[at] ?? 0)))
        }
        requestAnimationFrame(step)
      }),
  )
  const worked = share(before, await work(session), frames.length)
  const sorted = frames.toSorted((a, b) => a - b)
  return {
    fps: round((1000 * frames.length) / frames.reduce((sum, each) => sum + each, 0)),
    frameMedian: round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    frameP99: round(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
    workPerFrame: worked,
  }
}
