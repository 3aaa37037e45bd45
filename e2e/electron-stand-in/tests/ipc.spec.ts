import { expect, test } from './fixture.ts'

test('invoke carries what structured clone carries', async ({ page }) => {
  const got = await page.evaluate(async () => {
    const shared = { deep: [new Date(5), /a/g, -0, Number.NaN, 10n, undefined, null] }
    const sent = [shared, new Map([['k', new Set([1])]]), new Uint16Array([1, 65535])]
    const back = (await window.api.invoke('echo', ...sent)) as [
      typeof shared,
      Map<string, Set<number>>,
      Uint16Array,
    ]
    const [date, pattern, zero, notANumber, big, ...rest] = back[0].deep
    return {
      date: date instanceof Date && date.getTime(),
      pattern: String(pattern),
      zero: Object.is(zero, -0),
      notANumber: Number.isNaN(notANumber),
      big: typeof big,
      rest: rest.map(String),
      set: [...(back[1].get('k') ?? [])],
      words: back[2] instanceof Uint16Array && [...back[2]],
    }
  })
  expect(got).toEqual({
    date: 5,
    pattern: '/a/g',
    zero: true,
    notANumber: true,
    big: 'bigint',
    rest: ['undefined', 'null'],
    set: [1],
    words: [1, 65535],
  })
})

test('the sender is the main frame, under its app:// address', async ({ page, electronApp }) => {
  await page.evaluate(() => window.api.invoke('echo'))
  expect(await electronApp.evaluate(() => globalThis.seen.senders)).toEqual([
    [true, 'app://bundle/index.html'],
  ])
})

test('failures come back as Electron words them', async ({ page }) => {
  const messages = await page.evaluate(async () => {
    const failure = (...args: [string, ...unknown[]]) =>
      window.api.invoke(...args).then(
        () => 'no failure',
        (error: unknown) => (error as Error).message,
      )
    return [
      await failure('fail'),
      await failure('nobody'),
      await failure('unclonable'),
      await failure('echo', () => 1),
    ]
  })
  expect(messages).toEqual([
    "Error invoking remote method 'fail': TypeError: not today",
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    "Error invoking remote method 'unclonable': Error: An object could not be cloned.",
    'An object could not be cloned.',
  ])
})

test('main sends to the page, and may not send a function', async ({ page, electronApp }) => {
  const refused = await electronApp.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.send('ping', 'hello', { n: 1 })
    try {
      contents?.send('ping', () => 1)
      return 'accepted'
    } catch (error) {
      return (error as Error).message
    }
  })
  await expect(page.locator('#pong')).toHaveText('["hello",{"n":1}]')
  expect(refused).toBe('An object could not be cloned.')
})
