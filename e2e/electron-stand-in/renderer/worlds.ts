/** The two scripts that run in a renderer before the page's own: one in the page's world, one in the preload's. */
import type { Codec } from '../codec.ts'
import { makeCodec } from '../codec.ts'
import type { Bridge } from './bridge.ts'
import { makeBridge } from './bridge.ts'

/** The isolated world, under the name Electron gives it. */
export const WORLD = 'Electron Isolated Context'
/** What the isolated world calls to reach main. Chromium defines it there only. */
export const BINDING = '__standInSend'

/** From the isolated world to main. */
export type FromRenderer =
  | { type: 'invoke'; id: number; channel: string; args: string }
  | { type: 'send'; channel: string; args: string }
  | { type: 'window'; name: 'focus' | 'blur' }
  | { type: 'title'; title: string }
/** From main to the isolated world. Arguments and results are the codec's texts. */
export type ToRenderer =
  | { type: 'event'; channel: string; args: string }
  | { type: 'result'; id: number; result: string }
  | { type: 'error'; id: number; error: string }

/** Self-contained, like all that follows. Waits for the port that the isolated world hands over. */
function mainWorld(makeBridge: MakeBridge, secret: string): void {
  if (window !== window.top) return
  const receive = (event: Event) => {
    event.stopImmediatePropagation()
    makeBridge((event as MouseEvent).relatedTarget as EventTarget, 'page', 'preload')
  }
  window.addEventListener(secret, receive, { once: true, capture: true })
}

type MakeBridge = (port: EventTarget, me: string, you: string) => Bridge
type Preload = (require: (id: string) => unknown, module: object, exports: object, process: object) => void
interface Given {
  secret: string
  binding: string
  electronVersion: string
}

function isolatedWorld(
  makeBridge: MakeBridge,
  makeCodec: () => Codec,
  { secret, binding, electronVersion }: Given,
  preload: Preload,
): void {
  if (window !== window.top) return
  const world = globalThis as unknown as Record<string, unknown>
  const sendText = world[binding] as (text: string) => void
  const send = (message: FromRenderer) => sendText(JSON.stringify(message))
  const codec = makeCodec()
  const port = document.createElement('i')
  const bridge = makeBridge(port, 'preload', 'page')
  window.dispatchEvent(new MouseEvent(secret, { relatedTarget: port }))

  const strict = <T extends object>(object: T, name: string): T =>
    new Proxy(object, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'then')
          return Reflect.get(target, key) as unknown
        throw new Error(`stand-in: ${name}.${key} is not implemented`)
      },
    })

  type Listener = (event: object, ...args: unknown[]) => void
  const listeners = new Map<string, Set<Listener>>()
  const calls = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  const addListener = (channel: string, listener: Listener) => {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    return ipcRenderer
  }
  const removeListener = (channel: string, listener: Listener) => {
    listeners.get(channel)?.delete(listener)
    return ipcRenderer
  }
  const ipcRenderer: object = strict(
    {
      async invoke(channel: string, ...args: unknown[]) {
        const message = { type: 'invoke', id: ++last, channel, args: codec.encode(args) } as const
        const call = Promise.withResolvers<unknown>()
        calls.set(message.id, call)
        send(message)
        return call.promise
      },
      send: (channel: string, ...args: unknown[]) =>
        send({ type: 'send', channel, args: codec.encode(args) }),
      on: addListener,
      addListener,
      off: removeListener,
      removeListener,
      removeAllListeners(channel: string) {
        listeners.delete(channel)
        return ipcRenderer
      },
    },
    'ipcRenderer',
  )

  const settle = (id: number, end: (call: PromiseWithResolvers<unknown>) => void) => {
    const call = calls.get(id)
    calls.delete(id)
    if (call) end(call)
  }
  world['__standInReceive'] = (message: ToRenderer) => {
    switch (message.type) {
      case 'event': {
        const args = codec.decode(message.args) as unknown[]
        const event = { sender: ipcRenderer, ports: [] }
        for (const listener of listeners.get(message.channel) ?? []) listener(event, ...args)
        break
      }
      case 'result':
        settle(message.id, (call) => call.resolve(codec.decode(message.result)))
        break
      case 'error':
        settle(message.id, (call) => call.reject(new Error(message.error)))
        break
    }
  }
  window.addEventListener('focus', () => send({ type: 'window', name: 'focus' }))
  window.addEventListener('blur', () => send({ type: 'window', name: 'blur' }))
  // The protocol tells a title once, at the document's start.
  window.addEventListener('DOMContentLoaded', () => {
    const sendTitle = () => send({ type: 'title', title: document.title })
    new MutationObserver(sendTitle).observe(document.head, { childList: true, subtree: true })
    sendTitle()
  })

  const exposed = new Set<string>()
  const contextBridge = strict(
    {
      exposeInMainWorld(key: string, api: unknown) {
        if (exposed.has(key))
          throw new Error('Cannot bind an API on top of an existing property on the window object')
        exposed.add(key)
        bridge.expose(key, api)
      },
    },
    'contextBridge',
  )
  const electron = strict({ ipcRenderer, contextBridge }, 'electron')
  const require = (id: string): unknown => {
    if (id === 'electron') return electron
    throw new Error(`module not found: ${id}`)
  }
  const process = strict(
    {
      platform: 'linux',
      type: 'renderer',
      contextIsolated: true,
      sandboxed: true,
      versions: { electron: electronVersion },
      env: {},
      argv: [],
    },
    'process',
  )
  const module = { exports: {} }
  preload(require, module, module.exports, process)
}

/**
 * For Page.addScriptToEvaluateOnNewDocument. The preload's text is inlined: no eval, so the page's CSP has no say.
 * @param secret an event name the page cannot guess
 */
export function rendererScripts(secret: string, preload: string, electronVersion: string) {
  const given: Given = { secret, binding: BINDING, electronVersion }
  const preloadFunction = `function (require, module, exports, process) {${preload}\n}`
  const call = (called: Function, ...args: (Function | string)[]) =>
    `(${String(called)})(${args.map(String).join(', ')})`
  return {
    main: call(mainWorld, makeBridge, JSON.stringify(secret)),
    isolated: call(isolatedWorld, makeBridge, makeCodec, JSON.stringify(given), preloadFunction),
  }
}
