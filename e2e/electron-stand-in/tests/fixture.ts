/** Every spec here runs on the fixture app. */
import { type ElectronApplication, type JSHandle, type Page, test as base } from '@playwright/test'
import type { BrowserWindow, UtilityProcess } from 'electron'
import { join } from 'node:path'
import { type Launched, launchElectron, windowOf } from '../../electron.ts'

export const FIXTURE_APP = join(import.meta.dirname, '../fixture-app')

interface Fixtures {
  launched: Launched
  electronApp: ElectronApplication
  page: Page
  /** Main's own object for the first window. */
  browserWindow: JSHandle<BrowserWindow>
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  launched: async ({}, use) => {
    const launched = await launchElectron({ entry: FIXTURE_APP })
    await launched.page.getByRole('heading', { name: 'Fixture' }).waitFor()
    await use(launched)
    await launched.close()
  },
  electronApp: ({ launched }, use) => use(launched.app),
  page: ({ launched }, use) => use(launched.page),
  browserWindow: async ({ launched }, use) => use(await windowOf(launched)),
})
export { expect } from '@playwright/test'

/** What the fixture app's main process has seen; see fixture-app/main.cjs. */
export interface Seen {
  navigations: string[]
  senders: [isMainFrame: boolean, url: string][]
  seconds: { argv: string[]; data: unknown }[]
  downloads: string[]
}
/** What the fixture app's preload exposes; see fixture-app/preload.cjs. */
export interface Api {
  nested: { when: Date; list: [number, { deep: boolean }] }
  echo: <T>(value: T) => T
  fail: () => never
  later: <T>(value: T) => Promise<T>
  refuse: () => Promise<never>
  invoke: (channel: string, ...args: unknown[]) => Promise<unknown>
}
declare global {
  /** In the page. */
  var api: Api
  /** In main. */
  var seen: Seen
  var engine: UtilityProcess
}
