/** What a page may not do, tried. */
import { onStandIn, windowOf } from '../electron.ts'
import { expect, test } from '../support/app.ts'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types default"

test('the page comes with the strictest policy, and breaks none of it', async ({ start }) => {
  const launched = await start()
  const { page } = launched
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const window = await windowOf(launched)
  const answered = page.waitForResponse(/index\.html$/)
  await window.evaluate(({ webContents }) => webContents.reload())
  const headers = await (await answered).allHeaders()
  // the stand-in adds a second policy, a sandbox that refuses popups as Electron does by itself
  expect(headers['content-security-policy']?.split('\n')[0]).toBe(POLICY)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(complaints).toEqual([])
})

test('no evaluation, no markup, no inline style, no request, no frame', async ({ start }) => {
  const { page } = await start()
  const got = await page.evaluate(async () => {
    const violated = new Set<string>()
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violated.add(effectiveDirective),
    )
    const nameOf = (attempt: () => unknown) => {
      try {
        return String(attempt())
      } catch (error) {
        return (error as Error).name
      }
    }
    // From a timer: inside page.evaluate itself, the debugger lets eval through.
    const evaluated = await new Promise((resolve) =>
      // oxlint-disable-next-line no-eval -- what the policy must refuse
      setTimeout(() => resolve(nameOf(() => (0, eval)('"ran"'))), 0),
    )
    const markup = nameOf(() => (document.createElement('p').innerHTML = '<b>x</b>'))
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    document.head.append(style)
    const frame = document.createElement('iframe')
    frame.src = 'app://bundle/index.html'
    document.body.append(frame)
    const blank = document.createElement('iframe')
    document.body.append(blank)
    const went = await fetch('https://outside.example/').then(
      () => 'went out',
      () => 'refused',
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    return {
      evaluated,
      markup,
      went,
      display: getComputedStyle(document.body).display,
      bridgeInFrame: 'filigrane' in (blank.contentWindow ?? {}),
      violated: [...violated].sort(),
    }
  })
  expect(got).toMatchObject({ evaluated: 'EvalError', markup: 'TypeError', went: 'refused' })
  expect(got.display).not.toBe('none')
  expect(got.bridgeInFrame).toBe(false)
  expect(got.violated).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'style-src-elem']))
})

test('no popup, no navigation, no permission', async ({ start }) => {
  const launched = await start()
  const { app, page } = launched
  const window = await windowOf(launched)

  expect(await page.evaluate(() => globalThis.open('https://outside.example/') === null)).toBe(true)
  await page.evaluate(() => {
    location.href = 'https://outside.example/'
  })
  // time enough for a navigation to begin
  await page.waitForTimeout(300)
  expect(await window.evaluate(({ webContents }) => webContents.getURL())).toBe('app://bundle/index.html')
  expect(app.windows()).toHaveLength(1)

  const states = await page.evaluate(() =>
    Promise.all(
      ['geolocation', 'camera', 'microphone', 'notifications', 'midi'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  )
  expect(new Set(states)).toEqual(new Set(['denied']))
})

test('a download is refused, a page inside the page too', async ({ start }) => {
  const launched = await start()
  const { app, page } = launched
  const window = await windowOf(launched)
  const downloads = await window.evaluateHandle(({ webContents }) => {
    const seen: boolean[] = []
    webContents.session.on('will-download', (event) => seen.push(event.defaultPrevented))
    return seen
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'emporté.txt'
    link.click()
  })
  await expect.poll(() => downloads.jsonValue()).toEqual([true])
  const webview = await app.evaluate(({ webContents }) => {
    const event = { defaultPrevented: false, preventDefault: () => (event.defaultPrevented = true) }
    webContents.getAllWebContents()[0]?.emit('will-attach-webview', event, {}, {})
    return event.defaultPrevented
  })
  expect(webview).toBe(true)
})

test('only what is in the bundle is served, and only to be read', async ({ start }) => {
  const launched = await start()
  const window = await windowOf(launched)
  const statuses = await window.evaluate(async ({ webContents }) => {
    const get = (url: string, method = 'GET') =>
      webContents.session.fetch(url, { method }).then(
        ({ status }) => status,
        () => 'refused',
      )
    return Promise.all([
      get('app://bundle/index.html'),
      get('app://bundle/../main/index.js'),
      get('app://bundle/..%2fmain%2findex.js'),
      get('app://bundle/%2e%2e/%2e%2e/package.json'),
      get('app://bundle/'),
      get('app://other/index.html'),
      get('app://bundle/index.html', 'POST'),
      get('https://outside.example/'),
    ])
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404, 'refused'])
})

test('nothing is asked of the network', async ({ start }) => {
  test.skip(!onStandIn, 'only the stand-in writes requests down')
  const { app } = await start()
  const urls = await app.evaluate(() => globalThis.standIn?.recorded.requests.map(({ url }) => url))
  expect(urls?.length).toBeGreaterThan(2)
  expect(urls?.filter((url) => !url.startsWith('app://bundle/'))).toEqual([])
})
