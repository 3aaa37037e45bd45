import type { Page } from '@playwright/test'

/** A derivation is slow on purpose, and slower on a computer that does something else. */
export const derived = { timeout: 60_000 }

/** The screen of a closed vault: create, unlock, recover. */
export function lockPage(page: Page) {
  const passphrase = page.getByLabel('Phrase de passe', { exact: true })
  const again = page.getByLabel('La même, une seconde fois')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return {
    title: page.getByRole('heading', { level: 1 }),
    passphrase,
    again,
    strength: page.getByRole('status').filter({ hasText: 'Solidité' }),
    words: page.getByRole('list').getByRole('listitem'),
    failure: page.getByRole('alert'),
    progress: page.getByRole('progressbar'),
    otherVault: page.getByRole('button', { name: /^Ouvrir un (autre carnet|carnet existant)$/ }),
    open: button('Ouvrir'),
    forgot: page.getByRole('button', { name: /^Phrase oubliée/ }),
    fallBack: button('Revenir à cet état'),
    button,

    tour: page.getByRole('region', { name: 'Visite guidée' }),

    /** An invented caseload, with the tour begun. */
    async tryOut() {
      await button('Essayer avec un carnet fictif').click()
      await page.getByRole('region', { name: 'Visite guidée' }).waitFor()
    },
    async unlock(text: string) {
      await passphrase.fill(text)
      await button('Ouvrir').click()
    },
    /** Up to the twelve words, which it answers. */
    async choosePassphrase(text: string): Promise<string[]> {
      await passphrase.fill(text)
      await again.fill(text)
      await button('Continuer').click()
      await page.getByRole('heading', { name: 'Vos douze mots de secours' }).waitFor()
      return page.getByRole('list').getByRole('listitem').allInnerTexts()
    },
    /** Retypes the two words asked for, wrong ones if told so, and creates. */
    async retype(words: readonly string[]) {
      await button('Je les ai, continuer').click()
      for (const field of await page.getByRole('textbox', { name: /^Mot \d+$/ }).all()) {
        const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent)
        await field.fill(words[Number(/\d+/.exec(label ?? '')?.[0]) - 1] ?? '')
      }
      await button('Créer le carnet').click()
    },
    async recover(words: readonly string[], newPassphrase: string) {
      await page.getByRole('button', { name: /^Phrase oubliée/ }).click()
      await page.getByLabel('Douze mots de secours').fill(words.join(' '))
      await page.getByLabel('Nouvelle phrase de passe').fill(newPassphrase)
      await again.fill(newPassphrase)
      await button('Rouvrir le carnet').click()
    },
  }
}
