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
const folder = process.env['FILIGRANE_LONG_LISTS']

/** Each with what its first line is. */
const lists: readonly (readonly [ScreenName, string])[] = [
  ['Interventions', '.contact-line'],
  ['Personnes', '.table-row:not([aria-busy])'],
  ['Suivis', '.follow-up'],
  ['Référencements', '.referral-card'],
  ['Conflits d’usage', '.incident-line'],
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
  const figures: Record<string, unknown> = {}
  for (const [name, line] of lists) {
    await shell(page).goTo('Aujourd’hui')
    await page.waitForTimeout(1500)
    const first = await opening(page, name, line)
    await shell(page).goTo('Aujourd’hui')
    const warm = await opening(page, name, line)
    figures[name] = { opensFirst: first, opensWarm: warm, ...(await scrolling(page, session)) }
  }
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(
    join(RESULTS, 'list.json'),
    `${JSON.stringify({ load: loadavg()[0], milliseconds: figures }, null, 2)}\n`,
  )
  expect(Object.keys(figures)).toHaveLength(lists.length)
})

/** From the press of the link to the frame that shows a line, in the page's own clock. */
async function opening(page: Page, name: ScreenName, line: string): Promise<number> {
  const link = shell(page).link(name)
  await link.hover()
  return link.evaluate(
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
}

/** Two seconds of scrolling by 60 pixels a frame: frames, and what the page's own thread did for each (script, style and layout). */
async function scrolling(page: Page, session: CDPSession) {
  await session.send('Performance.enable')
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
    return 1000 * (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration'))
  }
  const before = await spent()
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
  const work = (await spent()) - before
  const sorted = frames.toSorted((a, b) => a - b)
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    fps: round((1000 * frames.length) / frames.reduce((sum, each) => sum + each, 0)),
    frameMedian: round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    frameP99: round(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
    workPerFrame: round(work / frames.length),
  }
}
