import { expect, test } from './fixture.ts'

test('popups never open, whether scripted or clicked, and are recorded', async ({ page, electronApp }) => {
  expect(await page.evaluate(() => window.open('https://outside.example/script') === null)).toBe(true)
  await page.locator('#blank').click()
  const popups = () => electronApp.evaluate(() => globalThis.standIn?.recorded.popups)
  await expect.poll(popups).toEqual([
    { url: 'https://outside.example/script', action: 'deny' },
    { url: 'https://outside.example/', action: 'deny' },
  ])
  expect(electronApp.windows()).toHaveLength(1)
})

test('a navigation is asked of the app, and stays where it was', async ({ page, electronApp }) => {
  await page.evaluate(() => {
    location.href = 'https://outside.example/away'
  })
  await expect
    .poll(() => electronApp.evaluate(() => globalThis.seen.navigations))
    .toEqual(['https://outside.example/away'])
  const url = await electronApp.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  )
  expect(url).toBe('app://bundle/index.html')
  await expect(page.getByRole('heading', { name: 'Fixture' })).toBeVisible()
})

test('the app’s permission handler decides', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    return {
      geolocation: await state('geolocation'),
      camera: await state('camera'),
      notifications: await state('notifications'),
    }
  })
  expect(states).toEqual({ geolocation: 'denied', camera: 'denied', notifications: 'granted' })
})

test('a download is told to the app, and writes nothing', async ({ page, electronApp }) => {
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'taken-away.txt'
    link.click()
  })
  await expect.poll(() => electronApp.evaluate(() => globalThis.seen.downloads)).toEqual(['taken-away.txt'])
})

test('weaker pages are refused', async ({ electronApp }) => {
  const messages = await electronApp.evaluate(({ BrowserWindow }) =>
    [
      { nodeIntegration: true },
      { contextIsolation: false },
      { sandbox: false },
      { webSecurity: false },
      { webviewTag: true },
      { enableBlinkFeatures: 'Everything' },
    ].map((webPreferences) => {
      try {
        return typeof new BrowserWindow({ webPreferences })
      } catch (error) {
        return (error as Error).message
      }
    }),
  )
  expect(messages).toEqual([
    'stand-in: webPreferences.nodeIntegration must be false',
    'stand-in: webPreferences.contextIsolation must be true',
    'stand-in: webPreferences.sandbox must be true',
    'stand-in: webPreferences.webSecurity must be true',
    'stand-in: webPreferences.webviewTag must be false',
    'stand-in: webPreferences.enableBlinkFeatures is not implemented',
  ])
})

test('an API the stand-in lacks throws, on every object', async ({ electronApp }) => {
  const messages = await electronApp.evaluate((electron) => {
    const { app, BrowserWindow, session, shell } = electron
    const window = BrowserWindow.getAllWindows()[0]
    return [
      () => app.getGPUInfo('basic'),
      () => session.defaultSession.cookies,
      () => window?.setKiosk(true),
      () => window?.webContents.debugger,
      () => electron.globalShortcut,
      () => shell.openExternal('https://outside.example/'),
    ].map((attempt) => {
      try {
        return typeof attempt()
      } catch (error) {
        return (error as Error).message
      }
    })
  })
  expect(messages).toEqual([
    'stand-in: app.getGPUInfo is not implemented',
    'stand-in: session.cookies is not implemented',
    'stand-in: BrowserWindow.setKiosk is not implemented',
    'stand-in: webContents.debugger is not implemented',
    'stand-in: electron.globalShortcut is not implemented',
    'stand-in: shell.openExternal is not available',
  ])
})
