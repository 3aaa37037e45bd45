import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { derived, lockPage } from '../pages/lock.ts'
import { noteOfToday } from '../pages/note.ts'
import { securityPage } from '../pages/security.ts'
import { shell } from '../pages/shell.ts'
import { expect, locking, test } from '../support/app.ts'
import { closeDamaged, spoilLastPack } from '../support/damage.ts'
import { putVault } from '../support/desk.ts'
import { contentsOf } from '../support/folders.ts'

async function write(page: Parameters<typeof noteOfToday>[0], text: string): Promise<void> {
  const note = noteOfToday(page)
  await note.addUnidentified()
  await note.note.fill(text)
  await note.save()
  await expect(shell(page).toast).toContainText('Intervention enregistrée')
}

test('a spoilt chunk: the state before is offered, dated, opened if she chooses; everything is kept aside', async ({
  desk,
  start,
  fictional,
}) => {
  test.setTimeout(300_000)
  putVault(fictional, desk)
  const launched = await start()
  await lockPage(launched.page).unlock(fictional.passphrase)
  await shell(launched.page).rail.waitFor()
  await write(launched.page, 'Café au coin des revues')
  let page = await locking(launched, () => launched.page.keyboard.press('Control+l'))
  spoilLastPack(desk.vault)
  const before = contentsOf(desk.vault)

  const lock = lockPage(page)
  await lock.unlock('pas la bonne phrase')
  await expect(lock.failure).toContainText('wrong-passphrase', derived)
  await expect(lock.fallBack).toBeHidden()

  await lock.unlock(fictional.passphrase)
  await expect(lock.failure.filter({ hasText: 'vault-damaged' })).toBeVisible(derived)
  const offer = lock.failure.filter({ hasText: 'Un état antérieur est entier' })
  await expect(offer).toContainText(/Il date du .+ \d{4}, .+ \(n°\u00a0\d+\)\./, derived)
  await expect(offer).toContainText('Aucun enregistrement connu n’y manque.')
  expect(contentsOf(desk.vault)).toEqual(before)

  await lock.fallBack.click()
  await shell(page).rail.waitFor(derived)
  const banner = page.locator('.banner').filter({ hasText: 'Le carnet est revenu à un état antérieur' })
  const [, aside = ''] = /(aside\/\d{4,})/.exec(await banner.innerText()) ?? []
  const kept = contentsOf(join(desk.vault, aside))
  for (const [name, sum] of Object.entries(before))
    if (/^(\d{4,}\.|packs)/.test(name)) expect({ [name]: kept[name] }).toEqual({ [name]: sum })
  await shell(page).goTo('Interventions')
  await expect(page.getByText('Café au coin des revues').first()).toBeVisible()
  await banner.getByRole('button', { name: 'Fermer' }).click()
  await expect(banner).toBeHidden()
  await shell(page).goTo('Aujourd’hui')
  await write(page, 'Et la suite')

  page = await locking({ ...launched, page }, () => page.keyboard.press('Control+l'))
  await lockPage(page).unlock(fictional.passphrase)
  await shell(page).rail.waitFor(derived)
  await expect(page.locator('.banner')).toHaveCount(0)
})

test('damage found while it is open: read-only, then the lock screen looks for a whole state', async ({
  desk,
  start,
  fictional,
}) => {
  test.setTimeout(300_000)
  putVault(fictional, desk)
  await closeDamaged(await start(), desk, fictional)
  // mended, so that it opens; spoilt again once it is verified
  spoilLastPack(desk.vault)
  const launched = await start()
  await lockPage(launched.page).unlock(fictional.passphrase)
  await shell(launched.page).rail.waitFor(derived)
  const security = securityPage(launched.page)
  await security.open()
  await expect(security.verified).toBeVisible(derived)
  // in the journal of the generation that is spoilt, whatever the access log has entered by then
  await shell(launched.page).goTo('Aujourd’hui')
  await write(launched.page, 'Juste avant le dommage')
  await security.open()
  spoilLastPack(desk.vault)
  await security.button('Vérifier maintenant').click()
  await expect(launched.page.getByText('Une partie du carnet est endommagée')).toBeVisible(derived)

  const page = await locking(launched, () => launched.page.keyboard.press('Control+l'))
  const lock = lockPage(page)
  await expect(page.getByText('Ce carnet est endommagé')).toBeVisible()
  await lock.passphrase.fill(fictional.passphrase)
  await lock.button('Chercher un état entier').click()
  await expect(lock.failure.filter({ hasText: 'Un état antérieur est entier' })).toContainText(
    /Il y manque \d+ enregistrements? faits? ensuite/,
    derived,
  )
  await lock.fallBack.click()
  await shell(page).rail.waitFor(derived)
  await expect(page.locator('.banner').filter({ hasText: 'revenu à un état antérieur' })).toBeVisible()
})

test('a vault put back from an older copy is told, once, and nothing is blocked', async ({
  opened,
  desk,
  fictional,
}) => {
  test.setTimeout(300_000)
  const older = join(desk.folder, 'ancien')
  let page = await locking(opened, () => opened.page.keyboard.press('Control+l'))
  cpSync(desk.vault, older, { recursive: true })
  await lockPage(page).unlock(fictional.passphrase)
  await shell(page).rail.waitFor(derived)
  await expect(page.locator('.banner')).toHaveCount(0)
  await write(page, 'Perdue avec la copie')
  page = await locking({ ...opened, page }, () => page.keyboard.press('Control+l'))
  rmSync(desk.vault, { recursive: true })
  cpSync(older, desk.vault, { recursive: true })

  await lockPage(page).unlock(fictional.passphrase)
  await shell(page).rail.waitFor(derived)
  await expect(page.locator('.banner')).toContainText('Ce carnet est plus ancien que la dernière fois')
  await write(page, 'Rien n’est bloqué')
  page = await locking({ ...opened, page }, () => page.keyboard.press('Control+l'))
  await lockPage(page).unlock(fictional.passphrase)
  await shell(page).rail.waitFor(derived)
  await expect(page.locator('.banner')).toHaveCount(0)
})

test('the twelve words find a whole state too, and the new passphrase opens it from then on', async ({
  desk,
  start,
}) => {
  test.setTimeout(300_000)
  const launched = await start()
  let lock = lockPage(launched.page)
  const words = await lock.choosePassphrase('corbeau violon tracteur brume')
  await lock.retype(words)
  await shell(launched.page).rail.waitFor(derived)
  await write(launched.page, 'Avant que la phrase soit oubliée')
  let page = await locking(launched, () => launched.page.keyboard.press('Control+l'))
  spoilLastPack(desk.vault)

  lock = lockPage(page)
  await lock.recover(words, 'grenier lanterne saule gravier')
  await expect(lock.failure.filter({ hasText: 'vault-damaged' })).toBeVisible(derived)
  await expect(lock.failure.filter({ hasText: 'Un état antérieur est entier' })).toBeVisible(derived)
  await lock.fallBack.click()
  await shell(page).rail.waitFor(derived)
  await shell(page).goTo('Interventions')
  await expect(page.getByText('Avant que la phrase soit oubliée').first()).toBeVisible()

  page = await locking({ ...launched, page }, () => page.keyboard.press('Control+l'))
  await lockPage(page).unlock('grenier lanterne saule gravier')
  await shell(page).rail.waitFor(derived)
})
