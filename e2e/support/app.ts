/** What every spec begins with: a desk of its own, the app started on it, and a fictional vault shared by all. */
import { type Page, expect, test as base } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Launched, launchElectron, windowOf } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { shell } from '../pages/shell.ts'
import { watchSockets } from './sockets.ts'
import { type ClosedVault, type Desk, clearDesk, makeFictionalVault, newDesk, putVault } from './desk.ts'

interface TestFixtures {
  /** An empty desk. */
  desk: Desk
  /** Starts the app on a desk (by default this test's own). It is closed with the test. */
  start: (on?: Desk, env?: Readonly<Record<string, string>>) => Promise<Launched>
  /** The app, on a copy of the fictional vault, unlocked. */
  opened: Launched
}
interface WorkerFixtures {
  fictional: ClosedVault
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  fictional: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const out = mkdtempSync(join(tmpdir(), 'filigrane-fictional-'))
      await use(makeFictionalVault(out))
      rmSync(out, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // oxlint-disable-next-line no-empty-pattern
  desk: async ({}, use) => {
    const desk = newDesk()
    await use(desk)
    clearDesk(desk)
  },
  start: async ({ desk }, use) => {
    const all: Launched[] = []
    const watches: ReturnType<typeof watchSockets>[] = []
    await use(async (on = desk, env = {}) => {
      const launched = await launchElectron({ userData: on.profile, env })
      all.push(launched)
      if (process.platform === 'linux') watches.push(watchSockets(launched.app.process().pid ?? 0))
      // before that main is still starting: an evaluation then has made Node's inspector abort
      await launched.page.getByRole('heading', { level: 1 }).waitFor()
      return launched
    })
    const sockets = watches.flatMap((watch) => watch.stop())
    for (const launched of all) await launched.close()
    // whatever the test did: the app speaks to nobody
    expect(sockets).toEqual([])
  },
  opened: async ({ desk, start, fictional }, use) => {
    putVault(fictional, desk)
    const launched = await start()
    await lockPage(launched.page).unlock(fictional.passphrase)
    await shell(launched.page).rail.waitFor()
    await use(launched)
  },
})
export { expect }

/** Does what locks the window, then waits for the fresh page that comes after the crash of the old one. */
export async function locking(launched: Launched, act: () => Promise<unknown>): Promise<Page> {
  const window = await windowOf(launched)
  const loaded = window.evaluate(
    ({ webContents }) => new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve())),
  )
  // the page dies under the act
  await act().catch(() => undefined)
  await loaded
  return launched.reconnect()
}
