// A small app shaped like the real one: one hardened window, a custom scheme, a bridge, an engine process.
const { app, BrowserWindow, ipcMain, protocol, session, utilityProcess } = require('electron')
const { readFileSync } = require('node:fs')
const path = require('node:path')

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' app://media",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ')
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
globalThis.seen = { navigations: [], senders: [], seconds: [], downloads: [] }

if (!app.requestSingleInstanceLock({ greeting: 'hello' })) {
  console.log('another instance is running')
  app.exit(3)
} else {
  app.on('second-instance', (_event, argv, _folder, data) => {
    globalThis.seen.seconds.push({ argv, data })
    console.log('second instance', JSON.stringify(data))
  })
  app.on('window-all-closed', () => app.quit())
  app.once('ready', () => void start())
}

function answer({ url }) {
  const { pathname } = new URL(url)
  if (pathname === '/teapot') return new Response('short and stout', { status: 418 })
  if (pathname === '/crash') throw new Error('asked to')
  const body = readFileSync(path.join(__dirname, pathname))
  const type = TYPES[pathname.split('.').at(-1)]
  const headers = {
    'content-type': type,
    'content-security-policy': POLICY,
    'cross-origin-opener-policy': 'same-origin',
  }
  return new Response(body, { headers })
}

function harden(contents) {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event, url) => {
    globalThis.seen.navigations.push(url)
    event.preventDefault()
  })
}

async function start() {
  const own = session.fromPartition('fixture')
  own.protocol.handle('app', answer)
  own.setPermissionRequestHandler((_contents, permission, callback) =>
    callback(permission === 'notifications'),
  )
  own.webRequest.onBeforeRequest({ urls: ['*://*/blocked*'] }, (_details, callback) =>
    callback({ cancel: true }),
  )
  own.webRequest.onHeadersReceived((details, callback) =>
    callback({ responseHeaders: { ...details.responseHeaders, 'x-seen-by': ['webRequest'] } }),
  )
  own.on('will-download', (event, item) => {
    globalThis.seen.downloads.push(item.getFilename())
    event.preventDefault()
  })

  const engine = utilityProcess.fork(path.join(__dirname, 'engine.cjs'), ['--given'], {
    serviceName: 'engine',
  })
  globalThis.engine = engine
  const waiting = []
  engine.on('message', (message) => waiting.shift()?.(message))

  ipcMain.handle('engine', (_event, message) => {
    engine.postMessage(message)
    return new Promise((resolve) => waiting.push(resolve))
  })
  ipcMain.handle('echo', (event, ...args) => {
    globalThis.seen.senders.push([event.senderFrame === event.sender.mainFrame, event.senderFrame.url])
    return args
  })
  ipcMain.handle('fail', () => {
    throw new TypeError('not today')
  })
  ipcMain.handle('unclonable', () => () => 1)

  const window = new BrowserWindow({
    width: 640,
    height: 480,
    show: false,
    webPreferences: { preload: path.join(__dirname, 'preload.cjs'), session: own, spellcheck: false },
  })
  window.once('ready-to-show', () => window.show())
  harden(window.webContents)
  await window.loadURL('app://bundle/index.html')
}
