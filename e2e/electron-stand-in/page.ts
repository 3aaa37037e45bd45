/** The Chromium side of a WebContents: one target, its frame, its scripts, its events. */
import type { WebPreferences } from 'electron'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  type WindowShape,
  browserSend,
  dropPage,
  ignoreGone,
  listenToPage,
  openPage,
  resume,
} from './browser.ts'
import type { Cdp, CdpHandlers, Protocol } from './cdp.ts'
import { BLANK_PAGE } from './chromium.ts'
import { ELECTRON_VERSION } from './launch.ts'
import { rawNativeTheme } from './native-theme.ts'
import { outward } from './protocol.ts'
import { BINDING, type FromRenderer, type ToRenderer, WORLD, rendererScripts } from './renderer/worlds.ts'

/** What happens in the page, told to its WebContents. */
export interface PageOwner {
  navigated(): void
  domReady(): void
  loaded(): void
  crashed(): void
  closed(): void
  consoleMessage(level: string, message: string): void
  windowOpen(details: Protocol.Page.windowOpenPayload): void
  download(details: Protocol.Page.downloadWillBeginPayload): void
  request(params: Protocol.Fetch.requestPausedPayload): Promise<void>
  message(message: FromRenderer, frameId: string, answer: (reply: ToRenderer) => void): void
}

type PageOptions = Pick<WebPreferences, 'preload' | 'javascript'>

interface Context {
  frameId: string
  world: string
}

export class Page {
  readonly started: Promise<void>
  targetId = ''
  isCrashed = false
  isClosed = false
  /** Main, not the page, asked for the next document of the main frame. */
  askedByMain = false
  frame = { id: '', url: '', origin: '' }
  private session = ''
  private readonly owner: PageOwner
  private readonly contexts = new Map<number, Context>()
  private readonly applyTheme = (): void => void this.emulateTheme().catch(ignoreGone)

  constructor(owner: PageOwner, shape: WindowShape, options: PageOptions) {
    this.owner = owner
    this.started = this.start(shape, options)
  }

  readonly send: Cdp['send'] = (method, params) =>
    this.isClosed
      ? Promise.reject(new Error('Object has been destroyed'))
      : browserSend(method, params, this.session)

  /** For what changes the page's looks: not worth a failure when the page is closing. */
  readonly trySend: (...args: Parameters<Cdp['send']>) => void = (method, params) =>
    void this.started.then(() => this.send(method, params)).catch(ignoreGone)

  private async start(shape: WindowShape, options: PageOptions): Promise<void> {
    const preload = options.preload === undefined ? '' : readFileSync(options.preload, 'utf8')
    const { session, targetId } = await openPage(shape)
    this.session = session
    this.targetId = targetId
    listenToPage(session, this.events, () => this.owner.closed())
    rawNativeTheme.on('updated', this.applyTheme)
    const { main, isolated } = rendererScripts(randomUUID(), preload, ELECTRON_VERSION)
    const autoAttach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
    await Promise.all([
      this.send('Page.enable'),
      this.send('Inspector.enable'),
      this.send('Runtime.enable'),
      this.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: main }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: WORLD }),
      this.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      this.send('Target.setAutoAttach', autoAttach),
      this.send('Emulation.setScriptExecutionDisabled', { value: options.javascript === false }),
      this.emulateTheme(),
      resume(session),
    ])
  }

  close(): void {
    this.isClosed = true
    rawNativeTheme.off('updated', this.applyTheme)
    void this.started
      .then(() => browserSend('Target.closeTarget', { targetId: this.targetId }))
      .catch(ignoreGone)
  }

  private emulateTheme(): Promise<unknown> {
    const source = rawNativeTheme.themeSource
    const value = source === 'system' ? '' : source
    return this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
  }

  private readonly events: CdpHandlers = {
    'Runtime.executionContextCreated': ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string }
      this.contexts.set(context.id, { frameId: frameId ?? '', world: context.name })
    },
    'Runtime.executionContextDestroyed': ({ executionContextId }) =>
      void this.contexts.delete(executionContextId),
    'Runtime.executionContextsCleared': () => this.contexts.clear(),
    'Runtime.bindingCalled': (params) => this.receive(params),
    'Runtime.consoleAPICalled': ({ type, args }) => {
      const texts = args.map(({ value, description, type }) => description ?? JSON.stringify(value) ?? type)
      this.owner.consoleMessage(type, texts.join(' '))
    },
    'Page.frameNavigated': ({ frame }) => {
      if (frame.parentId !== undefined) return
      this.frame = { id: frame.id, url: outward(frame.url), origin: outward(frame.securityOrigin) }
      this.isCrashed = false
      if (!this.isBlank()) this.owner.navigated()
    },
    'Page.domContentEventFired': () => {
      // Playwright, attaching, sets emulated media of its own.
      this.applyTheme()
      this.owner.domReady()
    },
    'Page.loadEventFired': () => {
      if (!this.isBlank()) this.owner.loaded()
    },
    'Page.windowOpen': (details) => this.owner.windowOpen(details),
    'Page.downloadWillBegin': (details) => this.owner.download(details),
    'Page.javascriptDialogOpening': () => this.trySend('Page.handleJavaScriptDialog', { accept: false }),
    'Inspector.targetCrashed': () => {
      this.isCrashed = true
      this.contexts.clear()
      dropPage(this.session, 'the renderer has crashed')
      this.owner.crashed()
    },
    'Fetch.requestPaused': (params) =>
      void this.owner.request(params).catch((error: unknown) => {
        if (!this.isClosed && !this.isCrashed) console.error('stand-in: a request went wrong:', error)
      }),
    // Frames of another process and workers: not driven, only let go.
    'Target.attachedToTarget': ({ sessionId }) => void resume(sessionId),
  }

  private isBlank(): boolean {
    return this.frame.url === 'about:blank' || this.frame.url === BLANK_PAGE
  }

  private receive({ name, payload, executionContextId }: Protocol.Runtime.bindingCalledPayload): void {
    const from = this.contexts.get(executionContextId)
    if (name !== BINDING || from?.world !== WORLD) return
    const message = JSON.parse(payload) as FromRenderer
    this.owner.message(message, from.frameId, (reply) => this.deliver(reply, executionContextId))
  }

  /** To the isolated world of the main frame, once the page exists. A crashed or closed page receives nothing. */
  tell(message: ToRenderer): void {
    const deliverNow = () => {
      const context = this.isolatedContext()
      if (context !== undefined) this.deliver(message, context)
    }
    this.started.then(deliverNow, ignoreGone)
  }

  /** Runs in the preload's world, out of the page's reach. */
  async evaluateIsolated(expression: string): Promise<unknown> {
    const contextId = this.isolatedContext()
    if (contextId === undefined) throw new Error('the page is not loaded')
    const options = { awaitPromise: true, returnByValue: true }
    const { result } = await this.send('Runtime.evaluate', { expression, contextId, ...options })
    return result.value
  }

  private isolatedContext(): number | undefined {
    const isIt = ({ world, frameId }: Context) => world === WORLD && frameId === this.frame.id
    return [...this.contexts].find(([, context]) => isIt(context))?.[0]
  }

  private deliver(message: ToRenderer, executionContextId: number): void {
    if (this.isCrashed) return
    this.trySend('Runtime.callFunctionOn', {
      functionDeclaration: 'function (message) { globalThis.__standInReceive(message) }',
      executionContextId,
      arguments: [{ value: message }],
    })
  }
}
