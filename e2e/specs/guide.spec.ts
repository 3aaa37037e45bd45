import { lockPage } from '../pages/lock.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'

test('F1 opens the guide at the page of the screen, with its pictures and links', async ({ opened }) => {
  const { page } = opened
  await shell(page).goTo('Personnes')
  await page.keyboard.press('F1')
  const guide = page.getByRole('dialog', { name: 'Guide' })
  await expect(guide.getByRole('heading', { level: 1, name: 'Personnes' })).toBeVisible()
  const picture = guide.getByRole('img', { name: 'La fiche d’une personne' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)

  await guide.getByRole('button', { name: 'Premier jour' }).click()
  await guide.getByRole('link', { name: 'la note éclair' }).click()
  await expect(guide.getByRole('heading', { level: 1, name: 'Note éclair' })).toBeVisible()

  await guide.getByRole('button', { name: 'Raccourcis clavier' }).click()
  await expect(guide.getByText('Verrouiller tout de suite')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(guide).toBeHidden()
})

test('reading the guide loses nothing of a note being written', async ({ opened }) => {
  const { page } = opened
  await shell(page).goTo('Suivis')
  await page.keyboard.press('Control+n')
  const note = page.getByRole('dialog', { name: 'Note éclair' })
  await note.getByRole('textbox', { name: 'Note' }).fill('A parlé de son loyer.')
  await page.keyboard.press('F1')
  await expect(page.getByRole('heading', { level: 1, name: 'Suivis' }).last()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(note.getByRole('textbox', { name: 'Note' })).toHaveValue('A parlé de son loyer.')
})

test('the guide opens without a vault, at how to begin', async ({ start }) => {
  const { page } = await start()
  await lockPage(page).passphrase.waitFor()
  await page.keyboard.press('F1')
  await expect(page.getByRole('heading', { level: 1, name: 'Premier jour' })).toBeVisible()
})
