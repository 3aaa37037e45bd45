import { derived, lockPage } from '../pages/lock.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { violationsOf } from '../support/axe.ts'
import { closeDamaged } from '../support/damage.ts'
import { putVault } from '../support/desk.ts'
import { fillDisk } from '../support/full-disk.ts'
import { type Theme, setTheme, zoomTwice } from '../support/look.ts'
import { deskViews } from '../support/desk-views.ts'
import { putAway, views } from '../support/views.ts'
import { onSmallDisk } from '../support/small-disk.ts'

const themes: readonly Theme[] = ['light', 'dark']

test('axe does find what is wrong', async ({ start }) => {
  const { page } = await start()
  await page.evaluate(() => document.body.append(document.createElement('button')))
  expect((await violationsOf(page)).join()).toContain('button-name')
})

for (const theme of themes)
  test(`every screen and overlay, ${theme}`, async ({ opened, desk, fictional }) => {
    test.setTimeout(900_000)
    await setTheme(opened, theme)
    const rules = theme === 'light' ? 'all' : 'colours'
    const { page } = opened
    const wrong: string[] = []
    for (const view of views)
      await test.step(view.name, async () => {
        await view.show(page)
        wrong.push(...(await violationsOf(page, rules)).map((violation) => `${view.name}: ${violation}`))
        await putAway(page)
      })
    for (const view of deskViews)
      await test.step(view.name, async () => {
        await view.show(opened, { folder: desk.folder, passphrase: fictional.passphrase })
        wrong.push(...(await violationsOf(page, rules)).map((violation) => `${view.name}: ${violation}`))
        await putAway(page)
      })
    expect(wrong).toEqual([])
  })

for (const theme of themes)
  test(`the lock screen, ${theme}`, async ({ desk, start, fictional }) => {
    const launched = await start()
    await setTheme(launched, theme)
    const { page } = launched
    const lock = lockPage(page)
    await lock.button('Continuer').click()
    expect(await violationsOf(page)).toEqual([])
    await lock.passphrase.fill('corbeau violon')
    await expect(lock.strength).toContainText('Solidité')
    expect(await violationsOf(page)).toEqual([])
    const words = await lock.choosePassphrase('corbeau violon tracteur brume')
    expect(await violationsOf(page)).toEqual([])
    await lock.retype(words.toReversed())
    await expect(lock.failure).toContainText('recovery-words-mismatch')
    expect(await violationsOf(page)).toEqual([])
    await launched.close()

    putVault(fictional, desk)
    const again = await start()
    await setTheme(again, theme)
    const closed = lockPage(again.page)
    await closed.unlock('pas la bonne phrase')
    await expect(closed.failure).toBeVisible()
    expect(await violationsOf(again.page)).toEqual([])
    await closed.forgot.click()
    expect(await violationsOf(again.page)).toEqual([])
    await closed.button('Restaurer une copie').click()
    await expect(again.page.getByRole('heading', { name: 'Restaurer une copie de sauvegarde' })).toBeVisible()
    expect(await violationsOf(again.page)).toEqual([])
  })

for (const theme of themes)
  test(`the trial and its tour, ${theme}`, async ({ start }) => {
    const launched = await start()
    await setTheme(launched, theme)
    await lockPage(launched.page).tryOut()
    expect(await violationsOf(launched.page)).toEqual([])
  })

for (const theme of themes)
  test(`a full disk and a damaged vault, ${theme}`, async ({ start, fictional, desk }) => {
    test.setTimeout(300_000)
    await onSmallDisk(fictional, async (small) => {
      const launched = await start(small.desk)
      await setTheme(launched, theme)
      const { page } = launched
      await lockPage(page).unlock(fictional.passphrase)
      await shell(page).rail.waitFor()
      await fillDisk(page, small.disk)
      await expect(page.getByText('Le disque est plein\u00a0: rien de nouveau')).toBeVisible()
      expect(await violationsOf(page)).toEqual([])
      await launched.close()
    })
    putVault(fictional, desk)
    await closeDamaged(await start(), desk, fictional)
    const launched = await start()
    await setTheme(launched, theme)
    const { page } = launched
    await lockPage(page).unlock(fictional.passphrase)
    await lockPage(page).fallBack.waitFor(derived)
    expect(await violationsOf(page)).toEqual([])
    await lockPage(page).fallBack.click()
    await shell(page).rail.waitFor(derived)
    expect(await violationsOf(page)).toEqual([])
  })

test('at 200 %, nothing scrolls sideways, and the buttons of a dialog stay in the window', async ({
  opened,
  desk,
  fictional,
}) => {
  test.setTimeout(900_000)
  const { page } = opened
  await zoomTwice(opened)
  const wrong: string[] = []
  const look = async (name: string) => {
    const beyond = await page.evaluate(() => [
      ...[
        document.scrollingElement,
        document.querySelector('main'),
        document.querySelector('.dialog-body'),
      ].map((box) => (box === null ? 0 : box.scrollWidth - box.clientWidth)),
      ...[...document.querySelectorAll('.dialog-head, .dialog-foot')].map((bar) => {
        const { top, bottom } = bar.getBoundingClientRect()
        return Math.max(-top, bottom - innerHeight)
      }),
    ])
    if (beyond.some((pixels) => pixels > 0)) wrong.push(`${name}: ${beyond.join(', ')}`)
    await putAway(page)
  }
  for (const { name, show } of views)
    await test.step(name, async () => {
      await show(page)
      await look(name)
    })
  for (const { name, show } of deskViews)
    await test.step(name, async () => {
      await show(opened, { folder: desk.folder, passphrase: fictional.passphrase })
      await look(name)
    })
  expect(wrong).toEqual([])
})
