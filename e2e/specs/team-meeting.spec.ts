import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dialogFields } from '../pages/fields.ts'
import { preview } from '../pages/preview.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { answerNextDialog } from '../electron.ts'

test('a file goes from the agenda to the meeting, then to follow-ups and minutes without names', async ({
  opened,
  desk,
}) => {
  test.setTimeout(120_000)
  const { page } = opened
  const frame = shell(page)
  const main = page.getByRole('main')
  await frame.goTo('Personnes')
  await main.getByRole('row').nth(9).click()
  await main.getByRole('heading', { name: 'Le lien' }).waitFor()
  const alias = (await frame.title.textContent()) ?? ''

  await test.step('put on the agenda with a question, from the file', async () => {
    await main.getByRole('button', { name: 'Autres actions', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Mettre à l’ordre du jour' }).click()
    const form = dialogFields(page, 'Mettre un dossier à l’ordre du jour')
    await form.text('Question à poser').fill(`Que faire si ${alias} perd sa chambre ?`)
    await form.save()
    await expect(frame.toast).toContainText('Dossier mis à l’ordre du jour')
  })

  await frame.goTo('Réunion d’équipe')
  await main.getByRole('button', { name: 'Commencer la réunion' }).click()
  const room = page.getByRole('dialog', { name: /^Dossier \d+ sur \d+/ })

  await test.step('on the projector no name is readable until asked for', async () => {
    await expect(page.getByRole('heading', { name: 'Dossier 1 sur 4' })).toBeVisible()
    await expect(room.getByRole('textbox', { name: 'Décision' })).toBeFocused()
    for (let place = 1; place < 4; place++) await page.keyboard.press('PageDown')
    await expect(page.getByRole('heading', { name: 'Dossier 4 sur 4' })).toBeVisible()
    await room.getByRole('button', { name: 'Montrer les noms' }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('heading', { name: 'Dossier 3 sur 4' })).toBeVisible()
    // each file begins in its decision, where the arrows move the cursor
    await room.getByRole('button', { name: 'Montrer les noms' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('heading', { name: 'Dossier 4 sur 4' })).toBeVisible()
    await expect(room.getByText('Que faire si ••• perd sa chambre ?')).toBeVisible()
    expect(await room.textContent()).not.toContain(alias)
    await room.getByRole('button', { name: 'Montrer les noms' }).click()
    await expect(room.getByText(`Que faire si ${alias} perd sa chambre ?`)).toBeVisible()
    await room.getByRole('button', { name: 'Cacher les noms' }).click()
    await expect(room.getByText('Que faire si ••• perd sa chambre ?')).toBeVisible()
  })

  await test.step('a decision and who does what, from the keyboard', async () => {
    const decision = room.getByRole('textbox', { name: 'Décision' })
    await decision.fill('On prépare une solution de rechange.')
    await room.getByRole('button', { name: 'Ajouter qui fait quoi' }).click()
    await room.getByRole('textbox', { name: 'À faire' }).fill('Visiter la résidence')
    // a list closed on its button keeps the arrows to itself: they choose in it, the file stays
    const doer = room.getByRole('button', { name: /Qui$/ })
    await doer.focus()
    for (const arrow of ['ArrowLeft', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(arrow)
    await expect(page.getByRole('heading', { name: 'Dossier 4 sur 4' })).toBeVisible()
    // nothing typed is lost: to another file, with names, out of the room and back, nor by closing the meeting
    await room.getByRole('button', { name: 'Précédent' }).click()
    await expect(decision).toHaveValue('')
    await room.getByRole('button', { name: 'Suivant', exact: true }).click()
    await room.getByRole('button', { name: 'Montrer les noms' }).click()
    await expect(room.getByText(alias).first()).toBeVisible()
    await expect(decision).toHaveValue('On prépare une solution de rechange.')
    await room.getByRole('button', { name: 'Quitter sans clore la réunion' }).click()
    await main.getByRole('button', { name: 'Reprendre la réunion' }).click()
    await room.getByRole('button', { name: 'Clore la réunion', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Dossier 4 sur 4' })).toBeVisible()
    await expect(room.getByRole('alert')).toContainText('Une décision n’est pas enregistrée')
    await expect(room.getByRole('textbox', { name: 'À faire' })).toHaveValue('Visiter la résidence')
    await decision.focus()
    await page.keyboard.press('Control+Enter')
    await expect(room.getByRole('alert')).toHaveCount(0)
    await expect(room.getByText('Visiter la résidence')).toBeVisible()
    await room.getByRole('button', { name: 'Clore la réunion', exact: true }).click()
    await expect(room).toBeHidden()
    await expect(main.getByRole('button', { name: 'Compte rendu' }).first()).toBeVisible()
  })

  await test.step('the follow-up says whose it is', async () => {
    await frame.goTo('Suivis')
    await expect(main.getByRole('listitem').filter({ hasText: 'Visiter la résidence' })).toBeVisible()
  })

  await test.step('the minutes go to a chosen folder', async () => {
    await frame.goTo('Réunion d’équipe')
    await main.getByRole('tab', { name: /^Réunions tenues/ }).click()
    await answerNextDialog(opened.app, 'showOpenDialog', { canceled: false, filePaths: [desk.folder] })
    await main.getByRole('button', { name: 'Compte rendu' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Imprimer le compte rendu' })
    await expect(preview(dialog).page(1)).toContainText('Compte rendu')
    await dialog.getByRole('button', { name: 'Choisir le dossier' }).click()
    await dialog.getByRole('button', { name: 'Enregistrer le PDF' }).click()
    await expect(dialog.getByRole('alert')).toContainText('reunion-d-equipe')
    expect(readdirSync(join(desk.folder)).some((name) => name.startsWith('reunion-d-equipe'))).toBe(true)
  })
})
