/** An update from a file: verified, a copy first, handed over; and whatever is not exactly that, refused. */
import type { ElectronApplication, Page } from '@playwright/test'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerNextDialog, launchElectron, onStandIn, type Launched } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { shell } from '../pages/shell.ts'
import { expect, test as base } from '../support/app.ts'
import { violationsOf } from '../support/axe.ts'
import { putVault } from '../support/desk.ts'
import { newPublisher, type Publisher } from '../support/updates.ts'

interface Fixtures {
  publisher: Publisher
  /** The app that trusts the publisher, its vault open, at Réglages › Mises à jour. */
  updating: Launched
}
const test = base.extend<Fixtures>({
  publisher: async ({ desk }, use) => use(newPublisher(desk.folder)),
  updating: async ({ desk, fictional, publisher }, use) => {
    putVault(fictional, desk)
    const launched = await launchElectron({ userData: desk.profile, entry: publisher.app })
    await lockPage(launched.page).unlock(fictional.passphrase)
    await shell(launched.page).goTo('Réglages')
    await launched.page.getByRole('tab', { name: 'Mises à jour' }).click()
    await use(launched)
    await launched.close()
  },
})
// the package of the test is one for Linux
test.skip(process.platform !== 'linux' || !onStandIn)

const updates = (page: Page) => ({
  choose: page.getByRole('button', { name: 'Choisir une mise à jour…' }),
  found: page.getByRole('dialog', { name: 'Mise à jour 9.0.0' }),
  backUp: page.getByRole('button', { name: 'Faire une copie…' }),
  install: page.getByRole('button', { name: 'Fermer et installer' }),
  failure: page.getByRole('alert'),
})
const opened = (app: ElectronApplication) =>
  app.evaluate(() =>
    (globalThis.standIn?.recorded.calls ?? [])
      .filter(({ call }) => call === 'shell.openPath')
      .map(({ args }) => String(args[0])),
  )
async function choose({ app, page }: Launched, file: string): Promise<void> {
  await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] })
  await updates(page).choose.click()
}
async function verifyAndBackUp(launched: Launched, file: string, copy: string): Promise<void> {
  const { app, page } = launched
  await choose(launched, file)
  const { found, backUp, install } = updates(page)
  await expect(found).toContainText('La recherche va plus vite.')
  await expect(install).toBeDisabled()
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath: copy })
  await backUp.click()
  await expect(found).toContainText('Copie faite et relue')
}

test('an update is verified, a copy made, and the very bytes verified are handed over', async ({
  updating,
  publisher,
  desk,
}) => {
  const file = join(desk.folder, 'filigrane-9.0.0.filigrane-maj')
  const content = publisher.publish(file)
  const copy = join(desk.folder, 'avant.filigrane-sauvegarde')
  await verifyAndBackUp(updating, file, copy)
  expect(existsSync(copy)).toBe(true)
  expect(await violationsOf(updating.page)).toEqual([])
  // whoever changes the file chosen now is too late
  writeFileSync(file, 'autre chose')

  const { app, page } = updating
  // kept from ending this once, so that the test can still ask what was opened
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window) window.close = () => void Reflect.deleteProperty(window, 'close')
  })
  await updates(page)
    .install.click()
    .catch(() => undefined)
  await expect.poll(() => opened(app)).toEqual([join(desk.profile, 'updates', 'filigrane_1.5.0_amd64.deb')])
  const [path = ''] = await opened(app)
  expect(readFileSync(path).equals(content)).toBe(true)
  expect(statSync(join(desk.profile, 'updates')).mode & 0o777).toBe(0o700)
  const locked = await updating.reconnect()
  await expect(locked.getByRole('heading', { name: 'Verrouillé pour la mise à jour' })).toBeVisible()
})

test('the program ends once it has handed over, the notebook well closed, and forgets the package at its next start', async ({
  updating,
  publisher,
  desk,
  start,
  fictional,
}) => {
  const file = join(desk.folder, 'filigrane-9.0.0.filigrane-maj')
  publisher.publish(file)
  await verifyAndBackUp(updating, file, join(desk.folder, 'avant.filigrane-sauvegarde'))
  const ended = updating.app.waitForEvent('close')
  await updates(updating.page)
    .install.click()
    .catch(() => undefined)
  await ended
  expect(readdirSync(join(desk.profile, 'updates'))).toHaveLength(1)

  const { page } = await start()
  expect(existsSync(join(desk.profile, 'updates'))).toBe(false)
  await lockPage(page).unlock(fictional.passphrase)
  await shell(page).goTo('Réglages')
  await page.getByRole('tab', { name: 'Sécurité et copies' }).click()
  await expect(page.getByText('Le carnet avait été bien fermé.')).toBeVisible()
})

