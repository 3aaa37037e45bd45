/** `BrowserWindow`. */
import type * as E from 'electron'
import { EventEmitter } from 'node:events'
import { rawApp } from './app.ts'
import type { Protocol } from './cdp.ts'
import { browserSend, ignoreGone } from './browser.ts'
import { headless } from './launch.ts'
import { recordCall } from './recorded.ts'
import { StandInEvent, eventWith, strict } from './strict.ts'
import { WebContents } from './web-contents.ts'

const windows: Window[] = []
let lastId = 0

class Window extends EventEmitter {
  readonly id = ++lastId
  readonly webContents: WebContents
  private destroyed = false
  private wasReady = false
  private title: string
  private visible: boolean
  private focused = false
  private minimized = false
  private maximized = false
  private placed = false
  private isProtected = false
  private bounds: E.Rectangle

  constructor(options: E.BrowserWindowConstructorOptions = {}) {
    super()
    if (!rawApp.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.title = options.title ?? rawApp.getName()
    this.visible = options.show ?? true
    this.bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    }
    const self = strict<Window>(this, 'BrowserWindow')
    const shape = { width: this.bounds.width, height: this.bounds.height, visible: this.visible }
    this.webContents = new WebContents(self, options.webPreferences ?? {}, shape)
    windows.push(self)
    rawApp._windows.push(self)
    this.applyState()
    rawApp.emit('browser-window-created', new StandInEvent(), self)
    rawApp.emit('web-contents-created', new StandInEvent(), this.webContents)
    return self
  }

  static getAllWindows(): Window[] {
    return [...windows]
  }
  static getFocusedWindow(): Window | null {
    return windows.find((window) => window.isFocused()) ?? null
  }
  static fromWebContents(contents: { id: number } | undefined): Window | null {
    return windows.find((window) => window.webContents.id === contents?.id) ?? null
  }
  static fromId(id: number): Window | null {
    return windows.find((window) => window.id === id) ?? null
  }

  _pageLoaded(): void {
    if (this.wasReady) return
    this.wasReady = true
    this.emit('ready-to-show')
  }
  _focusChanged(name: 'focus' | 'blur'): void {
    this.focused = name === 'focus'
    this.emit(name, new StandInEvent())
    rawApp.emit(`browser-window-${name}`, new StandInEvent(), this)
  }
  _titleChanged(title: string): void {
    if (title === '' || title === this.title) return
    const event = eventWith({})
    this.emit('page-title-updated', event, title, true)
    this.webContents.emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented) this.title = title
  }
  _pageClosed(): void {
    this.destroy()
  }

  loadURL(url: string, _options?: E.LoadURLOptions): Promise<void> {
    return this.webContents.loadURL(url)
  }
  close(): void {
    const event = eventWith({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    const self = windows.find((window) => window.id === this.id)
    if (self) windows.splice(windows.indexOf(self), 1)
    this.webContents._destroy()
    this.emit('closed')
    if (self) rawApp._windowClosed(self)
  }
  isDestroyed(): boolean {
    return this.destroyed
  }

  show(): void {
    this.visible = true
    this.focused = true
    this.applyState()
    this.webContents.focus()
    this.emit('show')
  }
  showInactive(): void {
    this.visible = true
    this.applyState()
    this.emit('show')
  }
  hide(): void {
    this.visible = false
    this.applyState()
    this.emit('hide')
  }
  isVisible(): boolean {
    return this.visible
  }
  focus(): void {
    this.webContents.focus()
  }
  blur(): void {
    this._focusChanged('blur')
  }
  isFocused(): boolean {
    return this.focused
  }
  minimize(): void {
    this.minimized = true
    this.applyState()
    this.emit('minimize')
  }
  restore(): void {
    this.minimized = false
    this.applyState()
    this.emit('restore')
  }
  isMinimized(): boolean {
    return this.minimized
  }

  getBounds(): E.Rectangle {
    return { ...this.bounds }
  }
  setBounds(bounds: Partial<E.Rectangle>, _animate?: boolean): void {
    this.bounds = { ...this.bounds, ...bounds }
    this.applyBounds()
  }
  getNormalBounds(): E.Rectangle {
    return { ...this.bounds }
  }
  /** Told, not drawn: the bounds of a page in Chromium without a window manager stay what they were. */
  maximize(): void {
    this.maximized = true
    this.emit('maximize')
  }
  unmaximize(): void {
    this.maximized = false
    this.emit('unmaximize')
  }
  isMaximized(): boolean {
    return this.maximized
  }
  getSize(): number[] {
    return [this.bounds.width, this.bounds.height]
  }
  setSize(width: number, height: number, _animate?: boolean): void {
    this.setBounds({ width, height })
  }
  /** Chromium hides no window: a hidden one is minimized. With no screen there is nothing to hide. */
  private applyState(): void {
    const hidden = this.minimized || (!this.visible && !headless)
    this.setWindowBounds({ windowState: hidden ? 'minimized' : 'normal' })
    // Once: what a person did with the window since then is hers. A minimized window refuses a size.
    if (hidden || this.placed) return
    this.placed = true
    this.applyBounds()
  }
  /** Chromium's tabs and address bar are no part of an Electron window: they come on top of its height. */
  private applyBounds(): void {
    const { x, y, width, height } = this.bounds
    const { _page: page } = this.webContents
    page.started
      .then(() => page.send('Runtime.evaluate', { expression: 'outerHeight - innerHeight' }))
      .then(({ result }) => {
        const bars = Number(result.value)
        return this.setWindowBounds({ left: x, top: y, width, height: height + bars })
      })
      .catch(ignoreGone)
  }
  private setWindowBounds(bounds: Protocol.Browser.Bounds): void {
    const { _page: page } = this.webContents
    page.started
      .then(() => page.send('Browser.getWindowForTarget'))
      .then(({ windowId }) => browserSend('Browser.setWindowBounds', { windowId, bounds }))
      .catch(ignoreGone)
  }

  getTitle(): string {
    return this.title
  }
  setTitle(title: string): void {
    this.title = title
  }
  setContentProtection(enable: boolean): void {
    this.isProtected = enable
  }
  isContentProtected(): boolean {
    return this.isProtected
  }
  setMenu(menu: E.Menu | null): void {
    this.record('setMenu', menu)
  }
  removeMenu(): void {
    this.record('removeMenu')
  }
  setMenuBarVisibility(visible: boolean): void {
    this.record('setMenuBarVisibility', visible)
  }
  setMinimumSize(width: number, height: number): void {
    this.record('setMinimumSize', width, height)
  }
  setBackgroundColor(color: string): void {
    this.record('setBackgroundColor', color)
  }
  flashFrame(flag: boolean): void {
    this.record('flashFrame', flag)
  }
  private record(call: string, ...args: unknown[]): void {
    recordCall(`BrowserWindow.${call}`, ...args)
  }
}
export type { Window }

export const BrowserWindow = strict(Window, 'BrowserWindow')
