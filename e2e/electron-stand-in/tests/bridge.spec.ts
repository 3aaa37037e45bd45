import { expect, test } from './fixture.ts'

test('the bridge is frozen to its depths and cannot be replaced', async ({ page }) => {
  const frozen = await page.evaluate(() => {
    const { api } = window
    const descriptor = Object.getOwnPropertyDescriptor(window, 'api')
    return {
      levels: [api, api.nested, api.nested.list, api.nested.list[1], api.echo].map((level) =>
        Object.isFrozen(level),
      ),
      writable: descriptor?.writable,
      configurable: descriptor?.configurable,
    }
  })
  expect(frozen).toEqual({ levels: [true, true, true, true, true], writable: false, configurable: false })
})

test('values are cloned both ways', async ({ page }) => {
  const got = await page.evaluate(() => {
    class Point {
      x = 1
    }
    const given = { list: [1, new Map([[1, 2]])] as const, bytes: new Uint8Array([1, 2]) }
    const back = window.api.echo(given)
    return {
      sameObject: back === given,
      sameBytes: back.bytes === given.bytes,
      bytes: back.bytes instanceof Uint8Array && [...back.bytes],
      map: back.list[1] instanceof Map && [...back.list[1]],
      date: window.api.nested.when.getTime(),
      keepsClass: window.api.echo(new Point()) instanceof Point,
      keepsMembers: window.api.echo(new Point()).x,
    }
  })
  expect(got).toEqual({
    sameObject: false,
    sameBytes: false,
    bytes: [1, 2],
    map: [[1, 2]],
    date: 0,
    keepsClass: false,
    keepsMembers: 1,
  })
})

test('functions, promises and errors cross it', async ({ page }) => {
  const got = await page.evaluate(async () => {
    const { api } = window
    const reason = (error: unknown) => [
      error instanceof Error,
      (error as Error).constructor === Error,
      (error as Error).message,
    ]
    let thrown: unknown
    try {
      api.fail()
    } catch (error) {
      thrown = reason(error)
    }
    return {
      called: api.echo((n: number) => n + 1)(2),
      later: await api.later({ a: 1 }),
      echoedPromise: await api.echo(Promise.resolve(7)),
      thrown,
      refused: await api.refuse().catch(reason),
    }
  })
  expect(got).toEqual({
    called: 3,
    later: { a: 1 },
    echoedPromise: 7,
    thrown: [true, true, 'from the preload'],
    refused: [true, true, 'refused'],
  })
})

test('the page sees neither Node nor the preload nor the plumbing', async ({ page }) => {
  const names = await page.evaluate(() =>
    ['require', 'process', 'module', 'hiddenFromThePage', '__standInSend', '__standInReceive'].filter(
      (name) => name in window,
    ),
  )
  expect(names).toEqual([])
})
