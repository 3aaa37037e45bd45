/** The module `electron`, as the main process sees it: the documented subset the app uses. Everything else throws. */
import { join } from 'node:path'
import { app } from './app.ts'
import { Notification, clipboard, powerMonitor, safeStorage, screen, shell } from './desktop.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc.ts'
import { ELECTRON_VERSION } from './launch.ts'
import { Menu } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { type ProtocolHandler, registerSchemesAsPrivileged } from './protocol.ts'
import { fromPartition, session } from './session.ts'
import { strict } from './strict.ts'
import { utilityProcess } from './utility-process.ts'
import { webContents } from './web-contents.ts'
import { BrowserWindow } from './window.ts'

Object.assign(process, {
  type: 'browser',
  defaultApp: true,
  resourcesPath: join(import.meta.dirname, 'resources'),
})
Object.defineProperty(process.versions, 'electron', { value: ELECTRON_VERSION, enumerable: true })

/** The default session's, but for the schemes, which are known before any session. */
const protocol = strict(
  {
    registerSchemesAsPrivileged,
    handle: (scheme: string, handler: ProtocolHandler) => fromPartition('').protocol.handle(scheme, handler),
    unhandle: (scheme: string) => fromPartition('').protocol.unhandle(scheme),
    isProtocolHandled: (scheme: string) => fromPartition('').protocol.isProtocolHandled(scheme),
  },
  'protocol',
)

const electron = strict(
  {
    app,
    session,
    protocol,
    ipcMain,
    BrowserWindow,
    webContents,
    utilityProcess,
    dialog,
    powerMonitor,
    clipboard,
    Menu,
    Notification,
    nativeTheme,
    shell,
    safeStorage,
    screen,
  },
  'electron',
)

export {
  app,
  session,
  protocol,
  ipcMain,
  BrowserWindow,
  webContents,
  utilityProcess,
  dialog,
  powerMonitor,
  clipboard,
  Menu,
  Notification,
  nativeTheme,
  shell,
  safeStorage,
  screen,
}
// `import electron from 'electron'`, and what `require('electron')` answers.
// oxlint-disable-next-line import/no-default-export -- Electron has one
export { electron as default, electron as 'module.exports' }
