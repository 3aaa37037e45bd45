/** Every spec here runs on the fixture app. */
import { type ElectronApplication, type Page, test as base } from '@playwright/test'
import { join } from 'node:path'
import { type Launched, launchElectron } from '../../electron.ts'

export const FIXTURE_APP = join(import.meta.dirname, '../fixture-app')

export const test = base.extend<{ launched: Launched; electronApp: ElectronApplication; page: Page }>({
  launched: async ({}, use) => {
    const launched = await launchElectron({ entry: FIXTURE_APP })
    await launched.page.getByRole('heading', { name: 'Fixture' }).waitFor()
    await use(launched)
    await launched.close()
  },
  electronApp: ({ launched }, use) => use(launched.app),
  page: ({ launched }, use) => use(launched.page),
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
  echo<T>(value: T): T
  fail(): never
  later<T>(value: T): Promise<T>
  refuse(): Promise<never>
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
}
declare global {
  /** In the page. */
  var api: Api
  /** In main. */
  var seen: Seen
  var engine: import('electron').UtilityProcess
}
