import { readdirSync } from 'node:fs'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { answerNextDialog } from '../electron.ts'
import { dialogFields } from '../pages/fields.ts'
import { personPage } from '../pages/person.ts'
import { preview } from '../pages/preview.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { asCoordinator, letCoordinatorIn } from '../support/two-roles.ts'

const ALIAS = 'La dame aux gants'

test('the worker holds the meeting, the coordinator’s own passphrase opens it and co-signs; a sealed safety note stays the worker’s', async ({
  opened,
  desk,
  fictional,
}) => {
  test.setTimeout(240_000)
  let page = opened.page
  await letCoordinatorIn(page, fictional.passphrase)
  await callEngine(page, 'people.save', {
    ...blankPerson,
    aliases: [ALIAS],
    safetyNote: 'Ne pas la rencontrer seule.',
  })
  await test.step('the note is sealed from the file, and there is nothing to undo beside it', async () => {
    const file = personPage(page)
    await file.open(ALIAS)
    await expect(file.safety).toContainText('Ne pas la rencontrer seule.')
    await file.button('Modifier la fiche').click()
    const form = dialogFields(page, 'Modifier la fiche')
    await form.tick('checkbox', 'Sceller cette note')
    await form.save()
    await expect(file.safety).toContainText('Note scellée')
    await expect(shell(page).toast).toBeVisible()
    await expect(shell(page).toast.getByRole('button', { name: 'Annuler' })).toHaveCount(0)
    await file.safety.getByRole('button', { name: 'Ouvrir' }).click()
    await expect(file.safety).toContainText('Ne pas la rencontrer seule.')
  })
  await test.step('the meeting, under the worker’s key', async () => {
    const main = page.getByRole('main')
    await main.getByRole('button', { name: 'Autres actions', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Mettre à l’ordre du jour' }).click()
    await dialogFields(page, 'Mettre un dossier à l’ordre du jour').save()
    await shell(page).goTo('Aujourd’hui')
    await expect(main.locator('section').filter({ hasText: 'Prochaine réunion' })).toContainText(
      /dossiers? à l’ordre du jour/,
    )
    await shell(page).goTo('Réunion d’équipe')
    await main.getByRole('button', { name: 'Commencer la réunion' }).click()
    const room = page.getByRole('dialog', { name: /^Dossier \d+ sur \d+/ })
    await room.getByRole('textbox', { name: 'Décision' }).fill('On continue.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: /^Dossier 2 sur/ })).toBeVisible()
    await room.getByRole('button', { name: 'Clore la réunion', exact: true }).click()
    await expect(room).toBeHidden()
    await main.getByRole('tab', { name: /^Réunions tenues/ }).click()
    await expect(main).toContainText('pas encore cosignée')
    await expect(main.getByRole('button', { name: 'Cosigner' })).toHaveCount(0)
  })

  page = await asCoordinator(opened, page)
  const main = page.getByRole('main')
  await test.step('the coordinator co-signs and prints', async () => {
    await shell(page).goTo('Réunion d’équipe')
    await main.getByRole('tab', { name: /^Réunions tenues/ }).click()
    await main.getByRole('button', { name: 'Cosigner' }).first().click()
    await expect(main.getByRole('listitem').first()).toContainText('signée')
    await answerNextDialog(opened.app, 'showOpenDialog', { canceled: false, filePaths: [desk.releases] })
    await main.getByRole('button', { name: 'Compte rendu' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Imprimer le compte rendu' })
    await expect(preview(dialog).page(1)).toContainText('Compte rendu')
    await dialog.getByRole('button', { name: 'Choisir le dossier' }).click()
    await dialog.getByRole('button', { name: 'Enregistrer le PDF' }).click()
    await expect(dialog.getByRole('alert')).toContainText('reunion-d-equipe')
    expect(readdirSync(desk.releases)).toHaveLength(1)
    await page.keyboard.press('Escape')
  })
  await test.step('she sees that a safety note exists, and opens nothing; nor is there anything to complete', async () => {
    const file = personPage(page)
    await file.open(ALIAS)
    await expect(file.safety).toContainText('Seule l’intervenante peut l’ouvrir.')
    await expect(file.safety.getByRole('button')).toHaveCount(0)
    await shell(page).goTo('Aujourd’hui')
    await expect(main.getByRole('button', { name: /^Compléter/ })).toHaveCount(0)
  })
})
