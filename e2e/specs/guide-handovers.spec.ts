/** The guide, done word for word: a notebook that passes to somebody else, files handed to the coordinator, a new version. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerNextDialog, launchElectron, onStandIn, type Launched } from '../electron.ts'
import { derived, lockPage } from '../pages/lock.ts'
import { noteOfToday } from '../pages/note.ts'
import { packagesPage } from '../pages/packages.ts'
import { personPage } from '../pages/person.ts'
import { preview } from '../pages/preview.ts'
import { securityPage } from '../pages/security.ts'
import { shell } from '../pages/shell.ts'
import { expect, locking, test } from '../support/app.ts'
import { clearDesk, newDesk } from '../support/desk.ts'
import { dialogFields } from '../pages/fields.ts'
import { guide, press } from '../support/guide.ts'
import { writePackage } from '../support/review-package.ts'
import { newPublisher } from '../support/updates.ts'

const PASSPHRASE = 'corbeau violon tracteur brume'
const FRESH = 'lanterne prairie cuivre hameau'
const HERS = 'bouleau cantine orage sifflet'
const ALIAS = 'Mirabelle'

// derivations, on a computer that does something else
test.describe.configure({ timeout: 300_000 })

/** A new notebook with one person in it; answers its twelve words. */
async function begin({ page }: Launched, passphrase: string): Promise<string[]> {
  const words = await lockPage(page).choosePassphrase(passphrase)
  await lockPage(page).retype(words)
  await shell(page).rail.waitFor(derived)
  await noteOfToday(page).createPerson(ALIAS)
  await noteOfToday(page).save()
  await expect(shell(page).toast).toContainText('Intervention enregistrée')
  return words
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('relais: the sheet, the three who are there, the keys, the sealed notes, the new sheet, then what is left to do', async ({
  start,
}) => {
  const says = guide('relais')
  const launched = await start()
  const words = await begin(launched, PASSPHRASE)
  await noteOfToday(launched.page).note.fill('Pour elle seule.')
  await launched.page.getByText('Sceller cette note').click()
  await noteOfToday(launched.page).createPerson('Tournesol')
  await noteOfToday(launched.page).save()
  await expect(shell(launched.page).toast).toContainText('Intervention enregistrée')

  const page = await locking(launched, () => press(launched.page, 'Ctrl+L'))
  await test.step('1: reopened with the twelve words', async () => {
    await button(page, says('Phrase oubliée ? Utiliser les douze mots')).click()
    await page.getByLabel('Douze mots de secours').fill(words.join(' '))
    await page.getByLabel('Nouvelle phrase de passe').fill(FRESH)
    await lockPage(page).again.fill(FRESH)
    await button(page, 'Rouvrir le carnet').click()
    await shell(page).rail.waitFor(derived)
  })
  const next = () => button(page, says('Continuer')).click()
  const step = (name: string) =>
    page.getByRole('dialog', { name: new RegExp(`^Relais, étape . sur 4\\s: ${name}`) })
  const security = securityPage(page)
  await test.step('2: who is there', async () => {
    await security.open()
    await button(page, says('Commencer un relais')).click()
    await step('qui est là').waitFor()
    await page.getByLabel(says('Représente l’organisme')).fill('Gisèle Fictive')
    await page.getByRole('textbox', { name: says('Coordination') }).fill('Nadia Fictive')
    await page.getByRole('textbox', { name: says('Nouvelle intervenante') }).fill('Lou Fictive')
    await next()
  })
  await test.step('3: the keys', async () => {
    await step('les clés').waitFor()
    await page.getByLabel(says('La phrase choisie à la réouverture')).fill(FRESH)
    // ticked already: the coordinator keeps an access unless somebody decides otherwise
    await expect(page.getByRole('checkbox', { name: /^La coordination garde un accès/ })).toBeChecked()
    await security.choose('Phrase de passe de la coordination', HERS)
    await next()
  })
  await test.step('4: the sealed notes', async () => {
    await expect(step('ce qui passe')).toContainText('Ce carnet a 1 note scellée.')
    for (const fate of ['Elles passent, non lues', 'Elles sont détruites'])
      await expect(page.getByRole('radio', { name: says(fate) })).toBeAttached()
    await next()
  })
  await test.step('5: the new sheet, and all at once', async () => {
    await step('la feuille').waitFor()
    expect(await security.retype()).toHaveLength(12)
    await button(page, says('Faire le relais')).click()
  })
  await test.step('after: the record, what waits, a copy, a review key', async () => {
    const done = page.getByRole('dialog', { name: 'Le relais est fait' })
    await expect(done.getByText(says('Ce qui attend'))).toBeVisible(derived)
    await done.getByRole('button', { name: says('Procès-verbal') }).click()
    const record = page.getByRole('dialog', { name: 'Imprimer le procès-verbal' })
    await expect(preview(record).page(1)).toContainText('Lou Fictive')
    await expect(preview(record).page(1)).not.toContainText(ALIAS)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(security.button('Faire une copie')).toBeVisible()
    await packagesPage(page).open()
    await expect(button(page, says('Enregistrer ma clé'))).toBeVisible()
    // step 2 of « Qui est là »: the former words open nothing any more
    const locked = await locking(launched, () => press(page, 'Ctrl+L'))
    await lockPage(locked).recover(words, PASSPHRASE)
    await expect(lockPage(locked).failure).toBeVisible(derived)
  })
})

test('dossiers de révision: keys exchanged and compared, files sealed, read once', async ({
  desk,
  start,
}) => {
  const says = guide('dossiers-de-revision')
  const office = newDesk()
  const file = join(desk.folder, 'revision.filigrane-revue')
  try {
    const [worker, coordinator] = [await start(), await start(office)]
    await begin(worker, PASSPHRASE)
    await begin(coordinator, HERS)
    const theirs = packagesPage(coordinator.page)

    await test.step('Une fois : échanger les clés', async () => {
      const saved: string[] = []
      for (const { app, page } of [worker, coordinator]) {
        await shell(page).goTo('Réunion d’équipe')
        await page.getByRole('tab', { name: says('Dossiers de révision') }).click()
        const card = join(desk.folder, `${saved.length}.filigrane-cle`)
        await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath: card })
        await button(page, says('Enregistrer ma clé')).click()
        await expect(shell(page).toast).toContainText('Clé enregistrée')
        saved.push(card)
      }
      const exchange = [
        { from: coordinator, to: worker, card: saved[1] ?? '', name: 'Coordination' },
        { from: worker, to: coordinator, card: saved[0] ?? '', name: 'Intervenante' },
      ]
      for (const { from, to, card, name } of exchange) {
        await answerNextDialog(to.app, 'showOpenDialog', { canceled: false, filePaths: [card] })
        await button(to.page, says('Inscrire une clé reçue')).click()
        const number = await packagesPage(to.page).number('dialog')
        expect(number.split(' ')).toHaveLength(6)
        expect(number).toBe(await packagesPage(from.page).number('page'))
        await to.page.getByText('Nous avons comparé les six groupes').click()
        await to.page.getByLabel(says('À qui est cette clé')).fill(name)
        await button(to.page, says('Inscrire la clé')).click()
        await expect(shell(to.page).toast).toContainText('Clé inscrite')
      }
    })

    await test.step('Préparer un dossier: from the file, the agenda or the tab; for whom, until when', async () => {
      const { page } = worker
      await expect(button(page, says('Préparer un dossier'))).toBeVisible()
      await page.getByRole('tab', { name: /^Ordre du jour/ }).click()
      await button(page, 'Mettre un dossier').first().click()
      const agenda = dialogFields(page, 'Mettre un dossier à l’ordre du jour')
      await agenda.pick('De qui parler', ALIAS)
      await agenda.text('Question à poser').fill('Que faire si elle perd sa chambre ?')
      await agenda.save()
      await expect(button(page, says('Préparer un dossier de révision'))).toBeVisible()
      await personPage(page).open(ALIAS)
      await button(page, says('Autres actions')).click()
      await page.getByRole('menuitem', { name: says('Mettre dans un dossier de révision') }).click()
      const dialog = page.getByRole('dialog', { name: 'Préparer un dossier de révision' })
      await expect(dialog).toContainText('La question mise à l’ordre du jour suit sa fiche.')
      await expect(dialog).toContainText('Depuis la dernière revue')
      await expect(dialog).toContainText('Trente jours au plus')
      await dialog.getByLabel('Votre phrase de passe').fill(PASSPHRASE)
      await answerNextDialog(worker.app, 'showSaveDialog', { canceled: false, filePath: file })
      await dialog.getByRole('button', { name: says('Sceller et enregistrer') }).click()
      await expect(page.getByText('Le dossier est prêt')).toBeVisible(derived)
      await page.keyboard.press('Escape')
    })

    await test.step('Lire un dossier: one file at a time, to read only, once', async () => {
      const { app, page } = coordinator
      const choose = async (path: string) => {
        await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [path] })
        await button(page, says('Ouvrir un dossier reçu')).click()
      }
      await theirs.open()
      await choose(file)
      await button(page, says('Ouvrir')).click()
      await expect(theirs.room).toContainText('À lire seulement')
      await expect(theirs.room).toContainText('Que faire si elle perd sa chambre')
      await theirs.room.getByRole('button', { name: says('Terminer et effacer') }).click()
      await expect(theirs.room).toHaveCount(0)
      await choose(file)
      await expect(shell(page).toast.filter({ hasText: 'a déjà été ouvert' })).toBeVisible()
      const late = join(desk.folder, 'echu.filigrane-revue')
      writePackage(join(desk.folder, '1.filigrane-cle'), late, { days: -1 })
      await choose(late)
      await expect(shell(page).toast.filter({ hasText: 'est échu' })).toBeVisible()
    })
    await packagesPage(worker.page).open()
    await expect(worker.page.getByText('s’ouvre jusqu’au').first()).toBeVisible()
  } finally {
    clearDesk(office)
  }
})

