import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerNextDialog, type Launched } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { packagesPage } from '../pages/packages.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { clearDesk, newDesk } from '../support/desk.ts'
import { writePackage } from '../support/review-package.ts'

const hers = 'lanterne prairie cuivre hameau'

async function saveCard({ app, page }: Launched, file: string): Promise<string> {
  const packages = packagesPage(page)
  await packages.open()
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath: file })
  await packages.button('Enregistrer ma clé').click()
  await expect(packages.toast).toContainText('Clé enregistrée')
  return packages.number('page')
}
async function chooses({ app, page }: Launched, file: string, button: string): Promise<void> {
  await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] })
  await packagesPage(page).button(button).click()
}

// opening the fictional notebook counts too
test.describe.configure({ timeout: 400_000 })

test('the worker’s app seals files, the coordinator’s reads them; changed, expired, forged, foreign and replayed ones are refused', async ({
  opened,
  desk,
  start,
  fictional,
}) => {
  const office = newDesk()
  try {
    const coordination = await start(office)
    const lock = lockPage(coordination.page)
    await lock.retype(await lock.choosePassphrase(hers))
    await shell(coordination.page).rail.waitFor({ timeout: 60_000 })

    // her key, compared by the worker
    const card = join(desk.folder, 'coordination.filigrane-cle')
    const number = await saveCard(coordination, card)
    const worker = packagesPage(opened.page)
    await worker.open()
    await expect(opened.page.getByText('Aucun dossier encore')).toBeVisible()
    await chooses(opened, card, 'Inscrire une clé reçue')
    expect(await worker.number('dialog')).toBe(number)
    await worker.button('Inscrire la clé').click()
    await expect(opened.page.getByText('Comparez d’abord le numéro.')).toBeVisible()
    await worker.compareAndName('Coordination')
    await worker.button('Inscrire la clé').click()
    await expect(worker.toast).toContainText('Clé inscrite')

    // a package from the agenda
    const { rows } = await callEngine(opened.page, 'contacts.list', { limit: 100, offset: 0 })
    const who = rows.flatMap(({ people }) => people)[0]
    if (!who) throw new Error('the fictional caseload has contacts with persons')
    await callEngine(opened.page, 'meetings.saveOnAgenda', {
      personId: who.id,
      question: 'que faire si le froid revient',
    }).catch(() => undefined)
    await opened.page.getByRole('tab', { name: /^Ordre du jour/ }).click()
    await opened.page.getByRole('button', { name: 'Préparer un dossier de révision' }).click()
    await opened.page.getByLabel('Un mot pour qui lira').fill('Pour mardi.')
    await opened.page.getByLabel('Votre phrase de passe').fill(fictional.passphrase)
    const file = join(desk.folder, 'revision.filigrane-revue')
    await answerNextDialog(opened.app, 'showSaveDialog', { canceled: false, filePath: file })
    await worker.button('Sceller et enregistrer').click()
    await expect(opened.page.getByText('Le dossier est prêt')).toBeVisible({ timeout: 60_000 })
    await opened.page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click()
    expect(existsSync(file)).toBe(true)

    // refused: changed, foreign, something else
    const reader = packagesPage(coordination.page)
    const spoilt = join(desk.folder, 'abime.filigrane-revue')
    const bytes = readFileSync(file)
    writeFileSync(spoilt, Buffer.from(bytes).fill((bytes[9000] ?? 0) ^ 1, 9000, 9001))
    const refused = async (which: Launched, path: string, code: string) => {
      await chooses(which, path, 'Ouvrir un dossier reçu')
      const notice = shell(which.page).toast.filter({ hasText: code })
      await expect(notice).toBeVisible()
      await notice.getByRole('button', { name: /Fermer/ }).click()
    }
    await refused(coordination, spoilt, 'abîmé')
    writeFileSync(spoilt, 'bonjour')
    await refused(coordination, spoilt, 'n’est pas un dossier de révision')
    await worker.open()
    await refused(opened, file, 'n’est pas scellé pour ce carnet')

    writePackage(card, spoilt, { days: -1 })
    await refused(coordination, spoilt, 'est échu')
    writePackage(card, spoilt, { isForged: true })
    await refused(coordination, spoilt, 'signature de ce dossier est fausse')

    // opened: the sender's number is compared the first time
    await chooses(coordination, file, 'Ouvrir un dossier reçu')
    expect(await reader.number('dialog')).toBe(await worker.number('page'))
    await reader.compareAndName('Intervenante')
    await reader.button('Ouvrir').click()
    await expect(reader.room.getByText('Pour mardi.')).toBeVisible()
    await expect(reader.room.getByText('À lire seulement')).toBeVisible()
    await expect(reader.room.getByRole('textbox')).toHaveCount(0)
    await reader.room.getByRole('button', { name: 'Terminer et effacer' }).click()
    await expect(reader.room).toHaveCount(0)
    await expect(coordination.page.getByText('terminé')).toBeVisible()
    expect(await callEngine(coordination.page, 'people.list', { limit: 1, offset: 0 })).toEqual({
      total: 0,
      rows: [],
    })

    // replayed
    await refused(coordination, file, 'a déjà été ouvert')

    // both logs tell
    const log = await callEngine(coordination.page, 'accessLog.list', { limit: 10, offset: 0 })
    expect(log.rows.map(({ act }) => act)).toContain('packageOpened')
    const ours = await callEngine(opened.page, 'accessLog.list', { limit: 50, offset: 0 })
    expect(ours.rows.some(({ act, personId }) => act === 'packaged' && personId === who.id)).toBe(true)
  } finally {
    clearDesk(office)
  }
})
