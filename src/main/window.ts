import { app, BrowserWindow, screen, session, type IpcMainInvokeEvent } from 'electron'
import { join } from 'node:path'
import type { WindowPlace } from '#shared/window-place'
import { closeSession, ORIGIN, serveBundle } from './security.ts'
import { placeOnScreen, smallest } from './window-place.ts'

/** In memory only: nothing of a page reaches the disk. */
const PARTITION = 'filigrane'

/** Prepares the window's session, and closes the default one, which no page uses; once, when the app is ready. */
export async function prepareSession(): Promise<void> {
  const own = session.fromPartition(PARTITION, { cache: false })
  serveBundle(own, join(app.getAppPath(), 'out', 'renderer'))
  await Promise.all([closeSession(own), closeSession(session.defaultSession)])
}

/** `left`: where it was when it last closed. */
export function openWindow(left: WindowPlace | null): BrowserWindow {
  const window = new BrowserWindow({
    ...placeOnScreen(
      left,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    // neutral: never a person's name in a title, a task bar or a window list
    title: 'Filigrane',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
      partition: PARTITION,
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
      devTools: !app.isPackaged,
    },
  })
  window.setContentProtection(true)
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    if (left?.isMaximized === true) window.maximize()
    window.show()
  })
  void window.loadURL(`${ORIGIN}/index.html`)
  return window
}

export function placeOf(window: BrowserWindow): WindowPlace {
  const { x, y, width, height } = window.getNormalBounds()
  return { x, y, width, height, isMaximized: window.isMaximized() }
}

/** Whether it was said by that window's own top frame, showing our own page. */
export function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  return (
    event.sender.id === window.webContents.id &&
    frame !== null &&
    frame.parent === null &&
    frame.origin === ORIGIN
  )
}

/** Answers when that window was last used (milliseconds, as `performance.now`), or something was done for it. */
export function watchUse(window: BrowserWindow) {
  let last = performance.now()
  const heard = () => {
    last = performance.now()
  }
  window.webContents.on('input-event', heard)
  return { heard, lastHeard: () => last }
}

/** A second start of the program gives way to this window. */
export function comeForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Closing the window is quitting: the vault is checkpointed and closed first, so that the next opening is clean. */
export function endWithWindow(window: BrowserWindow, finish: () => Promise<void>): void {
  let finished = false
  window.on('close', (event) => {
    if (finished) return
    event.preventDefault()
    window.hide()
    void finish().finally(() => {
      finished = true
      window.destroy()
      app.quit()
    })
  })
}
