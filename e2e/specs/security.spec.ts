import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerNextDialog } from '../electron.ts'
import { derived, lockPage } from '../pages/lock.ts'
import { securityPage } from '../pages/security.ts'
import { shell } from '../pages/shell.ts'
import { expect, locking, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { contentsOf } from '../support/folders.ts'

const another = 'corbeau violon tracteur brume'
const hers = 'lanterne prairie cuivre hameau'

test('the passphrase is changed, and the old one opens nothing any more', async ({ opened, fictional }) => {
  test.setTimeout(300_000)
  const { page } = opened
  const security = securityPage(page)
  await security.open()
  await security.button('Changer ma phrase').click()
  await security.current.fill('pas la bonne phrase')
  await security.choose('Nouvelle phrase de passe', another)
  await security.button('Changer la phrase').click()
  await expect(security.failure.filter({ hasText: 'wrong-passphrase' })).toBeVisible(derived)
  await security.current.fill(fictional.passphrase)
  const before = await callEngine(page, 'security.read', undefined)
  await security.button('Changer la phrase').click()
  await page.keyboard.press('Escape')
  // given up: what was typed is there to be sent again, and nothing changed
  await expect(security.failure).toHaveCount(0)
  await expect(security.current).toBeEnabled(derived)
  await expect(security.current).toHaveValue(fictional.passphrase)
  expect(await callEngine(page, 'security.read', undefined)).toEqual(before)
  await security.button('Changer la phrase').click()
  await expect(security.toast).toContainText('Phrase de passe changée', derived)

  const locked = await locking(opened, () => page.keyboard.press('Control+l'))
  await lockPage(locked).unlock(fictional.passphrase)
  await expect(lockPage(locked).failure).toContainText('wrong-passphrase', derived)
  await lockPage(locked).unlock(another)
  await expect(shell(locked).rail).toBeVisible(derived)
})

test('the coordinator is let in, then put out with new keys and a new sheet; copies go, or are told', async ({
  opened,
  desk,
  fictional,
}) => {
  test.setTimeout(300_000)
  const { app, page } = opened
  const security = securityPage(page)
  await security.open()
  await security.button('Donner un accès').click()
  await security.current.fill(fictional.passphrase)
  await security.choose('Phrase de passe de la coordination', hers)
  await security.button('Donner l’accès').click()
  await expect(security.toast).toContainText('Accès donné à la coordination', derived)

  const copy = join(desk.folder, 'copie.filigrane-sauvegarde')
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath: copy })
  await security.button('Faire une copie').click()
  await expect(security.toast).toContainText('Copie faite et relue')

  await security.button('Retirer l’accès').click()
  await expect(security.dialog('Retirer l’accès de la coordination')).toContainText(
    'copie.filigrane-sauvegarde',
  )
  await security.current.fill(fictional.passphrase)
  await security.button('Continuer').click()
  const words = await security.retype()
  expect(words).toHaveLength(12)
  await security.button('Renouveler les clés').click()
  await expect(security.dialog('Les clés sont renouvelées')).toContainText('1 copie effacée.', derived)
  expect(existsSync(copy)).toBe(false)
  await security.button('Compris').click()
  await expect(security.button('Donner un accès')).toBeVisible()

  const locked = await locking(opened, () => page.keyboard.press('Control+l'))
  await lockPage(locked).recover(words, another)
  await expect(shell(locked).rail).toBeVisible(derived)
})

test('the worker’s own access cannot be taken away: no button for it, and the engine refuses whatever the page asks', async ({
  opened,
  fictional,
}) => {
  test.setTimeout(180_000)
  const { page } = opened
  const { passphrase } = fictional
  const security = securityPage(page)
  await security.open()
  await expect(security.slot('Intervenante').getByRole('button', { name: 'Changer ma phrase' })).toBeVisible()
  await expect(security.slot('Intervenante').getByRole('button', { name: /^Retirer/ })).toHaveCount(0)
  const act = '0195b5a0-0000-7000-8000-000000000003'
  for (const slots of [[], [{ role: 'coordinator' as const, passphrase: hers }]])
    await expect(callEngine(page, 'security.rekey', { act, passphrase, slots })).rejects.toThrow(
      'worker-slot-needed',
    )
  const locked = await locking(opened, () => page.keyboard.press('Control+l'))
  await lockPage(locked).unlock(passphrase)
  await expect(shell(locked).rail).toBeVisible(derived)
})

