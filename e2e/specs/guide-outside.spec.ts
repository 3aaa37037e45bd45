/** The guide, done word for word on a fresh profile: what leaves the notebook, and the notebook found again elsewhere. */
import { join } from 'node:path'
import { answerNextDialog } from '../electron.ts'
import { derived, lockPage } from '../pages/lock.ts'
import { noteOfToday } from '../pages/note.ts'
import { personPage } from '../pages/person.ts'
import { preview } from '../pages/preview.ts'
import { securityPage } from '../pages/security.ts'
import { shell } from '../pages/shell.ts'
import { statisticsPage } from '../pages/statistics.ts'
import { expect, test } from '../support/app.ts'
import { lastQuarter, recordQuarter } from '../support/caseload.ts'
import { clearDesk, newDesk } from '../support/desk.ts'
import { guide } from '../support/guide.ts'

const PASSPHRASE = 'corbeau violon tracteur brume'
const HERS = 'lanterne prairie cuivre hameau'
const ALIAS = 'Mirabelle'

test('published, held to the law, copied, and opened on another computer', async ({ desk, start }) => {
  test.setTimeout(300_000)
  const launched = await start()
  const { page } = launched
  const frame = shell(page)
  const main = page.getByRole('main')
  const tab = (name: string) => main.getByRole('tab', { name: new RegExp(`^${name}`) })
  const copy = join(desk.folder, 'copie.filigrane-sauvegarde')
  await lockPage(page).retype(await lockPage(page).choosePassphrase(PASSPHRASE))
  await frame.rail.waitFor(derived)
  await noteOfToday(page).createPerson(ALIAS)
  await noteOfToday(page).save()

  await test.step('publier: exact figures for her alone; chosen, verified, looked at, signed; kept in the ledger', async () => {
    const quarter = lastQuarter()
    await recordQuarter(page, {
      persons: 11,
      alias: (index) => `Habituée ${index}`,
      note: 'une note fictive',
      resource: 'Cuisine collective',
    })
    const says = guide('publier')
    await frame.goTo('Statistiques')
    const statistics = statisticsPage(page)
    await expect(main).toContainText(says('confidentiel — ne pas diffuser'))
    await statistics.tab('Publier').click()
    await statistics.prepare(quarter.period)
    await expect(page.getByRole('heading', { name: new RegExp(`^${says('Vérifier')}`) })).toBeFocused()
    await statistics.button(says('Aperçu du rapport')).click()
    const report = page.getByRole('dialog')
    await expect(preview(report).drawn).toBeVisible({ timeout: 30_000 })
    await page.keyboard.press('Escape')
    await statistics.button('Continuer').click()
    await answerNextDialog(launched.app, 'showOpenDialog', { canceled: false, filePaths: [desk.releases] })
    await statistics.button('Choisir un dossier').click()
    await statistics.sign('Reddition de comptes', 'Coordination', PASSPHRASE)
    await expect(page.getByRole('heading', { name: /publié$/ })).toBeFocused(derived)
    await statistics.button('Voir les publications').click()
    await expect(page.getByRole('tabpanel')).toContainText('Registre intact')
  })

  await test.step('obligations, réglages: the notice is read out; the lists', async () => {
    const says = guide('obligations')
    await personPage(page).open(ALIAS)
    await expect(personPage(page).rights).toBeVisible()
    await expect(page.getByRole('button', { name: says('Inscrire la lecture de l’avis') })).toBeVisible()
    await frame.goTo('Registres')
    for (const name of ['Demandes', 'Communications', 'Incidents', 'Conservation'])
      await tab(says(name)).click()
    await frame.goTo('Réglages')
    await tab('Listes').click()
  })

  await test.step('sécurité-et-copies: a copy, tried; an access for the coordinator; another passphrase', async () => {
    const says = guide('securite-et-copies')
    const security = securityPage(page)
    await security.open()
    await answerNextDialog(launched.app, 'showSaveDialog', { canceled: false, filePath: copy })
    await security.button(says('Faire une copie')).click()
    await expect(security.toast).toContainText('Copie faite et relue')
    await security.act('copie.filigrane-sauvegarde', says('Essayer la restauration'))
    await page.getByLabel('Phrase de passe de la copie', { exact: true }).fill(PASSPHRASE)
    await security.button('Essayer la restauration').click()
    await expect(security.dialog('La copie s’ouvre')).toBeVisible(derived)
    await page.keyboard.press('Escape')
    await security.button(says('Donner un accès')).click()
    await security.current.fill(PASSPHRASE)
    await security.choose('Phrase de passe de la coordination', HERS)
    await security.button('Donner l’accès').click()
    await expect(security.toast).toContainText('Accès donné à la coordination', derived)
    await expect(security.button(says('Retirer l’accès'))).toBeVisible()
    await expect(security.button(says('Refaire la feuille'))).toBeVisible()
    await expect(security.button(says('Changer ma phrase'))).toBeVisible()
  })

  await test.step('portable-perdu: on another computer, the copy is restored and opens with its passphrase', async () => {
    const says = guide('portable-perdu')
    const other = newDesk()
    try {
      const elsewhere = await start(other)
      const there = elsewhere.page
      await there.getByRole('button', { name: says('Restaurer une copie'), exact: true }).click()
      await answerNextDialog(elsewhere.app, 'showOpenDialog', { canceled: false, filePaths: [copy] })
      await there.getByRole('button', { name: /^1\. Le fichier de la copie/ }).click()
      await expect(there.getByText('copie.filigrane-sauvegarde')).toBeVisible()
      await answerNextDialog(elsewhere.app, 'showSaveDialog', { canceled: false, filePath: other.vault })
      await there.getByRole('button', { name: /^2\. Le dossier du carnet restauré/ }).click()
      await there.getByLabel('Phrase de passe de la copie', { exact: true }).fill(PASSPHRASE)
      await there.getByRole('button', { name: 'Restaurer', exact: true }).click()
      await expect(there.getByText(/est prêt/)).toBeVisible(derived)
      await lockPage(there).unlock(PASSPHRASE)
      await expect(there.getByText(/Enregistré à .*n°\s/)).toBeVisible(derived)
      await personPage(there).open(ALIAS)
      await elsewhere.close()
    } finally {
      clearDesk(other)
    }
  })
})
