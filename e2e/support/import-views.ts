/** The screens of an import, which begins with a file. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Launched, answerNextDialog } from '../electron.ts'
import { shell } from '../pages/shell.ts'
import type { FileView } from './review-views.ts'

const headings = 'Jour;Heure;Personnes;Type;Axe;Endroit;Remarques'
const line = (at: number) =>
  `12/03/2025;${8 + (at % 10)} h;Casquette ${at % 300};écoute;help-relationship;hall;Parle de sa journée. ${at}`
const wrong = '31/02/2025;10 h;Tuque mauve;ecoutte;help-relationship;hall;'

async function choose({ app, page }: Launched, folder: string, rows: readonly string[]): Promise<void> {
  const path = join(folder, 'carnet papier.csv')
  writeFileSync(path, [headings, ...rows].join('\n'))
  await shell(page).goTo('Interventions')
  await page.getByRole('button', { name: 'Importer…' }).click()
  await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [path] })
  await page.getByRole('button', { name: /^Choisir un (autre )?fichier…$/ }).click()
}

/** So many that what is done with them lasts longer than one looks at it. */
const many = Array.from({ length: 15_000 }, (_, at) => line(at))
const importMany = async (launched: Launched, folder: string) => {
  await choose(launched, folder, many)
  const button = launched.page.getByRole('button', { name: /^Importer 15.000 interventions$/ })
  await button.click({ timeout: 60_000 })
}

export const importViews: readonly FileView[] = [
  {
    name: 'import-start',
    show: async ({ page }) => {
      await shell(page).goTo('Ressources')
      await page.getByRole('button', { name: 'Importer…' }).click()
      await page.getByRole('button', { name: 'Enregistrer un exemple…' }).waitFor()
    },
  },
  {
    name: 'import',
    show: async (launched, { folder }) => {
      await choose(launched, folder, [line(1), line(2), wrong])
      await launched.page.getByRole('button', { name: 'Importer 2 interventions' }).waitFor()
    },
  },
  {
    name: 'import-progress',
    show: async (launched, { folder }) => {
      await importMany(launched, folder)
      await launched.page.locator('[role=progressbar][aria-valuenow]').waitFor()
    },
  },
]

/** Over the import that is taken back: after all the others, which would find thousands of rows. */
export const undoing: FileView = {
  name: 'undoing',
  show: async (launched, { folder }) => {
    const { page } = launched
    await importMany(launched, folder)
    const done = page.getByRole('alert').filter({ hasText: 'ajoutées au carnet' })
    await done.getByRole('button', { name: 'Annuler' }).click({ timeout: 180_000 })
    await page
      .getByRole('dialog', { name: 'Annulation en cours' })
      .locator('[role=progressbar][aria-valuenow]')
      .waitFor()
  },
}
