import { expect, test } from './fixture.ts'

const ask = (message: object) => window.api.invoke('engine', message)

test('a utility process has a message port and no other way out', async ({ page }) => {
  expect(await page.evaluate(ask, { ask: 'identity' })).toEqual({
    type: 'utility',
    send: 'undefined',
    argv: ['--given'],
  })
  expect(await page.evaluate(ask, { ask: 'electron' })).toBe(
    'stand-in: electron is not implemented in a utility process',
  )
})

test('bytes go both ways as Uint8Array, a Buffer too', async ({ page }) => {
  const got = await page.evaluate(async () => {
    const engine = (message: object) => window.api.invoke('engine', message)
    const asked = (await engine({ ask: 'bytes', bytes: new Uint8Array([1, 2, 3]) })) as {
      type: string
      doubled: Uint8Array
    }
    const buffer = (await engine({ ask: 'buffer' })) as Uint8Array
    return {
      type: asked.type,
      doubled: [...asked.doubled],
      name: buffer.constructor.name,
      buffer: [...buffer],
    }
  })
  expect(got).toEqual({ type: 'Uint8Array', doubled: [2, 4, 6], name: 'Uint8Array', buffer: [97, 98, 99] })
})

test('sodium works there, but sodium_malloc throws as in Electron', async ({ page }) => {
  const hash = await page.evaluate(() =>
    window.api.invoke('engine', { ask: 'hash', bytes: new TextEncoder().encode('abc') }),
  )
  // BLAKE2b-256 of 'abc'
  expect(hash).toBe('bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319')
  expect(await page.evaluate(ask, { ask: 'malloc' })).toBe('TypeError')
})

test('it tells its end, whether it leaves or is killed', async ({ electronApp, page }) => {
  const exit = electronApp.evaluate(() => new Promise((resolve) => globalThis.engine.once('exit', resolve)))
  await page.evaluate(() => void window.api.invoke('engine', { ask: 'exit' }))
  expect(await exit).toBe(12)

  const killed = await electronApp.evaluate(
    ({ utilityProcess, app }) =>
      new Promise((resolve) => {
        const child = utilityProcess.fork(`${app.getAppPath()}/engine.cjs`, [], { stdio: 'pipe' })
        child.once('spawn', () => {
          const spawned = { pid: typeof child.pid, stdout: child.stdout !== null, killed: child.kill() }
          child.once('exit', (code) => resolve({ ...spawned, code, pidAfter: typeof child.pid }))
        })
      }),
  )
  expect(killed).toEqual({ pid: 'number', stdout: true, killed: true, code: 15, pidAfter: 'undefined' })
})
