import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { answerNextDialog } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { noteOfToday, noteOverScreen } from '../pages/note.ts'
import { shell } from '../pages/shell.ts'
import { statisticsPage } from '../pages/statistics.ts'
import { expect, locking, test } from '../support/app.ts'
import { lastQuarter, recordQuarter } from '../support/caseload.ts'
import { contentsOf } from '../support/folders.ts'

const PASSPHRASE = 'corbeau violon tracteur brume'
const NEXT_PASSPHRASE = 'lanterne rivière tricot ardoise'
const ALIAS = 'Éloïse au foulard'
const NOTE = 'Cherche une chambre près de la bibliothèque avant l’hiver.'
const RESOURCE = 'Maison Tournesol'

test('from an empty folder to a first release', async ({ desk, start }) => {
  test.setTimeout(240_000)
  const launched = await start()
  let { page } = launched
  let words: string[] = []

  await test.step('a new vault: strength, twelve words, two of them retyped', async () => {
    const lock = lockPage(page)
    await expect(lock.title).toHaveText('Créer votre carnet')
    await lock.passphrase.fill('motdepasse123')
    await expect(lock.strength).toHaveText(/très faible|devinée tout de suite|faible/)
    await lock.button('Continuer').click()
    await expect(page.getByText('Trop facile à deviner')).toBeVisible()
    await lock.passphrase.fill(PASSPHRASE)
    await expect(lock.strength).toContainText('excellente')
    words = await lock.choosePassphrase(PASSPHRASE)
    expect(words).toHaveLength(12)
    await lock.retype(words.toReversed())
    await expect(lock.failure).toContainText('recovery-words-mismatch')
    expect(readdirSync(desk.folder)).not.toContain('carnet.filigrane')
    await lock.button('Revoir les mots').click()
    const before = readdirSync(desk.folder)
    await lock.retype(words)
    await lock.button('Annuler').click()
    await expect(lock.failure).toContainText('Création annulée')
    expect(readdirSync(desk.folder)).toEqual(before)
    await lock.button('Créer le carnet').click()
    await expect(shell(page).rail).toBeVisible()
    expect(readdirSync(desk.vault)).toContain('packs')
  })

  await test.step('a resource', async () => {
    await shell(page).goTo('Ressources')
    await page.getByRole('button', { name: 'Nouvelle ressource' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nouvelle ressource' })
    await dialog.getByLabel('Organisme').fill(RESOURCE)
    await dialog.getByLabel('Téléphone').fill('514 555-0134')
    await dialog.getByLabel('Contact pivot').fill('Rose, à l’accueil')
    await page.keyboard.press('Control+Enter')
    await expect(shell(page).toast).toContainText('Ressource enregistrée')
    await expect(page.getByRole('main').getByText('514 555-0134')).toBeVisible()
  })

  await test.step('a note éclair: a new alias, somebody unidentified, a theme', async () => {
    await shell(page).goTo('Aujourd’hui')
    const note = noteOfToday(page)
    await note.createPerson(ALIAS)
    await note.addUnidentified()
    await note.addTheme('Logement')
    await note.note.fill(NOTE)
    await note.save()
    await expect(shell(page).toast).toContainText('Intervention enregistrée')
    await expect(note.note).toHaveValue('')
    await expect(shell(page).link('Personnes')).toHaveAccessibleName('Personnes, 1 au total')
  })

  await test.step('undo, then redo', async () => {
    await shell(page).toast.getByRole('button', { name: 'Annuler' }).click()
    await expect(shell(page).toast).toContainText(/Annulé\s: intervention/)
    await expect(page.getByText('Vos interventions apparaîtront ici.')).toBeVisible()
    await shell(page).toast.getByRole('button', { name: 'Rétablir' }).click()
    await expect(shell(page).toast).toContainText(/Rétabli\s: intervention/)
    await expect(page.getByText('Vos interventions apparaîtront ici.')).toHaveCount(0)
  })

  await test.step('search without accents finds the alias and the note', async () => {
    await shell(page).find('eloise')
    await expect(shell(page).results.filter({ hasText: ALIAS }).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await shell(page).find('bibliotheque')
    await expect(shell(page).results.filter({ hasText: 'bibliothèque' })).toHaveCount(1)
    await shell(page).results.filter({ hasText: 'bibliothèque' }).click()
    await expect(shell(page).title).toHaveText(ALIAS)
    await expect(page.getByText(NOTE)).toBeVisible()
  })

  await test.step('an older contact, its date taken in the calendar', async () => {
    await page.keyboard.press('Control+n')
    const note = noteOverScreen(page)
    await expect(note.chips(ALIAS)).toBeVisible()
    await note.addTheme('Emploi')
    await note.chooseDay(lastQuarter().day(10))
    await note.save()
    await expect(shell(page).toast).toContainText('Intervention enregistrée')
    await expect(page.getByText('2 fois')).toBeVisible()
  })

  await test.step('a referral, and its advance', async () => {
    await page.getByRole('button', { name: 'Référer' }).click()
    const dialog = page.getByRole('dialog', { name: 'Référer vers une ressource' })
    await dialog.getByRole('combobox', { name: 'Ressource' }).fill('tourn')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await expect(shell(page).toast).toContainText('Référencement enregistré')
    await shell(page).goTo('Référencements')
    await page.getByRole('button', { name: new RegExp(`^Avancer.*${RESOURCE}`) }).click()
    await page.getByRole('menuitem', { name: 'La personne accepte' }).click()
    await expect(shell(page).toast).toContainText('Étape inscrite')
    await page.getByRole('button', { name: /^Avancer/ }).click()
    await page.getByRole('menuitem', { name: /Service obtenu/ }).click()
    const end = page.getByRole('dialog', { name: 'Conclure le référencement' })
    await end.getByLabel('Raison').fill('place trouvée')
    await end.getByRole('button', { name: /^Enregistrer/ }).click()
    await page.getByRole('tab', { name: /^Terminés/ }).click()
    await expect(page.getByRole('tabpanel').getByText('service obtenu')).toBeVisible()
  })

  await test.step('a follow-up, done', async () => {
    await shell(page).goTo('Suivis')
    await page.getByRole('button', { name: 'Nouveau suivi' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nouveau suivi' })
    await dialog.getByRole('textbox', { name: 'À faire' }).fill('Rappeler Rose')
    await page.keyboard.press('Control+Enter')
    await expect(shell(page).toast).toContainText('Suivi enregistré')
    await page.getByRole('button', { name: /^Marquer comme fait.*Rappeler Rose/ }).click()
    await expect(shell(page).toast).toContainText('Suivi fait')
    await page.getByRole('tab', { name: /^Faits/ }).click()
    await expect(page.getByRole('tabpanel').getByText('Rappeler Rose')).toBeVisible()
  })

  await test.step('lock; a wrong passphrase changes nothing; the right one opens', async () => {
    page = await locking(launched, () => page.keyboard.press('Control+l'))
    const lock = lockPage(page)
    await expect(lock.title).toHaveText('Verrouillé à votre demande')
    const before = contentsOf(desk.vault)
    await lock.unlock('corbeau violon tracteur brune')
    await expect(lock.failure).toContainText('Ce n’est pas la bonne phrase de passe.')
    expect(contentsOf(desk.vault)).toEqual(before)
    await lock.unlock(PASSPHRASE)
    await expect(shell(page).rail).toBeVisible()
  })

  await test.step('the twelve words and a new passphrase', async () => {
    page = await locking(launched, () => shell(page).lock.click())
    const lock = lockPage(page)
    await lock.recover(words, NEXT_PASSPHRASE)
    await expect(shell(page).rail).toBeVisible({ timeout: 20_000 })
    page = await locking(launched, () => page.keyboard.press('Control+l'))
    await lockPage(page).unlock(PASSPHRASE)
    await expect(lockPage(page).failure).toContainText('wrong-passphrase')
    await lockPage(page).unlock(NEXT_PASSPHRASE)
    await expect(shell(page).rail).toBeVisible({ timeout: 20_000 })
  })

  const quarter = lastQuarter()
  await test.step('exact figures, inside', async () => {
    await recordQuarter(page, {
      persons: 11,
      alias: (index) => `Habituée ${index}`,
      note: 'une note fictive',
      resource: 'Cuisine collective',
    })
    await shell(page).goTo('Statistiques')
    const statistics = statisticsPage(page)
    await statistics.chooseDates(quarter.day(1), quarter.day(28))
    // eleven by twenty minutes, and the one taken in the calendar
    await expect(statistics.figure('interventions')).toHaveText('12')
    await expect(statistics.figure('personnes différentes')).toHaveText('12')
    await expect(statistics.figure('non identifiées')).toHaveText('0')
    await expect(statistics.figure('référencements')).toHaveText('11')
    await expect(statistics.row('Thèmes', 'Logement')).toContainText('11')
    await expect(statistics.row('Thèmes', 'Emploi')).toContainText('1')
  })

  await test.step('publish the quarter into a folder', async () => {
    const statistics = statisticsPage(page)
    await statistics.tab('Publier').click()
    await statistics.prepare(quarter.period)
    await expect(page.getByRole('heading', { name: /^Vérifier ce qui sortira/ })).toBeFocused()
    await expect(page.getByRole('table', { name: 'Ensemble' })).toContainText('10')
    await statistics.button('Continuer').click()
    await answerNextDialog(launched.app, 'showOpenDialog', { canceled: false, filePaths: [desk.releases] })
    await statistics.button('Choisir un dossier').click()
    await expect(page.getByText('publications', { exact: true })).toBeVisible()
    await statistics.sign('Reddition de comptes', 'Coordination', PASSPHRASE)
    await expect(statistics.failure).toContainText('wrong-passphrase')
    expect(readdirSync(desk.releases)).toEqual([])
    await statistics.sign('Reddition de comptes', 'Coordination', NEXT_PASSPHRASE)
    await expect(page.getByRole('heading', { name: /publié$/ })).toBeFocused({ timeout: 30_000 })
    const written = readdirSync(join(desk.releases, quarter.period))
    expect(written).toEqual(
      expect.arrayContaining(['rapport.pdf', 'catalogue.json', 'publication.json', 'sommes.sha256']),
    )
    expect(written.some((name) => name.endsWith('.csv'))).toBe(true)
  })

  await test.step('the ledger keeps it', async () => {
    await statisticsPage(page).button('Voir les publications').click()
    const ledger = page.getByRole('tabpanel')
    await expect(ledger).toContainText('Registre intact')
    await expect(ledger.getByRole('listitem')).toHaveCount(1)
    await expect(ledger.getByRole('listitem')).toContainText('Reddition de comptes')
    await expect(ledger.getByRole('listitem')).toContainText('approuvée par Coordination')
  })
})
