/** Every spec watches the app's sockets (see `start`); here, that the watch sees one. */
import { expect, test } from '@playwright/test'
import { createServer } from 'node:net'
import { launchElectron } from '../electron.ts'
import { watchSockets } from '../support/sockets.ts'

test('a connection opened by main is seen', async () => {
  test.skip(process.platform !== 'linux', 'looks through /proc')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const launched = await launchElectron()
  await launched.page.getByRole('heading', { level: 1 }).waitFor()
  const watch = watchSockets(launched.app.process().pid ?? 0)
  try {
    expect(watch.stop()).toEqual([])
    const second = watchSockets(launched.app.process().pid ?? 0)
    await launched.app.evaluate(
      (_electron, port) =>
        new Promise<void>((resolve) => {
          process.getBuiltinModule('node:net').connect(port, '127.0.0.1', resolve)
        }),
      port,
    )
    await launched.page.waitForTimeout(600)
    const hexadecimal = port.toString(16).toUpperCase().padStart(4, '0')
    expect(second.stop()).toEqual([
      expect.stringMatching(new RegExp(`^main: tcp \\S+ → 0100007F:${hexadecimal}$`)),
    ])
  } finally {
    await launched.close()
    server.close()
  }
})
