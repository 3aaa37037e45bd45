import type { Page } from '@playwright/test'
import { shell } from './shell.ts'

/** Réglages › Sécurité et copies. */
export function securityPage(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const slot = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
  return {
    button,
    dialog,
    slot,
    verified: page.getByText(/^Vérifié en entier à/),
    toast: shell(page).toast,
    failure: page.getByRole('alert'),
    current: page.getByLabel('Votre phrase de passe actuelle', { exact: true }),

    async open() {
      await shell(page).goTo('Réglages')
      await page.getByRole('tab', { name: 'Sécurité et copies' }).click()
      await page.getByRole('heading', { name: 'Le carnet sur ce poste' }).waitFor()
    },
    /** A new passphrase, twice. */
    async choose(label: string, text: string) {
      await page.getByLabel(label, { exact: true }).fill(text)
      await page.getByLabel('La même, une seconde fois').fill(text)
    },
    /** The words shown in the dialog, and the two asked typed again. */
    async retype(): Promise<string[]> {
      await page
        .getByRole('textbox', { name: /^Mot \d+$/ })
        .first()
        .waitFor()
      const list = page.getByRole('dialog').getByRole('list').first()
      const words = await list.getByRole('listitem').allInnerTexts()
      for (const field of await page.getByRole('textbox', { name: /^Mot \d+$/ }).all()) {
        const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent)
        await field.fill(words[Number(/\d+/.exec(label ?? '')?.[0]) - 1] ?? '')
      }
      return words
    },
    async act(copy: string, action: string) {
      await page.getByRole('button', { name: `Autres actions\u00a0: ${copy}` }).click()
      await page.getByRole('menuitem', { name: action }).click()
    },
  }
}
