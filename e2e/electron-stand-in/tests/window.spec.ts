import { expect, test } from './fixture.ts'

test('the window follows its page’s title, size and visibility', async ({ page, browserWindow }) => {
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480])
  await page.evaluate(() => {
    document.title = 'Renamed'
  })
  await expect.poll(() => browserWindow.evaluate((w) => w.getTitle())).toBe('Renamed')
  const state = await browserWindow.evaluate((w) => {
    const shown = w.isVisible()
    w.hide()
    w.setContentProtection(true)
    return { shown, hidden: !w.isVisible(), protected: w.isContentProtected(), bounds: w.getBounds() }
  })
  expect(state).toEqual({
    shown: true,
    hidden: true,
    protected: true,
    bounds: { x: 0, y: 0, width: 640, height: 480 },
  })
  await browserWindow.evaluate((w) => w.setSize(500, 400))
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([500, 400])
})

test('the theme’s source is the page’s colour scheme, also after a reload', async ({
  electronApp,
  page,
  browserWindow,
}) => {
  const color = () => page.evaluate(() => getComputedStyle(document.body).color)
  const changes = await electronApp.evaluate(({ nativeTheme }) => {
    let count = 0
    nativeTheme.on('updated', () => count++)
    nativeTheme.themeSource = 'dark'
    nativeTheme.themeSource = 'dark'
    return [count, nativeTheme.shouldUseDarkColors]
  })
  expect(changes).toEqual([1, true])
  await expect.poll(color).toBe('rgb(4, 5, 6)')
  await browserWindow.evaluate((w) => w.webContents.reload())
  await page.waitForEvent('load')
  await expect.poll(color).toBe('rgb(4, 5, 6)')
  await electronApp.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light'
  })
  await expect.poll(color).toBe('rgb(1, 2, 3)')
})

test('zoom enlarges the page', async ({ page, browserWindow }) => {
  const height = async () => (await page.getByRole('heading').boundingBox())?.height ?? 0
  const before = await height()
  await browserWindow.evaluate((w) => w.webContents.setZoomFactor(2))
  await expect.poll(async () => (await height()) / before).toBeGreaterThan(1.8)
})

test('printToPDF is tagged when asked, and print is recorded', async ({ electronApp, browserWindow }) => {
  const pdf = async (generateTaggedPDF: boolean) =>
    Buffer.from(
      await browserWindow.evaluate(
        async (w, tagged) =>
          (await w.webContents.printToPDF({ generateTaggedPDF: tagged })).toString('base64'),
        generateTaggedPDF,
      ),
      'base64',
    )
  const tagged = await pdf(true)
  expect(tagged.subarray(0, 5).toString()).toBe('%PDF-')
  expect(tagged.includes('StructTreeRoot')).toBe(true)
  expect((await pdf(false)).includes('StructTreeRoot')).toBe(false)

  const printed = await browserWindow.evaluate(
    (w) =>
      new Promise((resolve) =>
        w.webContents.print({ silent: true, copies: 2 }, (success, reason) => resolve([success, reason])),
      ),
  )
  expect(printed).toEqual([true, ''])
  const calls = await electronApp.evaluate(() =>
    globalThis.standIn?.recorded.calls.filter(({ call }) => call === 'webContents.print'),
  )
  expect(calls).toEqual([{ call: 'webContents.print', args: [{ silent: true, copies: 2 }] }])
})

test('capturePage gives a PNG of the page', async ({ browserWindow }) => {
  const image = await browserWindow.evaluate(async (w) => {
    const captured = await w.webContents.capturePage()
    return {
      empty: captured.isEmpty(),
      size: captured.getSize(),
      head: captured.toPNG().subarray(1, 4).toString(),
    }
  })
  expect(image.head).toBe('PNG')
  expect(image.empty).toBe(false)
  expect(image.size.width).toBeGreaterThan(400)
})

test('after a crash and a reload, a second client drives the window', async ({ launched, browserWindow }) => {
  const gone = await browserWindow.evaluate(
    (w) =>
      new Promise((resolve) => {
        w.webContents.once('render-process-gone', (_event, details) =>
          resolve([details.reason, w.webContents.isCrashed(), w.isDestroyed()]),
        )
        w.webContents.forcefullyCrashRenderer()
      }),
  )
  expect(gone).toEqual(['crashed', true, false])
  await browserWindow.evaluate(
    (w) =>
      new Promise<void>((resolve) => {
        w.webContents.once('did-finish-load', () => resolve())
        w.webContents.reload()
      }),
  )
  const live = await launched.reconnect()
  await expect(live.getByRole('heading', { name: 'Fixture' })).toBeVisible()
  expect(await live.evaluate(() => window.api.invoke('echo', 1))).toEqual([1])
  expect(await browserWindow.evaluate((w) => w.webContents.isCrashed())).toBe(false)
})

test('the last window that closes ends the app', async ({ electronApp, browserWindow }) => {
  const exit = new Promise((resolve) => electronApp.process().once('exit', resolve))
  // Later: the answer to this very call must still come back.
  await browserWindow.evaluate((w) => void setImmediate(() => w.close()))
  expect(await exit).toBe(0)
})
