/** `app`: lifetime, paths, command line. */
import type * as E from 'electron'
import { EventEmitter } from 'node:events'
import { mkdirSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { prepareBrowser } from './browser.ts'
import { launch, typedSwitch } from './launch.ts'
import { recordCall } from './recorded.ts'
import { holdsLock, releaseLock, takeLock } from './single-instance.ts'
import { StandInEvent, eventWith, strict } from './strict.ts'

/** What `app` needs to know of a window. */
interface Closable {
  close(): void
  destroy(): void
  isDestroyed(): boolean
}

type PathName = Parameters<E.App['getPath']>[0]

const HOME_FOLDERS: Partial<Record<PathName, string>> = {
  home: '',
  documents: 'Documents',
  desktop: 'Desktop',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
}
const USER_DATA_FOLDERS: Partial<Record<PathName, string>> = {
  sessionData: '',
  logs: 'logs',
  crashDumps: 'Crashpad',
}

const appended = new Map<string, string>()
const commandLine = strict(
  {
    appendSwitch: (name: string, value = '') => {
      recordCall('app.commandLine.appendSwitch', name, value)
      appended.set(name, value)
    },
    appendArgument: (value: string) => recordCall('app.commandLine.appendArgument', value),
    hasSwitch: (name: string) => appended.has(name) || typedSwitch(name) !== undefined,
    getSwitchValue: (name: string) => appended.get(name) ?? typedSwitch(name) ?? '',
    removeSwitch: (name: string) => void appended.delete(name),
  },
  'app.commandLine',
)

class App extends EventEmitter {
  readonly isPackaged: boolean = false
  readonly commandLine = commandLine
  readonly _windows: Closable[] = []
  private readonly readiness = Promise.withResolvers<void>()
  private ready = false
  private quitting = false
  private leaving = false
  private appName = launch.name
  private readonly paths = new Map<string, string>()

  whenReady(): Promise<void> {
    return this.readiness.promise
  }
  isReady(): boolean {
    return this.ready
  }
  _setReady(): void {
    mkdirSync(this.getPath('userData'), { recursive: true })
    this.ready = true
    this.emit('ready', new StandInEvent(), {})
    this.readiness.resolve()
  }

  getVersion(): string {
    return launch.version
  }
  getAppPath(): string {
    return launch.appPath
  }
  getLocale(): string {
    return 'fr-CA'
  }
  getSystemLocale(): string {
    return 'fr-CA'
  }
  getPreferredSystemLanguages(): string[] {
    return ['fr-CA']
  }
  getName(): string {
    return this.appName
  }
  setName(name: string): void {
    this.appName = name
  }
  get name(): string {
    return this.appName
  }
  set name(name: string) {
    this.appName = name
  }

  getPath(name: PathName): string {
    const path = this.paths.get(name) ?? this.defaultPath(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    if (!statSync(path, { throwIfNoEntry: false }))
      throw new Error(`stand-in: setPath: no such folder: ${path}`)
    this.paths.set(name, path)
  }
  private defaultPath(name: PathName): string | undefined {
    const inHome = HOME_FOLDERS[name]
    if (inHome !== undefined) return join(homedir(), inHome)
    const inUserData = USER_DATA_FOLDERS[name]
    if (inUserData !== undefined) return join(this.getPath('userData'), inUserData)
    if (name === 'appData') return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
    if (name === 'userData')
      return typedSwitch('user-data-dir') ?? join(this.getPath('appData'), this.appName)
    if (name === 'temp') return tmpdir()
    return name === 'exe' || name === 'module' ? process.argv[0] : undefined
  }

  setAppUserModelId(id: string): void {
    recordCall('app.setAppUserModelId', id)
  }
  setAboutPanelOptions(options: E.AboutPanelOptionsOptions): void {
    recordCall('app.setAboutPanelOptions', options)
  }
  disableHardwareAcceleration(): void {
    this.beforeReady('app.disableHardwareAcceleration()')
  }
  enableSandbox(): void {
    this.beforeReady('app.enableSandbox()')
  }
  private beforeReady(call: string): void {
    if (this.ready) throw new Error(`${call} can only be called before app is ready`)
    recordCall(call)
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const message = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    return takeLock(this.getPath('userData'), message, (second) =>
      this.emit(
        'second-instance',
        new StandInEvent(),
        second.argv,
        second.workingDirectory,
        second.additionalData,
      ),
    )
  }
  hasSingleInstanceLock(): boolean {
    return holdsLock()
  }
  releaseSingleInstanceLock(): void {
    releaseLock()
  }

  focus(): void {
    recordCall('app.focus')
  }

  quit(): void {
    if (this.quitting || this.leaving) return
    const before = eventWith({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.quitting = true
    for (const window of this._windows.slice()) {
      window.close()
      if (window.isDestroyed()) continue
      this.quitting = false
      return
    }
    this.endIfAllowed()
  }
  private endIfAllowed(): void {
    const event = eventWith({})
    this.emit('will-quit', event)
    this.quitting = false
    if (!event.defaultPrevented) this.exit(0)
  }
  exit(exitCode = 0): void {
    if (this.leaving) return
    this.leaving = true
    for (const window of this._windows.slice()) window.destroy()
    this.emit('quit', new StandInEvent(), exitCode)
    // The caller's own code still runs to its end, as in Electron.
    setImmediate(() => process.exit(exitCode))
  }

  _windowClosed(window: Closable): void {
    this._windows.splice(this._windows.indexOf(window), 1)
    // Quitting closes windows too, and then Electron does not say that they are all closed.
    if (this._windows.length > 0 || this.quitting || this.leaving) return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }
}

export const rawApp = new App()
export const app = strict(rawApp, 'app')

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => rawApp.quit())

prepareBrowser({
  onLost: () => {
    for (const window of rawApp._windows.slice()) window.destroy()
    rawApp.exit(0)
  },
  sessionData: () => rawApp.getPath('sessionData'),
})
