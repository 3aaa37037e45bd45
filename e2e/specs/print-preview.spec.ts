/** What prints is looked at before it is written, and is what is written. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerNextDialog, onStandIn } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { inkOf, preview } from '../pages/preview.ts'
import { shell } from '../pages/shell.ts'
import { expect, test } from '../support/app.ts'
import { contentsOf } from '../support/folders.ts'

test('a register: every page is drawn, nothing is on the disk before the choice, and the printer runs once', async ({
  opened,
  desk,
  fictional,
}) => {
  const { app, page } = opened
  const papers = join(desk.folder, 'papiers')
  mkdirSync(papers)
  await page.evaluate(() => {
    const refused: string[] = []
    Object.assign(window, { refused })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      refused.push(effectiveDirective),
    )
  })
  await shell(page).goTo('Registres')
  await page.getByRole('tab', { name: /^Documents/ }).click()
  const open = () => page.getByRole('button', { name: /^Imprimer\s: Registre des consentements/ }).click()
  await open()
  const dialog = page.getByRole('dialog', { name: 'Registre des consentements' })
  const { frame, count, page: pageOf, larger, smaller, fullWidth, ...ask } = preview(dialog)
  await expect(pageOf(1)).toContainText('Registre des consentements')
  const pages = Number(/\d+/.exec(await count.innerText())?.[0])
  expect(pages).toBeGreaterThan(0)
  await expect(dialog.getByRole('figure')).toHaveCount(pages)
  await expect.poll(() => inkOf(pageOf(1))).toBeGreaterThan(1000)

  // discreet, its names are no more to be read than those of a screen, until the pointer comes
  const blurOf = () =>
    pageOf(1)
      .locator('canvas')
      .evaluate((canvas) => getComputedStyle(canvas).filter)
  await dialog.getByRole('heading', { name: 'Registre des consentements' }).hover()
  await page.keyboard.press('Control+Shift+L')
  await expect.poll(blurOf).toBe('blur(16px)')
  await frame.hover()
  await expect.poll(blurOf).toBe('none')
  await page.keyboard.press('Control+Shift+L')
  await dialog.getByRole('heading', { name: 'Registre des consentements' }).hover()
  await expect.poll(blurOf).toBe('none')

  // as wide as its frame, larger and smaller
  const widths = async () => ({
    page: (await pageOf(1).boundingBox())?.width ?? 0,
    frame: (await frame.boundingBox())?.width ?? 0,
  })
  const full = await widths()
  expect(full.page).toBeGreaterThan(full.frame * 0.85)
  expect(full.page).toBeLessThanOrEqual(full.frame)
  await larger.click()
  expect((await widths()).page).toBeGreaterThan(full.page * 1.4)
  await expect.poll(() => inkOf(pageOf(1))).toBeGreaterThan(1000)
  await fullWidth.click()
  expect((await widths()).page).toBeCloseTo(full.page, 0)
  await smaller.click()
  expect((await widths()).page).toBeLessThan(full.page)
  await fullWidth.click()

  // by keyboard alone
  await frame.focus()
  await page.keyboard.press('End')
  await expect.poll(() => frame.evaluate((box) => box.scrollTop)).toBeGreaterThan(0)
  await expect.poll(() => inkOf(pageOf(pages))).toBeGreaterThan(100)

  // cancelled: nothing was written
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(contentsOf(papers)).toEqual({})
  expect(readdirSync(desk.folder).toSorted()).toEqual(
    ['carnet.filigrane', 'papiers', 'profile', 'publications'].toSorted(),
  )
  if (onStandIn) expect(await printings()).toBe(1)

  await open()
  await expect(pageOf(1)).toContainText('Registre des consentements')
  await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [papers] })
  await ask.chooseFolder.click()
  await ask.passphrase.fill(fictional.passphrase)
  await ask.save.click()
  await expect(page.getByRole('alert')).toContainText('registre-des-consentements')
  const [written = ''] = readdirSync(papers)
  expect(readFileSync(join(papers, written)).subarray(0, 5).toString()).toBe('%PDF-')
  // shown twice, written from what was shown
  if (onStandIn) expect(await printings()).toBe(2)
  expect(await page.evaluate(() => Object.assign({ refused: [] }, window).refused)).toEqual([])

  function printings(): Promise<number> {
    return app.evaluate(
      () =>
        globalThis.standIn?.recorded.calls.filter(
          ({ call, args }) =>
            call === 'new BrowserWindow' && JSON.stringify(args).includes('filigrane-print'),
        ).length ?? 0,
    )
  }
})

test('the report of a quarter, before it is published; then the register of releases', async ({ opened }) => {
  const { page } = opened
  await shell(page).goTo('Statistiques')
  await page.getByRole('tab', { name: /^Publier/ }).click()
  await page
    .getByRole('button', { name: /^Préparer/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Aperçu du rapport' }).click()
  const report = page.getByRole('dialog', { name: /^Aperçu\s: Rapport/ })
  await expect(preview(report).page(1)).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => inkOf(preview(report).page(1))).toBeGreaterThan(1000)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Retour' }).click()
  await page.getByRole('tab', { name: /^Publications/ }).click()
  await page.getByRole('button', { name: 'Imprimer le registre' }).click()
  const register = page.getByRole('dialog', { name: 'Imprimer le registre' })
  await expect.poll(() => inkOf(preview(register).page(1))).toBeGreaterThan(1000)
})

test('the recovery sheet is shown as it will be on paper; nothing prints before it is asked', async ({
  start,
}) => {
  const { page } = await start()
  await page.evaluate(() => {
    const printed: number[] = []
    Object.assign(window, { printed, print: () => printed.push(1) })
  })
  const printed = () => page.evaluate(() => Object.assign({ printed: [] as number[] }, window).printed.length)
  const words = await lockPage(page).choosePassphrase('corbeau violon tracteur brume')
  await lockPage(page).button('Imprimer la feuille').click()
  const sheet = page.getByRole('dialog', { name: /^Aperçu\s: la feuille de secours/ })
  await expect(sheet.getByRole('listitem')).toHaveText(words)
  await expect(sheet.getByRole('img', { name: 'Les douze mots en code QR' })).toBeVisible()
  expect(await printed()).toBe(0)
  await sheet.getByRole('button', { name: 'Imprimer…' }).click()
  expect(await printed()).toBe(1)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(lockPage(page).button('Je les ai, continuer')).toBeVisible()
})
