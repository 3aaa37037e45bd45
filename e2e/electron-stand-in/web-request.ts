/** `session.webRequest`: the two listeners the app may set, with their URL filters. */
import type * as E from 'electron'
import type { Protocol } from './cdp.ts'
import { strict } from './strict.ts'

type BeforeListener = (
  details: E.OnBeforeRequestListenerDetails,
  callback: (response: E.CallbackResponse) => void,
) => void
type HeadersListener = (
  details: E.OnHeadersReceivedListenerDetails,
  callback: (response: E.HeadersReceivedResponse) => void,
) => void
interface Filtered<Listener> {
  urls: RegExp[]
  listener: Listener
}

type ResourceType = E.OnBeforeRequestListenerDetails['resourceType']
const RESOURCE_TYPES: Partial<Record<Protocol.Network.ResourceType, ResourceType>> = {
  Document: 'mainFrame',
  Script: 'script',
  Stylesheet: 'stylesheet',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
}
export const resourceTypeOf = (type: Protocol.Network.ResourceType): ResourceType =>
  RESOURCE_TYPES[type] ?? 'other'

export class WebRequestOfSession {
  private before: Filtered<BeforeListener> | undefined
  private headers: Filtered<HeadersListener> | undefined

  onBeforeRequest(
    filterOrListener: E.WebRequestFilter | BeforeListener | null,
    listener?: BeforeListener | null,
  ): void {
    this.before = filtered(filterOrListener, listener)
  }
  onHeadersReceived(
    filterOrListener: E.WebRequestFilter | HeadersListener | null,
    listener?: HeadersListener | null,
  ): void {
    this.headers = filtered(filterOrListener, listener)
  }

  async _allows(details: E.OnBeforeRequestListenerDetails): Promise<boolean> {
    const { listener } = matching(this.before, details.url) ?? {}
    if (!listener) return true
    const response = await new Promise<E.CallbackResponse>((resolve) => listener(details, resolve))
    if (response.redirectURL !== undefined) throw new Error('stand-in: redirectURL is not implemented')
    return response.cancel !== true
  }

  /** @returns the headers to go on with; undefined: the listener cancels the response. */
  async _filterHeaders(
    details: E.OnHeadersReceivedListenerDetails,
  ): Promise<Record<string, string | string[]> | undefined> {
    const { listener } = matching(this.headers, details.url) ?? {}
    if (!listener) return details.responseHeaders ?? {}
    const response = await new Promise<E.HeadersReceivedResponse>((resolve) => listener(details, resolve))
    return response.cancel === true ? undefined : (response.responseHeaders ?? details.responseHeaders ?? {})
  }
}

export const newWebRequest = (): WebRequestOfSession => strict(new WebRequestOfSession(), 'webRequest')

function filtered<Listener extends (...args: never[]) => void>(
  filterOrListener: E.WebRequestFilter | Listener | null,
  listener: Listener | null | undefined,
): Filtered<Listener> | undefined {
  if (typeof filterOrListener === 'function') return { urls: [], listener: filterOrListener }
  if (!filterOrListener || !listener) return undefined
  return { urls: filterOrListener.urls.map(patternToRegExp), listener }
}

function matching<Listener>(candidate: Filtered<Listener> | undefined, url: string) {
  if (!candidate) return undefined
  const { urls } = candidate
  return urls.length === 0 || urls.some((pattern) => pattern.test(url)) ? candidate : undefined
}

/** Chromium's match patterns: `<all_urls>`, `*://*\/*`, `https://example.com/*`. */
function patternToRegExp(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/
  const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')
  return new RegExp(`^${source}$`)
}
