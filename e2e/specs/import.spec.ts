/** A notebook kept in a spreadsheet, brought in: columns told apart, corrected, every row foretold, then taken back. */
import { AxeBuilder } from '@axe-core/playwright'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Launched, answerNextDialog } from '../electron.ts'
import { shell } from '../pages/shell.ts'
import { sheetOf, workbookOf } from '../../src/engine/import/testing/workbooks.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import type { Desk } from '../support/desk.ts'

const rows = [
  'Jour;Heure;Personnes rencontrées;Type;Sujet;Endroit;Durée;Remarques;Météo',
  '12/03/2026;14 h 30;Casquette orange; écoute ;logement;hall;20 min;Cherche une chambre.;pluie',
  '13/03/2026;9 h;Casquette orange | Tuque mauve | +2;écoute, soutien;;Centre-ville, rue;1 h;;soleil',
  '14/03/2026;10 h;Tuque mauve;ecoutte;;hall;10;;',
  '31/02/2026;10 h;Tuque mauve;écoute;;hall;longtemps;;',
]

async function choose({ app, page }: Launched, desk: Desk, text: string | Uint8Array): Promise<void> {
  const path = join(desk.folder, 'carnet papier.csv')
  writeFileSync(path, text)
  await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [path] })
  await page.getByRole('button', { name: /^Choisir un (autre )?fichier…$/ }).click()
}

test('interventions come from a spreadsheet, and go back', async ({ opened, desk }) => {
  const { page } = opened
  const frame = shell(page)
  await frame.goTo('Interventions')
  await page.getByRole('button', { name: 'Importer…' }).click()
  await expect(frame.title).toHaveText('Importer des interventions')

  await choose(opened, desk, rows.join('\r\n'))
  await expect(
    page.getByRole('button', { name: /Colonne « Personnes rencontrées ».*Personnes/ }),
  ).toBeVisible()
  await expect(page.getByText('Colonne laissée de côté')).toContainText('Météo')
  // nothing in the file says the axis: every row waits for it
  await expect(page.getByRole('button', { name: 'Rien à ajouter' })).toBeDisabled()
  await page.getByRole('button', { name: /Axe du mandat/ }).click()
  await page.getByRole('option', { name: /Toujours : Axe 1/ }).click()

  const issues = page.getByRole('table', { name: 'Lignes laissées de côté' })
  await expect(issues.getByRole('row')).toHaveCount(4)
  await expect(issues.getByRole('row', { name: /^4 / })).toContainText('peut-être « Écoute »')
  await expect(issues.getByRole('row', { name: /^5 Date/ })).toContainText('Ce n’est pas une date.')
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])

  await page.getByRole('button', { name: 'Importer 2 interventions' }).click()
  const done = page.getByRole('alert').filter({ hasText: '2 interventions ajoutées au carnet' })
  await expect(done).toBeVisible()
  await frame.find('tuque mauve')
  await expect(frame.results.filter({ hasText: 'Tuque mauve' }).first()).toBeVisible()
  await page.keyboard.press('Escape')

  await done.getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByRole('button', { name: 'Importer 2 interventions' })).toBeEnabled()
})

test('a long import is told as it goes, given up without a trace, then done and taken back', async ({
  opened,
  desk,
}) => {
  test.slow()
  const { page } = opened
  const frame = shell(page)
  await frame.goTo('Interventions')
  await page.getByRole('button', { name: 'Importer…' }).click()
  const total = () => callEngine(page, 'contacts.list', { limit: 1, offset: 0 })
  const { total: before } = await total()
  const line = (at: number) =>
    `12/03/2025;${8 + (at % 10)} h;Casquette ${at % 300};écoute;help-relationship;hall;${'Parle de sa journée. '.repeat(10)}${at}`
  const lines = Array.from({ length: 16_000 }, (_, at) => line(at))
  await choose(opened, desk, ['Jour;Heure;Personnes;Type;Axe;Endroit;Remarques', ...lines].join('\n'))
  const start = page.getByRole('button', { name: /^Importer 16.000 interventions$/ })
  await expect(start).toBeEnabled({ timeout: 60_000 })

  await start.click()
  const dialog = page.getByRole('dialog', { name: 'Importer des interventions' })
  const bar = dialog.getByRole('progressbar')
  // past its half, the checking, it is writing
  await expect
    .poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: 60_000 })
    .toBeGreaterThan(55)
  await dialog.getByRole('button', { name: 'Annuler' }).click()
  await expect(dialog).toBeHidden()
  await expect(start).toBeEnabled()
  expect((await total()).total).toBe(before)

  await start.click()
  const done = page.getByRole('alert').filter({ hasText: /16.000 interventions ajoutées au carnet/ })
  await expect(done).toBeVisible({ timeout: 120_000 })
  expect((await total()).total).toBe(before + 16_000)
  // so is taking it back: told, given up without a trace, then done
  const undoing = page.getByRole('dialog', { name: 'Annulation en cours' })
  await done.getByRole('button', { name: 'Annuler' }).click()
  await expect(undoing.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /\d/)
  await undoing.getByRole('button', { name: 'Arrêter' }).click()
  await expect(undoing).toBeHidden()
  expect((await total()).total).toBe(before + 16_000)
  await done.getByRole('button', { name: 'Annuler' }).click()
  await expect(frame.toast).toContainText(/Annulé\s: importation · carnet papier\.csv/, { timeout: 60_000 })
  await expect(start).toBeEnabled({ timeout: 120_000 })
  expect((await total()).total).toBe(before)
})

test('resources come from a workbook', async ({ opened, desk }) => {
  const { page } = opened
  await shell(page).goTo('Ressources')
  await page.getByRole('button', { name: 'Importer…' }).click()
  const sheet = sheetOf([
    ['Organisme', 'Service', 'Téléphone'],
    ['Le Phare inventé', 'Halte de nuit', '819 555-0199'],
  ])
  await choose(opened, desk, workbookOf([sheet]))
  await page.getByRole('button', { name: 'Importer 1 ressource' }).click()
  await page.getByRole('button', { name: 'Voir les ressources' }).click()
  await expect(page.getByText('Le Phare inventé')).toBeVisible()
})

test('the sample directory is saved, and known for what it is', async ({ opened, desk }) => {
  const { app, page } = opened
  await shell(page).find('importer des ressources')
  await shell(page).results.filter({ hasText: 'Importer des ressources' }).click()
  const filePath = join(desk.folder, 'exemple.csv')
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath })
  await page.getByRole('button', { name: 'Enregistrer un exemple…' }).click()
  await expect(page.getByText('Exemple enregistré sous « exemple.csv ».')).toBeVisible()
  await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [filePath] })
  await page.getByRole('button', { name: 'Choisir un fichier…' }).click()
  await expect(page.getByText('laissée de côté')).toBeHidden()
  // the fictional notebook was made of it: every one is recognized
  await expect(page.getByRole('button', { name: 'Rien à ajouter' })).toBeVisible()
  await expect(page.getByRole('definition')).toHaveText(['0', '28', '0'])
})

test('a file that cannot be read says why', async ({ opened, desk }) => {
  const { page } = opened
  await shell(page).find('importer des ressources')
  await shell(page).results.filter({ hasText: 'Importer des ressources' }).click()
  await choose(opened, desk, '['.repeat(100_000))
  await expect(page.getByRole('alert')).toContainText('import-too-deep')
})
