/** The screens of review packages: each leans on the one before, and on files that pass from one notebook to another. */
import { join } from 'node:path'
import { type Launched, answerNextDialog } from '../electron.ts'
import { packagesPage } from '../pages/packages.ts'
import { shell } from '../pages/shell.ts'
import { callEngine } from './bridge.ts'
import { writeCard, writePackage } from './review-package.ts'

/** A view that files lead to. */
export interface FileView {
  /** Also the name of its picture. */
  name: string
  /** `folder` is for the files; the passphrase is the notebook's. */
  show: (launched: Launched, at: { folder: string; passphrase: string }) => Promise<void>
}

/** To be shown in this order, on one notebook. */
export const reviewViews: readonly FileView[] = [
  {
    name: 'packages-empty',
    show: async ({ page }) => packagesPage(page).open(),
  },
  {
    name: 'packages-register',
    show: async ({ app, page }, { folder }) => {
      const card = join(folder, 'coordination.filigrane-cle')
      writeCard(card)
      await packagesPage(page).open()
      await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [card] })
      await packagesPage(page).button('Inscrire une clé reçue').click()
      await packagesPage(page).dialog('Inscrire une clé').waitFor()
    },
  },
  {
    name: 'packages-make',
    show: async ({ page }) => {
      const read = await callEngine(page, 'packages.readCard', undefined)
      const naming = { number: read.number, name: 'Coordination', replaces: false }
      await callEngine(page, 'packages.register', naming)
      await shell(page).goTo('Réunion d’équipe')
      await page.getByRole('tab', { name: /^Ordre du jour/ }).click()
      await packagesPage(page).button('Préparer un dossier de révision').click()
      await packagesPage(page).dialog('Préparer un dossier de révision').waitFor()
    },
  },
  {
    name: 'packages-open',
    show: async ({ app, page }, { folder }) => {
      const own = join(folder, 'ma-cle.filigrane-cle')
      const file = join(folder, 'revision.filigrane-revue')
      await packagesPage(page).open()
      await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath: own })
      await packagesPage(page).button('Enregistrer ma clé').click()
      await packagesPage(page)
        .toast.getByRole('button', { name: /^Fermer/ })
        .click()
      writePackage(own, file)
      await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] })
      await packagesPage(page).button('Ouvrir un dossier reçu').click()
      await packagesPage(page).dialog('Ouvrir un dossier de révision').waitFor()
    },
  },
  {
    name: 'packages-room',
    show: async ({ page }) => {
      const { sender } = await callEngine(page, 'packages.inspect', undefined)
      const trust = { number: sender.number, name: 'Intervenante', replaces: false }
      await callEngine(page, 'packages.open', { trust })
      await packagesPage(page).open()
      await packagesPage(page).button('Reprendre la lecture').click()
      await packagesPage(page).room.waitFor()
      // discreet, a name is there without being seen
      await page.getByText('La dame au chariot').waitFor({ state: 'attached' })
    },
  },
  {
    name: 'packages',
    show: async ({ page }) => packagesPage(page).open(),
  },
]
