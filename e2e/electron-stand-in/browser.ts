/** Chromium's lifetime and its targets: hands a page to each window, and closes those nobody asked for. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CdpHandlers } from './cdp.ts'
import { type Chromium, startChromium } from './chromium.ts'
import { debuggingPort, headless } from './launch.ts'

export interface Target {
  session: string
  targetId: string
}
export interface WindowShape {
  width: number
  height: number
  visible: boolean
}
interface Host {
  /** Chromium has exited without being told to. */
  onLost(): void
  /** Where DevToolsActivePort goes. */
  sessionData(): string
}

let host: Host | undefined
let running: Chromium | undefined
let ended = false
/** Pages that attached and that no window has taken yet. */
const attached = new Map<string, Target>()
let waiting: ((target: Target) => void)[] = []
/** Pages asked for and not yet known by their id: until then an unknown page may be one of them. */
let opening = 0
const detachListeners = new Map<string, () => void>()

/** Chromium starts with the first window; at once where Playwright waits for its port. */
export function prepareBrowser(given: Host): void {
  host = given
  if (debuggingPort !== undefined) start()
}

function start(): Chromium {
  if (running) return running
  // An app window has no tabs and no address bar, but only Chromium's own start can open one.
  const appWindow = !headless && debuggingPort === undefined
  if (appWindow) opening++
  const chromium = (running = startChromium(appWindow, rememberPort))
  chromium.child.once('exit', () => ended || host?.onLost())
  chromium.cdp.listen('', handlers)
  void browserSend('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
  void browserSend('Browser.setDownloadBehavior', { behavior: 'deny' })
  return chromium
}

export const browserSend: Chromium['cdp']['send'] = (method, params, session) =>
  start().cdp.send(method, params, session)

/** For what may fail because its page, or Chromium, is going away. */
export const ignoreGone = (): void => {}

const handlers: CdpHandlers = {
  'Target.attachedToTarget': ({ sessionId, targetInfo, waitingForDebugger }) => {
    if (targetInfo.type !== 'page') {
      if (waitingForDebugger) void resume(sessionId)
    } else if (targetInfo.openerId !== undefined || opening === 0) {
      // A popup that nothing else refused: closed while it still waits for the debugger, so it never runs.
      void browserSend('Target.closeTarget', { targetId: targetInfo.targetId }).catch(ignoreGone)
    } else arrive({ session: sessionId, targetId: targetInfo.targetId })
  },
  'Target.detachedFromTarget': ({ sessionId }) => {
    running?.cdp.drop(sessionId, 'the page is closed')
    detachListeners.get(sessionId)?.()
    detachListeners.delete(sessionId)
  },
}

export const resume = (session: string): Promise<void> =>
  browserSend('Runtime.runIfWaitingForDebugger', undefined, session).then(ignoreGone, ignoreGone)

function arrive(target: Target): void {
  attached.set(target.targetId, target)
  const woken = waiting
  waiting = []
  for (const wake of woken) wake(target)
}

async function attachment(isWanted: (target: Target) => boolean): Promise<Target> {
  const here = [...attached.values()].find(isWanted)
  const target = here ?? (await new Promise<Target>((resolve) => waiting.push(resolve)))
  if (!isWanted(target)) return attachment(isWanted)
  attached.delete(target.targetId)
  opening--
  return target
}

const OFF_SCREEN = -20_000
let lastOpened: Promise<unknown> = Promise.resolve()

/** A blank page in a window of its own, still waiting for `resume`. One at a time: see `opening`. */
export function openPage(shape: WindowShape): Promise<Target> {
  const opened = lastOpened.then(() => openNext(shape))
  lastOpened = opened.catch(ignoreGone)
  return opened
}

async function openNext({ width, height, visible }: WindowShape): Promise<Target> {
  const first = running === undefined
  start()
  if (first && opening > 0) return attachment(() => true)
  opening++
  // Minimizing needs a window manager: without one, out of the screen is as good. (CDP's own hidden pages cannot print.)
  const place = visible || headless ? {} : { left: OFF_SCREEN, top: OFF_SCREEN, background: true }
  const { targetId } = await browserSend('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    width,
    height,
    ...place,
  })
  return attachment((target) => target.targetId === targetId)
}

/** Sends a page's events to its owner, until it closes. */
export function listenToPage(session: string, events: CdpHandlers, onDetached: () => void): void {
  start().cdp.listen(session, events)
  detachListeners.set(session, onDetached)
}

export function dropPage(session: string, why: string): void {
  running?.cdp.drop(session, why)
}

/** As Electron does: so that a second client can find the port Chromium chose. */
function rememberPort(url: string): void {
  const { port, pathname } = new URL(url)
  const folder = host?.sessionData()
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'DevToolsActivePort'), `${port}\n${pathname}`)
}

process.on('exit', () => {
  ended = true
  running?.end()
})
