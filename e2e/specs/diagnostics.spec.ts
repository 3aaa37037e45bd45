/** The technical report: shown whole, then written as shown, without a word of the notebook. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerNextDialog } from '../electron.ts'
import { noteOfToday } from '../pages/note.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'

const CANARIES = ['Canari-Ébène-7qx', 'note canari zibeline 4kv']

test('the report holds what it shows, and nothing typed', async ({ opened, desk, fictional }) => {
  const { app, page } = opened
  const note = noteOfToday(page)
  await note.createPerson(CANARIES[0] ?? '')
  await note.note.fill(CANARIES[1] ?? '')
  await note.save()
  await expect(shell(page).toast).toContainText('Intervention enregistrée')
  // a bug whose message quotes what was typed
  await app.evaluate(({ dialog }, [, text]) => {
    dialog.showOpenDialog = () => Promise.reject(new TypeError(text))
  }, CANARIES)
  await page.evaluate(() => window.filigrane.call('import.chooseFile', undefined))

  await shell(page).goTo('Réglages')
  await page.getByRole('tab', { name: 'Dépannage' }).click()
  await page.getByRole('button', { name: 'Créer un rapport…' }).click()
  const report = page.getByRole('dialog', { name: 'Le rapport, en entier' })
  const shown = await report.getByRole('textbox').inputValue()
  expect(shown).toContain('main-bug import.chooseFile')
  const file = join(desk.folder, 'rapport.txt')
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath: file })
  await report.getByRole('button', { name: 'Enregistrer le rapport…' }).click()
  await expect(page.getByText('Rapport enregistré sous « rapport.txt ».')).toBeVisible()

  const written = readFileSync(file, 'utf8')
  expect(written.trim()).toBe(shown.trim())
  for (const secret of [...CANARIES, desk.folder, desk.profile, fictional.passphrase, 'carnet.filigrane'])
    expect(written).not.toContain(secret)

  await page.getByRole('button', { name: 'Créer un rapport…' }).click()
  await answerNextDialog(app, 'showSaveDialog', {
    canceled: false,
    filePath: join(desk.folder, 'absent', 'r.txt'),
  })
  await report.getByRole('button', { name: 'Enregistrer le rapport…' }).click()
  await expect(page.getByText('write-failed')).toBeVisible()
  await expect(report).toBeVisible()
})
