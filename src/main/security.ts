import { app, protocol, type Session, type WebContents } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { closeDoors } from './command-line.ts'

/** Our own scheme: the window has a real origin, and no `file:` page exists. */
export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://bundle`

export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // the one in src/renderer/trusted-types.ts
  'trusted-types default',
].join('; ')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built renderer, and nothing outside its folder. */
export function serveBundle(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    const path = normalize(join(folder, decodeURIComponent(url.pathname)))
    const type = TYPES[extname(path)]
    if (
      url.host !== 'bundle' ||
      request.method !== 'GET' ||
      !path.startsWith(folder + sep) ||
      type === undefined
    )
      return new Response(null, { status: 404 })
    try {
      const body = await readFile(path)
      return new Response(new Uint8Array(body), { headers: headersFor(type, POLICY) })
    } catch {
      // the only expected cause is a file that is not there; the page shows what it lacks
      return new Response(null, { status: 404 })
    }
  })
}

export function headersFor(type: string, policy: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  }
}

/** Nothing listens there: a request that passed every other barrier would end there. */
const DEAD_PROXY = 'http://127.0.0.1:9'
/** Otherwise Chromium reaches this computer's own addresses without the proxy. */
const NO_BYPASS = '<-loopback>'

/** No permission, no device, no download, no request but our own scheme. Resolves once the dead proxy is in place. */
export function closeSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }))
  session.on('will-download', (event) => event.preventDefault())
  return session.setProxy({
    mode: 'fixed_servers',
    proxyRules: DEAD_PROXY,
    proxyBypassRules: NO_BYPASS,
  })
}

const isOurs = (url: string): boolean => url.startsWith(`${SCHEME}://`)

/** Applies to every page that may ever exist: it goes nowhere and opens nothing. */
export function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Chromium's switches: it reports nothing, updates nothing, resolves no name, and knows no way out. */
const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-quic'],
  ['no-first-run'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', DEAD_PROXY],
  ['proxy-bypass-list', NO_BYPASS],
]

/** Must run before the app is ready. */
export function silenceChromium(): void {
  app.enableSandbox()
  closeDoors(app.commandLine, app.isPackaged)
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value)
}