test('an older, foreign, changed, cut or unsigned file is refused, with its code', async ({
  updating,
  publisher,
  desk,
}) => {
  const file = join(desk.folder, 'essai.filigrane-maj')
  const { page } = updating
  const refuses = async (code: string) => {
    await choose(updating, file)
    await expect(updates(page).failure).toContainText(code)
    await expect(updates(page).found).toBeHidden()
  }
  publisher.publish(file, { version: '0.0.1' })
  await refuses('update-downgrade')
  publisher.publish(file, { platform: 'win32', kind: 'nsis', file: 'filigrane.exe' })
  await refuses('update-other-platform')
  publisher.publish(file)
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, -1))
  await refuses('update-truncated')
  writeFileSync(file, whole.with(whole.length - 1, 0))
  await refuses('update-altered')
  const stranger = join(desk.folder, 'inconnu')
  mkdirSync(stranger)
  newPublisher(stranger).publish(file)
  await refuses('update-other-key')
  writeFileSync(file, 'rien')
  await refuses('not-an-update')
  expect(readdirSync(join(desk.profile, 'updates'))).toEqual([])
  expect(await opened(updating.app)).toEqual([])
})

test('what the system does not open is said, with the notebook closed', async ({
  updating,
  publisher,
  desk,
}) => {
  const file = join(desk.folder, 'filigrane-9.0.0.filigrane-maj')
  publisher.publish(file)
  await verifyAndBackUp(updating, file, join(desk.folder, 'avant.filigrane-sauvegarde'))
  const { app, page } = updating
  await app.evaluate(({ shell, dialog }) => {
    shell.openPath = () => Promise.resolve('no application knows this file')
    const said: string[] = []
    Object.assign(globalThis, { said })
    dialog.showMessageBox = (...args: unknown[]) => {
      said.push(JSON.stringify(args.at(-1)))
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  })
  await updates(page)
    .install.click()
    .catch(() => undefined)
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { said: string[] }).said.join()))
    .toContain('La mise à jour n’a pas pu être installée.')
  const locked = await updating.reconnect()
  await expect(locked.getByRole('heading', { name: 'Verrouillé pour la mise à jour' })).toBeVisible()
})

test('a program built without a key says so and takes no update; it shows whose work it is made with', async ({
  desk,
  fictional,
  publisher,
}) => {
  putVault(fictional, desk)
  writeFileSync(join(publisher.app, 'resources', 'update-key.pub'), 'untrusted comment: none yet\n')
  const launched = await launchElectron({ userData: desk.profile, entry: publisher.app })
  const { page } = launched
  await lockPage(page).unlock(fictional.passphrase)
  await shell(page).goTo('Réglages')
  await page.getByRole('tab', { name: 'Mises à jour' }).click()
  await expect(page.getByText('Cette version ne peut vérifier aucune mise à jour')).toBeVisible()
  await expect(updates(page).choose).toHaveCount(0)
  expect(await violationsOf(page)).toEqual([])

  await page.getByRole('button', { name: 'Voir les licences' }).click()
  await expect(page.getByRole('textbox', { name: 'Licences, en entier' })).toHaveValue(
    /lucide-react[^]*libsodium/u,
  )
  await launched.close()
})

test.describe('an AppImage', () => {
  test('is replaced where it lies', async ({ desk, fictional, publisher }) => {
    putVault(fictional, desk)
    const appImage = join(desk.folder, 'Filigrane.AppImage')
    writeFileSync(appImage, 'la version en usage')
    const launched = await launchElectron({
      userData: desk.profile,
      entry: publisher.app,
      // whatever runs is held by the root
      env: { APPIMAGE: appImage, APPDIR: '/' },
    })
    await lockPage(launched.page).unlock(fictional.passphrase)
    await shell(launched.page).goTo('Réglages')
    await launched.page.getByRole('tab', { name: 'Mises à jour' }).click()
    const file = join(desk.folder, 'filigrane-9.0.0.filigrane-maj')
    const content = publisher.publish(file, { kind: 'AppImage', file: 'Filigrane-9.0.0.AppImage' })
    await verifyAndBackUp(launched, file, join(desk.folder, 'avant.filigrane-sauvegarde'))
    const ended = launched.app.waitForEvent('close')
    await updates(launched.page)
      .install.click()
      .catch(() => undefined)
    await ended
    expect(readFileSync(appImage).equals(content)).toBe(true)
    expect(statSync(appImage).mode & 0o777).toBe(0o755)
    expect(existsSync(`${appImage}.new`)).toBe(false)
  })
})
