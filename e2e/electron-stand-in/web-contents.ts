/** `webContents`. */
import type * as E from 'electron'
import { EventEmitter } from 'node:events'
import type { WindowShape } from './browser.ts'
import type { Protocol } from './cdp.ts'
import { downloadItem } from './download-item.ts'
import { codec, receiveCall } from './ipc.ts'
import { type MainFrame, newMainFrame } from './main-frame.ts'
import { Page, type PageOwner } from './page.ts'
import { pdfParameters } from './pdf.ts'
import { applyPermissions } from './permissions.ts'
import { inward, outward } from './protocol.ts'
import { recordCall, recordPopup } from './recorded.ts'
import { answerRequest } from './requests.ts'
import { PERMISSIONS_CHANGED, type SessionOfPartition, fromPartition } from './session.ts'
import { StandInEvent, eventWith, strict } from './strict.ts'
import { checkPreferences } from './web-preferences.ts'

/** What a WebContents asks of its window. */
interface Owner {
  close(): void
  _pageClosed(): void
  _pageLoaded(): void
  _focusChanged(name: 'focus' | 'blur'): void
  _titleChanged(title: string): void
  getTitle(): string
}
type OpenHandler = Parameters<E.WebContents['setWindowOpenHandler']>[0]

const all: WebContents[] = []
let lastId = 0

export class WebContents extends EventEmitter {
  readonly id = ++lastId
  readonly session: SessionOfPartition
  readonly mainFrame: MainFrame
  readonly _page: Page
  readonly _owner: Owner
  private openHandler: OpenHandler | undefined
  private load: PromiseWithResolvers<void> | undefined
  private zoom: number
  private webRtcPolicy = 'default'

  constructor(owner: Owner, preferences: E.WebPreferences, shape: WindowShape) {
    super()
    checkPreferences(preferences)
    recordCall('new BrowserWindow', preferences)
    this._owner = owner
    this.zoom = preferences.zoomFactor ?? 1
    // The app got it from our own fromPartition, whatever its types say.
    this.session =
      (preferences.session as unknown as SessionOfPartition | undefined) ??
      fromPartition(preferences.partition ?? '')
    const self = strict<WebContents>(this, 'webContents')
    this._page = new Page(self._pageOwner(), shape, preferences)
    this.mainFrame = newMainFrame(this._page)
    const permissions = () => void applyPermissions(this.session, asElectron(self))
    this.session.on(PERMISSIONS_CHANGED, permissions)
    this.once('destroyed', () => this.session.off(PERMISSIONS_CHANGED, permissions))
    permissions()
    this._page.started.catch((error: unknown) => {
      if (!this._page.isClosed) console.error('stand-in: a page did not start:', error)
    })
    all.push(self)
    return self
  }

  _pageOwner(): PageOwner {
    return {
      navigated: () => void this.emit('did-navigate', new StandInEvent(), this.getURL(), 200, 'OK'),
      domReady: () => {
        if (this.zoom !== 1) this.applyZoom()
        this.emit('dom-ready', new StandInEvent())
      },
      loaded: () => {
        this.load?.resolve()
        this.load = undefined
        this._owner._pageLoaded()
        this.emit('did-finish-load')
        this.emit('did-stop-loading')
      },
      crashed: () => {
        this.load?.reject(new Error(`ERR_FAILED (-2) loading '${this.getURL()}'`))
        this.load = undefined
        const details = { reason: 'crashed', exitCode: 5 } satisfies E.RenderProcessGoneDetails
        this.emit('render-process-gone', new StandInEvent(), details)
      },
      closed: () => this._owner._pageClosed(),
      consoleMessage: (level, message) => this.emit('console-message', eventWith({ level, message })),
      windowOpen: (details) => this.answerPopup(details),
      download: ({ url, suggestedFilename }) => {
        const item = downloadItem(outward(url), suggestedFilename)
        this.session.emit('will-download', new StandInEvent(), item, this)
      },
      request: (paused) =>
        answerRequest(
          {
            page: this._page,
            session: this.session,
            webContentsId: this.id,
            mayNavigate: (url, isMainFrame) => this.mayNavigate(url, isMainFrame),
          },
          paused,
        ),
      message: (message, frameId, answer) => {
        if (message.type === 'title') return this._owner._titleChanged(message.title)
        if (message.type === 'window') return this._owner._focusChanged(message.name)
        const event = eventWith({
          type: 'frame',
          sender: this,
          senderFrame: frameId === this._page.frame.id ? this.mainFrame : null,
          frameId: 1,
          processId: 1,
          ports: [],
          reply: (channel: string, ...args: unknown[]) => this.send(channel, ...args),
        })
        return receiveCall(message, event as unknown as E.IpcMainEvent, answer)
      },
    }
  }

  private mayNavigate(url: string, isMainFrame: boolean): boolean {
    const event = eventWith({
      url,
      isMainFrame,
      isSameDocument: false,
      frame: this.mainFrame,
      initiator: null,
    })
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit('will-navigate', event, url, false, true, 1, 1)
    return !event.defaultPrevented
  }

