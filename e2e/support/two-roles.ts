/** The worker and the coordinator at the same computer, one after the other. */
import type { Page } from '@playwright/test'
import type { Launched } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { locking } from './app.ts'
import { callEngine } from './bridge.ts'

export const coordinatorPassphrase = 'le lundi on relit ensemble'

/** Gives the coordinator a key of her own. */
export const letCoordinatorIn = (page: Page, passphrase: string) =>
  callEngine(page, 'security.letCoordinatorIn', {
    act: crypto.randomUUID(),
    passphrase,
    newPassphrase: coordinatorPassphrase,
  })

/** Locks, and opens with the coordinator’s own passphrase. */
export async function asCoordinator(opened: Launched, before: Page): Promise<Page> {
  const page = await locking(opened, () => before.keyboard.press('Control+L'))
  await page.getByRole('radio', { name: 'Coordination' }).check({ force: true })
  await lockPage(page).unlock(coordinatorPassphrase)
  await page.getByText('Ouvert avec la clé de coordination').waitFor()
  return page
}
