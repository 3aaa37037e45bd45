import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { blankPerson } from '../../src/core/caseload/person.ts'
import { answerNextDialog } from '../electron.ts'
import { dialogFields } from '../pages/fields.ts'
import { printed } from '../pages/printing.ts'
import { securityPage } from '../pages/security.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { dayFromToday } from '../support/desk.ts'
import { handOver } from '../support/review-package.ts'
import { asCoordinator, coordinatorPassphrase, letCoordinatorIn } from '../support/two-roles.ts'

const ALIAS = 'Zorglubine Philibertine'

test('a closed file: held, then erased by the coordinator once nothing is open; the copies out of reach are told', async ({
  opened,
  desk,
  fictional,
}) => {
  test.setTimeout(300_000)
  let page = opened.page
  await letCoordinatorIn(page, fictional.passphrase)
  const { id: personId } = await callEngine(page, 'people.save', { ...blankPerson, aliases: [ALIAS] })
  await callEngine(page, 'people.saveBondStage', {
    personId,
    stage: 'closed',
    on: dayFromToday(-1500),
    replaces: dayFromToday(0),
  })
  const request = {
    kind: 'access',
    personId,
    requester: '',
    receivedOn: dayFromToday(-2),
    words: `${ALIAS} veut voir son dossier`,
    identityCheckedOn: dayFromToday(-1),
    extendedTo: null,
    extensionWords: '',
    answeredOn: null,
    outcome: null,
    answer: '',
    lateWords: '',
  } as const
  const { id: requestId } = await callEngine(page, 'requests.save', request)

  await test.step('two copies of the notebook, one on a stick that leaves', async () => {
    const security = securityPage(page)
    await security.open()
    for (const name of ['poste', 'cle']) {
      const file = join(desk.folder, name, `${name}.filigrane-sauvegarde`)
      mkdirSync(dirname(file))
      await answerNextDialog(opened.app, 'showSaveDialog', { canceled: false, filePath: file })
      await security.button('Faire une copie').click()
      await expect(page.getByText(`${name}.filigrane-sauvegarde`).first()).toBeVisible()
    }
    renameSync(join(desk.folder, 'cle'), join(desk.folder, 'cle-partie'))
  })

  await handOver(opened, page, { folder: desk.folder, passphrase: fictional.passphrase }, personId)

  page = await asCoordinator(opened, page)
  const main = page.getByRole('main')
  const line = main.getByRole('listitem').filter({ hasText: ALIAS }).first()
  const choose = async (name: string) => {
    await line.getByRole('button', { name: /^Autres actions/ }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await shell(page).goTo('Registres')
  await page.getByRole('tab', { name: 'Conservation' }).click()
  await expect(line).toContainText('à décider')

  await test.step('kept longer, with a reason, then not', async () => {
    await choose('Garder plus longtemps')
    const hold = dialogFields(page, 'Garder plus longtemps')
    await hold.save()
    await expect(hold.dialog.getByRole('alert')).toContainText('reasons-needed')
    await hold.text('Pourquoi').fill('une plainte en cours')
    await hold.save()
    await expect(line).toContainText('retenu')
    await shell(page).toast.getByRole('button', { name: 'Annuler' }).click()
    await expect(line).toContainText('à décider')
  })

  /** Whether her name was on the screen, were it for a moment, while she is looked for. */
  const isFound = async () => {
    const told = page.evaluate(
      (name) =>
        new Promise<boolean>((resolve) => {
          const look = () => document.querySelector('[role=listbox]')?.textContent.includes(name) === true
          const watch = new MutationObserver(() => look() && resolve(true))
          watch.observe(document.body, { childList: true, subtree: true, characterData: true })
          setTimeout(() => resolve(false), 3000)
        }),
      ALIAS,
    )
    await shell(page).find(ALIAS)
    const isTold = await told
    await page.keyboard.press('Escape')
    return isTold
  }
  expect(await isFound()).toBe(true)

  const erasure = dialogFields(page, 'Décider du dossier')
  const decide = erasure.dialog.getByRole('button', { name: /^Détruire le dossier/ })
  await test.step('an open request forbids it, and says what to do', async () => {
    await choose('Décider du dossier')
    await expect(erasure.dialog).toContainText('Une demande attend sa réponse')
    await erasure.text('Décidé par').fill('La coordination')
    await erasure.dialog.getByLabel('Votre phrase de passe, de nouveau').fill(coordinatorPassphrase)
    await decide.click()
    await expect(erasure.dialog.getByRole('alert')).toContainText('obligations-open')
    await erasure.dialog.getByRole('button', { name: 'Annuler' }).click()
    await callEngine(page, 'requests.save', {
      ...request,
      id: requestId,
      answeredOn: dayFromToday(0),
      outcome: 'granted',
    })
  })

  await test.step('decided with her own passphrase', async () => {
    await choose('Décider du dossier')
    await expect(erasure.dialog).toContainText('Sauvegardes qui seront supprimées')
    await expect(erasure.dialog).toContainText('Sauvegardes hors de portée maintenant')
    await expect(erasure.dialog).toContainText('1 dossier de révision contient cette fiche')
    await expect(erasure.dialog).toContainText(
      /Pour «\s?Coordination\s?», préparé aujourd’hui\s?: s’ouvre jusqu’au/u,
    )
    await erasure.text('Décidé par').fill('La coordination')
    await erasure.dialog.getByLabel('Votre phrase de passe, de nouveau').fill('pas la bonne')
    await decide.click()
    await expect(erasure.dialog.getByRole('alert')).toContainText('wrong-passphrase')
    await erasure.dialog.getByLabel('Votre phrase de passe, de nouveau').fill(coordinatorPassphrase)
    await decide.click()
    await expect(shell(page).toast).toContainText('Dossier effacé')
    // nothing brings it back
    await expect(shell(page).toast.getByRole('button', { name: 'Annuler' })).toHaveCount(0)
    await expect(main).toContainText('Décisions prises')
    await expect(main).toContainText('Dossier détruit')
    expect(await isFound()).toBe(false)
  })

  await test.step('the copy out of reach is told until it is plugged in', async () => {
    expect(existsSync(join(desk.folder, 'poste', 'poste.filigrane-sauvegarde'))).toBe(false)
    await expect(main).toContainText('1 sauvegarde contient encore quelqu’un qui a été effacé.')
    await expect(main.getByRole('listitem').filter({ hasText: 'cle.filigrane' })).toContainText(
      'hors de portée',
    )
    renameSync(join(desk.folder, 'cle-partie'), join(desk.folder, 'cle'))
    await main.getByRole('button', { name: 'Réessayer' }).click()
    await expect(main).not.toContainText('contient encore')
    expect(existsSync(join(desk.folder, 'cle', 'cle.filigrane-sauvegarde'))).toBe(false)
  })

  await test.step('the package handed over is told until it expires, and its record prints', async () => {
    await expect(main).toContainText('demandez qu’on supprime le fichier et ses copies')
    const button = page.getByRole('button', { name: 'Imprimer le registre' })
    const to = { folder: desk.releases, passphrase: coordinatorPassphrase }
    const text = await printed(opened, page, button, to)
    expect(text).toContain('Dossiers de révision remis Pour « Coordination », préparé le')
    expect(text).toContain('lui demander de supprimer le fichier')
    expect(text).not.toContain(ALIAS)
  })
})
