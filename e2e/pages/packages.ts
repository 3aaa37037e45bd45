import type { Page } from '@playwright/test'
import { shell } from './shell.ts'

/** Réunion d’équipe › Dossiers de révision. */
export function packagesPage(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return {
    button,
    dialog: (name: string) => page.getByRole('dialog', { name }),
    failure: page.getByRole('alert'),
    toast: shell(page).toast,
    /** Of the room where a package is read. */
    room: page.getByRole('dialog', { name: /^Fiche \d/ }),

    async open() {
      await shell(page).goTo('Réunion d’équipe')
      await page.getByRole('tab', { name: 'Dossiers de révision' }).click()
      await page.getByRole('heading', { name: 'Clés de révision' }).waitFor()
    },
    /** The number shown in a place. */
    number: async (within: 'page' | 'dialog'): Promise<string> => {
      const root = within === 'page' ? page.getByRole('main') : page.getByRole('dialog')
      return (await root.locator('.safety-number p').first().innerText()).replaceAll(/\s+/gu, ' ').trim()
    },
    async compareAndName(name: string) {
      await page.getByText('Nous avons comparé').click()
      await page.getByLabel('À qui est cette clé').fill(name)
    },
  }
}