test('mises à jour: chosen, what changes, a copy, closed and installed; refused with its reason', async ({
  desk,
}) => {
  // the package of the test is one for Linux
  test.skip(process.platform !== 'linux' || !onStandIn)
  const says = guide('mises-a-jour')
  const publisher = newPublisher(desk.folder)
  const launched = await launchElectron({ userData: desk.profile, entry: publisher.app })
  const { app, page } = launched
  await begin(launched, PASSPHRASE)
  await shell(page).goTo(says('Réglages') as 'Réglages')
  await page.getByRole('tab', { name: says('Mises à jour') }).click()
  await expect(page.getByRole('heading', { name: /^Filigrane \d/ })).toBeVisible()
  const choose = async (file: string) => {
    await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] })
    await button(page, says('Choisir une mise à jour…')).click()
  }
  const refusal = page.getByRole('tabpanel').getByRole('alert')
  await test.step('Si Filigrane refuse le fichier', async () => {
    const file = join(desk.folder, 'autre.filigrane-maj')
    newPublisher(join(desk.folder, 'autre')).publish(file)
    await choose(file)
    await expect(refusal).toContainText(says('signée par quelqu’un que Filigrane ne connaît pas'))
    publisher.publish(file, { version: '0.0.1' })
    await choose(file)
    await expect(refusal).toContainText('plus ancienne')
    writeFileSync(file, 'bonjour')
    await choose(file)
    await expect(refusal).toContainText('« .filigrane-maj »')
  })
  const file = join(desk.folder, 'filigrane-9.0.0.filigrane-maj')
  publisher.publish(file)
  await choose(file)
  const found = page.getByRole('dialog', { name: 'Mise à jour 9.0.0' })
  await expect(found.getByRole('heading', { name: 'Ce qui change' })).toBeVisible()
  says('ce qui change')
  const install = button(page, says('Fermer et installer'))
  await expect(install).toBeDisabled()
  const filePath = join(desk.folder, 'avant.filigrane-sauvegarde')
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath })
  await button(page, says('Faire une copie…')).click()
  await expect(found).toContainText('Copie faite et relue')
  const ended = app.waitForEvent('close')
  await install.click().catch(() => undefined)
  await ended

  await test.step('6: opened again, with the same passphrase', async () => {
    const again = await launchElectron({ userData: desk.profile, entry: publisher.app })
    await lockPage(again.page).unlock(PASSPHRASE)
    await shell(again.page).rail.waitFor(derived)
    await personPage(again.page).open(ALIAS)
    await again.close()
  })
})
