import type { Locator, Page } from '@playwright/test'
import { answerNextDialog, type Launched } from '../electron.ts'
import { preview } from './preview.ts'
import { pdfText } from '../support/pdf.ts'

/** Looks at what a button is for, then writes it into that folder, the passphrase typed again when it is asked; answers the words of the PDF. */
export async function printed(
  { app }: Launched,
  page: Page,
  button: Locator,
  { folder, passphrase }: { folder: string; passphrase: string },
): Promise<string> {
  await button.click()
  const dialog = page.getByRole('dialog')
  await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [folder] })
  const { chooseFolder, passphrase: again, drawn, save } = preview(dialog)
  await chooseFolder.click()
  await dialog.getByRole('button', { name: 'Choisir un autre dossier' }).waitFor()
  if ((await again.count()) > 0) await again.fill(passphrase)
  await drawn.waitFor({ timeout: 30_000 })
  await save.click()
  const file = await dialog.getByText(/\.pdf$/).innerText({ timeout: 30_000 })
  await dialog.getByRole('button', { name: 'Fermer' }).last().click()
  return pdfText(file)
}