test('a copy is made, checked, tried; a spoilt one is told', async ({ opened, desk, fictional }) => {
  test.setTimeout(300_000)
  const { app, page } = opened
  const security = securityPage(page)
  const copy = join(desk.folder, 'copie.filigrane-sauvegarde')
  await security.open()
  await expect(page.getByText('Aucune copie connue')).toBeVisible()
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath: join(desk.vault, 'copie') })
  await security.button('Faire une copie').click()
  await expect(security.failure.filter({ hasText: 'backup-inside-vault' })).toBeVisible()
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath: copy })
  await security.button('Faire une copie').click()
  await expect(security.toast).toContainText('Copie faite et relue')
  await expect(page.getByText('À portée')).toBeVisible()

  await security.act('copie.filigrane-sauvegarde', 'Vérifier la copie')
  await expect(security.toast).toContainText('La copie est intacte')
  await security.act('copie.filigrane-sauvegarde', 'Essayer la restauration')
  await page.getByLabel('Phrase de passe de la copie', { exact: true }).fill(fictional.passphrase)
  await security.button('Essayer la restauration').click()
  await expect(security.dialog('La copie s’ouvre')).toContainText(
    'Tout ce qu’elle contient est intact.',
    derived,
  )
  await security.dialog('La copie s’ouvre').getByRole('button', { name: 'Fermer' }).last().click()

  const bytes = readFileSync(copy)
  writeFileSync(copy, bytes.fill((bytes[5000] ?? 0) ^ 1, 5000, 5001))
  await security.act('copie.filigrane-sauvegarde', 'Vérifier la copie')
  await expect(security.failure.filter({ hasText: 'backup-damaged' })).toBeVisible()
})

test('the vault is verified on demand, and its state is told', async ({ opened }) => {
  const security = securityPage(opened.page)
  await security.open()
  await expect(security.verified).toBeVisible(derived)
  await security.button('Vérifier maintenant').click()
  await expect(security.verified).toBeVisible(derived)
  await expect(opened.page.getByText(/^Génération \d+/)).toBeVisible()
})

test('from the lock screen a copy becomes a new vault; what was there is not touched', async ({
  opened,
  desk,
  fictional,
}) => {
  test.setTimeout(300_000)
  const { app, page } = opened
  const security = securityPage(page)
  const copy = join(desk.folder, 'copie.filigrane-sauvegarde')
  await security.open()
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath: copy })
  await security.button('Faire une copie').click()
  await expect(security.toast).toContainText('Copie faite et relue')
  const locked = await locking(opened, () => page.keyboard.press('Control+l'))
  const before = contentsOf(desk.vault)

  await lockPage(locked).button('Restaurer une copie').click()
  const photo = join(desk.folder, 'photo.jpg')
  writeFileSync(photo, 'rien à voir avec un carnet')
  const choose = (name: RegExp) => locked.getByRole('button', { name }).click()
  const restored = join(desk.folder, 'restauré.filigrane')
  await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [photo] })
  await choose(/^1\. Le fichier de la copie/)
  await expect(locked.getByText('photo.jpg')).toBeVisible()
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath: restored })
  await choose(/^2\. Le dossier du carnet restauré/)
  await expect(locked.getByText('restauré.filigrane')).toBeVisible()
  await locked.getByLabel('Phrase de passe de la copie', { exact: true }).fill(fictional.passphrase)
  await lockPage(locked).button('Restaurer').click()
  await expect(lockPage(locked).failure).toContainText('not-a-backup', derived)
  expect(existsSync(restored)).toBe(false)

  await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [copy] })
  await choose(/^1\. Le fichier de la copie/)
  await expect(locked.getByText('copie.filigrane-sauvegarde')).toBeVisible()
  await lockPage(locked).button('Restaurer').click()
  await expect(locked.getByText(/Le carnet «\srestauré.filigrane\s» est prêt/)).toBeVisible({
    timeout: 30_000,
  })
  expect(contentsOf(desk.vault)).toEqual(before)
  await lockPage(locked).unlock(fictional.passphrase)
  await expect(shell(locked).rail).toBeVisible(derived)
})
