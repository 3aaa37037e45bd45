/** `session`: partitions are kept apart by name only; they share Chromium's one profile. */
import type * as E from 'electron'
import { EventEmitter } from 'node:events'
import { rawApp } from './app.ts'
import { newProtocol } from './protocol.ts'
import { recordCall } from './recorded.ts'
import { strict } from './strict.ts'
import { newWebRequest } from './web-request.ts'

type Handler<Setter extends keyof E.Session> = E.Session[Setter] extends (handler: infer H) => void
  ? H
  : never
export type PermissionRequestHandler = Handler<'setPermissionRequestHandler'>
export type PermissionCheckHandler = Handler<'setPermissionCheckHandler'>

class SessionOfPartition extends EventEmitter {
  readonly protocol = newProtocol()
  readonly webRequest = newWebRequest()
  _permissionRequest: PermissionRequestHandler = null
  _permissionCheck: PermissionCheckHandler = null
  private readonly partition: string

  constructor(partition: string) {
    super()
    this.partition = partition
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler): void {
    this._permissionRequest = handler
    this.emit(PERMISSIONS_CHANGED)
  }
  setPermissionCheckHandler(handler: PermissionCheckHandler): void {
    this._permissionCheck = handler
    this.emit(PERMISSIONS_CHANGED)
  }
  setDevicePermissionHandler(handler: Handler<'setDevicePermissionHandler'>): void {
    this.record('setDevicePermissionHandler', typeof handler)
  }
  setDisplayMediaRequestHandler(
    handler: Parameters<E.Session['setDisplayMediaRequestHandler']>[0],
    opts?: E.DisplayMediaRequestHandlerOpts,
  ): void {
    this.record('setDisplayMediaRequestHandler', typeof handler, opts)
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.record('setSpellCheckerEnabled', enable)
  }
  setSpellCheckerLanguages(languages: string[]): void {
    this.record('setSpellCheckerLanguages', languages)
  }
  setProxy(config: E.ProxyConfig): Promise<void> {
    return this.recordAsync('setProxy', config)
  }
  clearStorageData(options?: E.ClearStorageDataOptions): Promise<void> {
    return this.recordAsync('clearStorageData', options)
  }
  clearCache(): Promise<void> {
    return this.recordAsync('clearCache')
  }
  clearHostResolverCache(): Promise<void> {
    return this.recordAsync('clearHostResolverCache')
  }
  clearAuthCache(): Promise<void> {
    return this.recordAsync('clearAuthCache')
  }
  closeAllConnections(): Promise<void> {
    return this.recordAsync('closeAllConnections')
  }
  /** What a page of this session would be answered, without a page. */
  async fetch(url: string, init?: RequestInit): Promise<Response> {
    const details = { id: 0, url, method: init?.method ?? 'GET', referrer: '', timestamp: Date.now() }
    if (!(await this.webRequest._allows({ ...details, resourceType: 'other', uploadData: [] })))
      throw new Error('net::ERR_BLOCKED_BY_CLIENT')
    const handler = this.protocol._handlers.get(url.slice(0, url.indexOf(':')))
    if (!handler) throw new Error('net::ERR_FAILED')
    return handler(new Request(url, init))
  }
  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:')
  }

  /** The partition comes first: a call closes one session, not the others. */
  private record(call: string, ...args: unknown[]): void {
    recordCall(`session.${call}`, this.partition, ...args)
  }
  private recordAsync(call: string, ...args: unknown[]): Promise<void> {
    this.record(call, ...args)
    return Promise.resolve()
  }
}
export type { SessionOfPartition }

/** Told to the pages of the session, which then ask its handlers again. A symbol: no event of Electron. */
export const PERMISSIONS_CHANGED = Symbol('permissions changed')

const sessions = new Map<string, SessionOfPartition>()

export function fromPartition(partition: string, options?: E.FromPartitionOptions): SessionOfPartition {
  if (!rawApp.isReady()) throw new Error('Session can only be received when app is ready')
  const known = sessions.get(partition)
  if (known) return known
  const created = strict(new SessionOfPartition(partition), 'session')
  sessions.set(partition, created)
  recordCall('session.fromPartition', partition, options)
  rawApp.emit('session-created', created)
  return created
}

export const session = strict(
  {
    fromPartition,
    get defaultSession() {
      return fromPartition('')
    },
  },
  'session',
)
