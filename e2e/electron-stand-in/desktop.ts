/** The small modules that speak to the desktop: here they remember, and do nothing. */
import type * as E from 'electron'
import { EventEmitter } from 'node:events'
import { recordCall } from './recorded.ts'
import { forbidden, strict } from './strict.ts'

/** Tests emit its events: `electronApp.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))`. */
class PowerMonitor extends EventEmitter {
  readonly onBatteryPower: boolean = false
  /** In seconds. A test replaces the function. */
  getSystemIdleTime(): number {
    return 0
  }
  getSystemIdleState(idleThreshold: number): 'active' | 'idle' {
    return this.getSystemIdleTime() >= idleThreshold ? 'idle' : 'active'
  }
  isOnBatteryPower(): boolean {
    return false
  }
}
export const powerMonitor = strict(new PowerMonitor(), 'powerMonitor')

/** Asynchronous since Electron 45. Not the desktop's own. */
function textBoard() {
  let kept = ''
  return {
    readText: () => Promise.resolve(kept),
    writeText: (text: string) => {
      kept = text
      return Promise.resolve()
    },
    has: (mimetype: string) => Promise.resolve(mimetype === 'text/plain' && kept !== ''),
    clear: () => {
      kept = ''
    },
  }
}
export const clipboard = strict(
  { ...textBoard(), selection: strict(textBoard(), 'clipboard.selection') },
  'clipboard',
)

class RecordedNotification extends EventEmitter {
  title: string
  body: string
  silent: boolean
  private readonly options: E.NotificationConstructorOptions

  constructor(options: E.NotificationConstructorOptions = {}) {
    super()
    this.options = options
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    this.silent = options.silent ?? false
  }
  static isSupported(): boolean {
    return true
  }
  show(): void {
    recordCall('Notification.show', { ...this.options, title: this.title, body: this.body })
    this.emit('show')
  }
  close(): void {
    this.emit('close')
  }
}
export const Notification = strict(RecordedNotification, 'Notification')

export const shell = strict(
  {
    /** An empty answer: it went well. */
    openPath: (path: string) => {
      recordCall('shell.openPath', path)
      return Promise.resolve('')
    },
    showItemInFolder: (fullPath: string) => recordCall('shell.showItemInFolder', fullPath),
    beep: () => recordCall('shell.beep'),
    openExternal: forbidden('shell.openExternal'),
    trashItem: forbidden('shell.trashItem'),
  },
  'shell',
)

export const safeStorage = strict(
  {
    isEncryptionAvailable: () => false,
    encryptString: forbidden('safeStorage.encryptString'),
    decryptString: forbidden('safeStorage.decryptString'),
  },
  'safeStorage',
)

const area = { x: 0, y: 0, width: 1280, height: 900 }
const display = strict(
  { id: 1, bounds: area, workArea: area, workAreaSize: area, size: area, scaleFactor: 1, rotation: 0 },
  'Display',
)
class Screen extends EventEmitter {
  getPrimaryDisplay() {
    return display
  }
  getAllDisplays() {
    return [display]
  }
  getDisplayMatching(_rect: E.Rectangle) {
    return display
  }
}
export const screen = strict(new Screen(), 'screen')
