/** What Electron is told, value by value. */
import type { ElectronApplication } from '@playwright/test'
import type { WebContents, WebPreferences } from 'electron'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { answerNextDialog, onStandIn, windowOf } from '../electron.ts'
import { expect, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'

test('Chromium is told to be silent, and given no way out', async ({ start }) => {
  const { app } = await start()
  const names = [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'disable-quic',
    'no-first-run',
  ]
  const got = await app.evaluate(
    ({ app: { commandLine } }, names) => ({
      missing: names.filter((name) => !commandLine.hasSwitch(name)),
      rules: commandLine.getSwitchValue('host-resolver-rules'),
      proxy: commandLine.getSwitchValue('proxy-server'),
      bypass: commandLine.getSwitchValue('proxy-bypass-list'),
    }),
    names,
  )
  expect(got).toEqual({
    missing: [],
    rules: 'MAP * ~NOTFOUND',
    proxy: 'http://127.0.0.1:9',
    bypass: '<-loopback>',
  })
})

test('sessions live in memory, without cache, spelling or proxy that answers', async ({ start }) => {
  const launched = await start()
  const window = await windowOf(launched)
  const session = await window.evaluateHandle(({ webContents }) => webContents.session)
  expect(await session.evaluate((own) => own.isPersistent())).toBe(false)
  expect(await window.evaluate(({ webContents }) => webContents.getWebRTCIPHandlingPolicy())).toBe(
    'disable_non_proxied_udp',
  )
  if (onStandIn) {
    const calls = (await recordedCalls(launched.app)).filter(({ call }) => call.startsWith('session.'))
    const proxy = {
      mode: 'fixed_servers',
      proxyRules: 'http://127.0.0.1:9',
      proxyBypassRules: '<-loopback>',
    }
    for (const partition of ['filigrane', 'filigrane-print', ''])
      expect(calls.filter(({ args }) => args[0] === partition)).toEqual([
        { call: 'session.fromPartition', args: [partition, partition === '' ? undefined : { cache: false }] },
        { call: 'session.setDevicePermissionHandler', args: [partition, 'function'] },
        // null: Electron's default, which is to refuse
        { call: 'session.setDisplayMediaRequestHandler', args: [partition, 'object', undefined] },
        { call: 'session.setSpellCheckerEnabled', args: [partition, false] },
        { call: 'session.setProxy', args: [partition, proxy] },
      ])
    expect(calls).toHaveLength(15)
  } else {
    expect(
      await session.evaluate(async (own) => [
        own.getStoragePath(),
        own.isSpellCheckerEnabled(),
        await own.resolveProxy('https://outside.example/'),
        await own.resolveProxy('http://127.0.0.1:8080/'),
        await own.getCacheSize(),
      ]),
    ).toEqual([null, false, 'PROXY 127.0.0.1:9', 'PROXY 127.0.0.1:9', 0])
    expect(await launched.app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false)
  }
})

test('a question asked of the system leaves no recent document', async ({ start }) => {
  test.skip(!onStandIn, 'only the stand-in writes questions down')
  const { app, page } = await start()
  for (const name of [
    'vault.chooseExisting',
    'vault.chooseNew',
    'releases.chooseFolder',
    'releases.chooseRegisterFile',
    'import.chooseFile',
    'diagnostics.write',
    'samples.writeDirectory',
  ])
    expect(await page.evaluate((name) => window.filigrane.call(name, undefined), name)).toEqual({
      ok: false,
      failure: 'cancelled',
    })
  const asked = (await recordedCalls(app)).filter(({ call }) => call.startsWith('dialog.'))
  expect(asked).toHaveLength(7)
  for (const { args } of asked)
    expect(args[0]).toMatchObject({ properties: expect.arrayContaining(['dontAddToRecent']) })
})

test('a second start gives way to the first, which comes to the front', async ({ start, desk }) => {
  const launched = await start()
  const window = await windowOf(launched)
  await window.evaluate((w) => w.minimize())
  const exit = await new Promise((resolve) =>
    spawn(launched.app.process().spawnfile, [`--user-data-dir=${desk.profile}`, '.'], {
      env: { ...process.env, STANDIN_HEADLESS: '1' },
      stdio: 'ignore',
    }).once('exit', resolve),
  )
  expect(exit).toBe(0)
  expect(launched.app.windows()).toHaveLength(1)
  await expect.poll(() => window.evaluate((w) => w.isMinimized())).toBe(false)
})

/** Everything `openWindow` says of a page. */
const PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
}

test('the window is sandboxed, protected from capture, and says nothing in its title', async ({ start }) => {
  const launched = await start()
  const window = await windowOf(launched)
  if (onStandIn) {
    const [opened, ...others] = (await recordedCalls(launched.app)).filter(
      ({ call }) => call === 'new BrowserWindow',
    )
    expect(others).toEqual([])
    expect(opened?.args).toEqual([
      {
        ...PREFERENCES,
        partition: 'filigrane',
        preload: expect.stringMatching(/out.preload.index\.cjs$/),
        // the project's own tools; a package has none
        devTools: true,
      },
    ])
  } else
    expect(
      await window.evaluate(({ webContents }) =>
        (webContents as WebContents & Undocumented).getLastWebPreferences(),
      ),
    ).toMatchObject(PREFERENCES)
  expect(await window.evaluate((w) => [w.getTitle(), w.isContentProtected()])).toEqual(['Filigrane', true])
  expect(
    await launched.page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window)),
  ).toEqual([])
})

test('the page that prints runs nothing', async ({ opened, desk }) => {
  test.skip(!onStandIn, 'only the stand-in writes windows down')
  const { app, page } = opened
  const filePath = join(desk.folder, 'registre.pdf')
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath })
  await callEngine(page, 'releases.chooseRegisterFile', undefined)
  await callEngine(page, 'releases.printRegister', undefined)
  const [, printing] = (await recordedCalls(app)).filter(({ call }) => call === 'new BrowserWindow')
  expect(printing?.args).toEqual([
    {
      partition: 'filigrane-print',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      devTools: false,
    },
  ])
})

const recordedCalls = (app: ElectronApplication) =>
  app.evaluate(() => globalThis.standIn?.recorded.calls ?? [])

interface Undocumented {
  getLastWebPreferences(): WebPreferences
}
