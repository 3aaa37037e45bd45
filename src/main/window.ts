import { app, BrowserWindow, screen, session } from 'electron'
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
