import type { Page } from '@playwright/test'
import { securityPage } from './security.ts'

const fresh = 'corbeau violon tracteur brume'

/** Réglages › Sécurité et copies › Relais. */
export function takeoverPage(page: Page) {
  const security = securityPage(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return {
    button,
    security,
    dialog: page.getByRole('dialog', { name: /^Relais, étape/ }),
    done: page.getByRole('dialog', { name: 'Le relais est fait' }),

    /** By the worker who leaves, still there: up to what passes. The phrase is not tried before the end. */
    async toNotes(passphrase = 'celle de qui part') {
      await security.current.fill(passphrase)
      await page.getByLabel('Phrase de passe de la nouvelle intervenante', { exact: true }).fill(fresh)
      await page.getByLabel('La même, une seconde fois').first().fill(fresh)
      await page.getByText('La coordination garde un accès').click()
      await button('Continuer').click()
      await page.getByRole('dialog', { name: /étape 3/ }).waitFor()
    },
    /** The last step, its two words typed. */
    async toSheet(passphrase: string) {
      await this.toNotes(passphrase)
      await button('Continuer').click()
      await security.retype()
    },
    async toKeys(present: { organization: string; coordinator: string; worker: string }) {
      await security.open()
      await button('Commencer un relais').click()
      await page.getByLabel('Représente l’organisme').fill(present.organization)
      await page.getByRole('textbox', { name: 'Coordination' }).fill(present.coordinator)
      await page.getByRole('textbox', { name: 'Nouvelle intervenante' }).fill(present.worker)
      await button('Continuer').click()
      await page.getByRole('dialog', { name: /étape 2/ }).waitFor()
    },
  }
}
