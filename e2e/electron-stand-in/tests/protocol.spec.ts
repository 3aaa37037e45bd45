import { expect, test } from './fixture.ts'

test('the custom scheme serves the page, its style and its script', async ({ page, electronApp }) => {
  const url = await electronApp.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  )
  expect(url).toBe('app://bundle/index.html')
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(1, 2, 3)')
})

test('the handler’s status and headers arrive, through webRequest', async ({ page }) => {
  const got = await page.evaluate(async () => {
    const teapot = await fetch('/teapot')
    return [teapot.status, await teapot.text(), teapot.headers.get('x-seen-by')]
  })
  expect(got).toEqual([418, 'short and stout', 'webRequest'])
})

test('the Content-Security-Policy holds', async ({ page }) => {
  const got = await page.evaluate(async () => {
    const violated: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective))
    // From a timer: inside page.evaluate itself, the debugger lets eval through.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- what the policy must refuse
          resolve((0, eval)('"ran"'))
        } catch (error) {
          resolve((error as Error).name)
        }
      }, 0),
    )
    const style = document.createElement('style')
    style.textContent = 'body { color: red }'
    document.head.append(style)
    const fetched = await fetch('https://outside.example/').then(
      () => 'went out',
      () => 'refused',
    )
    let markup = 'set'
    try {
      document.body.innerHTML = '<b>x</b>'
    } catch (error) {
      markup = (error as Error).name
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    return {
      evaluated,
      markup,
      color: getComputedStyle(document.body).color,
      fetched,
      violated: [...new Set(violated)].sort(),
    }
  })
  expect(got).toEqual({
    evaluated: 'EvalError',
    markup: 'TypeError',
    color: 'rgb(1, 2, 3)',
    fetched: 'refused',
    violated: ['connect-src', 'require-trusted-types-for', 'style-src-elem'],
  })
})

test('nothing reaches the network, even from a page without a policy', async ({ electronApp }) => {
  const outcome = await electronApp.evaluate(async ({ BrowserWindow }) => {
    const failure = await new BrowserWindow()
      .loadURL('https://outside.example/')
      .catch((error: Error) => error.message)
    const request = globalThis.standIn?.recorded.requests.find(({ url }) => url.includes('outside.example'))
    return { failure, request }
  })
  expect(outcome).toEqual({
    failure: "net::ERR_INTERNET_DISCONNECTED loading 'https://outside.example/'",
    request: { url: 'https://outside.example/', outcome: 'InternetDisconnected' },
  })
})

test('webRequest cancels what its filter names, and a handler that throws is a failed request', async ({
  page,
  electronApp,
}) => {
  const names = await page.evaluate(async () => {
    const failed = (path: string) =>
      fetch(path).then(
        () => 'answered',
        () => 'failed',
      )
    return [await failed('/blocked.json'), await failed('/crash'), await failed('/page.css')]
  })
  expect(names).toEqual(['failed', 'failed', 'answered'])
  const outcomes = await electronApp.evaluate(() =>
    globalThis.standIn?.recorded.requests
      .filter(({ url }) => /blocked|crash/.test(url))
      .map(({ outcome }) => outcome),
  )
  expect(outcomes).toEqual(['BlockedByClient', 'Failed'])
})

test('a second handler for a scheme, or a scheme named too late, is refused', async ({ electronApp }) => {
  const messages = await electronApp.evaluate(({ protocol, session }) => {
    const failure = (attempt: () => void) => {
      try {
        attempt()
        return 'accepted'
      } catch (error) {
        return (error as Error).message
      }
    }
    return [
      failure(() => session.fromPartition('fixture').protocol.handle('app', () => new Response())),
      failure(() => protocol.registerSchemesAsPrivileged([{ scheme: 'late' }])),
    ]
  })
  expect(messages).toEqual([
    'Failed to register protocol: app',
    'protocol.registerSchemesAsPrivileged should be called before app is ready',
  ])
})