  /** No popup ever runs, see NO_POPUPS: an 'allow' is recorded, and fails the test that looks for it. */
  private answerPopup({ url, windowName, windowFeatures }: Protocol.Page.windowOpenPayload): void {
    const details: E.HandlerDetails = {
      url: outward(url),
      frameName: windowName,
      features: windowFeatures.join(','),
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    }
    recordPopup(details.url, this.openHandler?.(details).action ?? 'allow')
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  async loadURL(url: string): Promise<void> {
    await this._page.started
    const load = (this.load = Promise.withResolvers<void>())
    this._page.askedByMain = true
    this.emit('did-start-loading')
    const { errorText } = await this._page.send('Page.navigate', { url: inward(url) })
    if (errorText !== undefined) {
      this._page.askedByMain = false
      this.load = undefined
      this.emit('did-fail-load', new StandInEvent(), -2, errorText, url, true, 1, 1)
      throw Object.assign(new Error(`${errorText} loading '${url}'`), { code: errorText, url })
    }
    await load.promise
  }
  reload(): void {
    this._page.askedByMain = true
    this._page.trySend('Page.reload')
  }
  reloadIgnoringCache(): void {
    this.reload()
  }
  stop(): void {
    this._page.trySend('Page.stopLoading')
  }
  getURL(): string {
    return this._page.frame.url
  }
  getTitle(): string {
    return this._owner.getTitle()
  }
  isLoading(): boolean {
    return this.load !== undefined
  }

  send(channel: string, ...args: unknown[]): void {
    this._page.tell({ type: 'event', channel, args: codec.encode(args) })
  }

  /** Chromium's protocol does not tell which process shows a page: none is known. */
  getOSProcessId(): number {
    return 0
  }
  forcefullyCrashRenderer(): void {
    this._page.trySend('Page.crash')
  }
  isCrashed(): boolean {
    return this._page.isCrashed
  }
  isDestroyed(): boolean {
    return this._page.isClosed
  }
  close(_opts?: E.CloseOpts): void {
    this._owner.close()
  }
  focus(): void {
    this._page.trySend('Page.bringToFront')
  }
  _destroy(): void {
    this._page.close()
    all.splice(all.indexOf(this), 1)
    this.emit('destroyed')
  }
  get _targetId(): string {
    return this._page.targetId
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { result, exceptionDetails } = await this._page.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  async printToPDF(options: E.PrintToPDFOptions): Promise<Buffer> {
    await this._page.started
    const { data } = await this._page.send('Page.printToPDF', pdfParameters(options))
    return Buffer.from(data, 'base64')
  }
  /** There is no printer: recorded, and told to have gone well. */
  print(
    options: E.WebContentsPrintOptions = {},
    callback?: (success: boolean, failureReason: string) => void,
  ): void {
    recordCall('webContents.print', options)
    if (callback) setImmediate(callback, true, '')
  }
  async capturePage(rect?: E.Rectangle, _options?: E.Opts) {
    const clip = rect && { clip: { ...rect, scale: 1 } }
    const { data } = await this._page.send('Page.captureScreenshot', { format: 'png', ...clip })
    const png = Buffer.from(data, 'base64')
    // The size stands at fixed places in a PNG's header.
    const getSize = () => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) })
    return strict({ toPNG: () => png, isEmpty: () => png.length === 0, getSize }, 'NativeImage')
  }

  getZoomFactor(): number {
    return this.zoom
  }
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.zoom = factor
    this.applyZoom()
  }
  get zoomFactor(): number {
    return this.zoom
  }
  set zoomFactor(factor: number) {
    this.setZoomFactor(factor)
  }
  getZoomLevel(): number {
    return Math.log(this.zoom) / Math.log(1.2)
  }
  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }
  /** The protocol has no browser zoom. CSS zoom lays out anew, but leaves media queries as they were. */
  private applyZoom(): void {
    const expression = `document.documentElement.style.zoom = ${this.zoom}`
    this._page.trySend('Runtime.evaluate', { expression })
  }
  setVisualZoomLevelLimits(minimumLevel: number, maximumLevel: number): Promise<void> {
    recordCall('webContents.setVisualZoomLevelLimits', minimumLevel, maximumLevel)
    return Promise.resolve()
  }
  setWebRTCIPHandlingPolicy(policy: Parameters<E.WebContents['setWebRTCIPHandlingPolicy']>[0]): void {
    this.webRtcPolicy = policy
  }
  getWebRTCIPHandlingPolicy(): string {
    return this.webRtcPolicy
  }
  openDevTools(): void {
    recordCall('webContents.openDevTools')
  }
  closeDevTools(): void {
    recordCall('webContents.closeDevTools')
  }
  isDevToolsOpened(): boolean {
    return false
  }
}

/** Where Electron's own type is asked for: ours has part of its members, and throws for the others. */
export const asElectron = (contents: WebContents): E.WebContents => contents as unknown as E.WebContents

export const webContents = strict(
  {
    fromId: (id: number) => all.find((contents) => contents.id === id),
    fromDevToolsTargetId: (targetId: string) => all.find((contents) => contents._targetId === targetId),
    getAllWebContents: () => [...all],
  },
  'webContents',
)
