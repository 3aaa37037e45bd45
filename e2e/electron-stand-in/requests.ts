/** Answers every request of a page: navigation rules, webRequest, then the app's protocol handler. Never the network. */
import type * as E from 'electron'
import type { Protocol } from './cdp.ts'
import type { Page } from './page.ts'
import { inward, inwardPolicy, isCustomScheme, outward } from './protocol.ts'
import { recordRequest } from './recorded.ts'
import type { SessionOfPartition } from './session.ts'
import { resourceTypeOf } from './web-request.ts'

type Paused = Protocol.Fetch.requestPausedPayload
export interface RequestContext {
  page: Page
  session: SessionOfPartition
  webContentsId: number
  /** Emits `will-frame-navigate` and `will-navigate`. @returns whether the app lets it go on */
  mayNavigate(url: string, isMainFrame: boolean): boolean
}

export async function answerRequest(context: RequestContext, paused: Paused): Promise<void> {
  const { page, session } = context
  const { requestId, request } = paused
  const url = outward(request.url)
  const fail = async (errorReason: Protocol.Network.ErrorReason) => {
    recordRequest(url, errorReason)
    await page.send('Fetch.failRequest', { requestId, errorReason })
  }

  // Chromium asks for it of itself; Electron does not.
  if (paused.resourceType === 'Other' && new URL(url).pathname === '/favicon.ico') return fail('Failed')
  if (!navigationAllowed(context, paused, url)) return fail('Aborted')
  const details = detailsOf(context, paused, url)
  if (!(await session.webRequest._allows(details))) return fail('BlockedByClient')
  const scheme = url.slice(0, url.indexOf(':'))
  const handler = session.protocol._handlers.get(scheme)
  if (!handler) return fail(isCustomScheme(scheme) ? 'Failed' : 'InternetDisconnected')

  let response: Response
  try {
    response = await handler(toRequest(url, request))
  } catch (error) {
    console.error('stand-in: the protocol handler threw:', error)
    return fail('Failed')
  }
  const headers = await session.webRequest._filterHeaders({
    ...details,
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${response.status}`,
    responseHeaders: headersOf(response),
  })
  if (!headers) return fail('BlockedByClient')
  recordRequest(url, String(response.status))
  await page.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...inwardHeaders(headers), ...(paused.resourceType === 'Document' ? [NO_POPUPS] : [])],
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

const isMainDocument = ({ page }: RequestContext, { resourceType, frameId }: Paused): boolean =>
  resourceType === 'Document' && (page.frame.id === '' || frameId === page.frame.id)

function navigationAllowed(context: RequestContext, paused: Paused, url: string): boolean {
  if (paused.resourceType !== 'Document') return true
  const isMain = isMainDocument(context, paused)
  if (isMain && context.page.askedByMain) {
    context.page.askedByMain = false
    return true
  }
  return context.mayNavigate(url, isMain)
}

function detailsOf(context: RequestContext, paused: Paused, url: string): E.OnBeforeRequestListenerDetails {
  const type = resourceTypeOf(paused.resourceType)
  return {
    id: Number(/\d+/.exec(paused.requestId)?.[0] ?? 0),
    url,
    method: paused.request.method,
    resourceType: type === 'mainFrame' && !isMainDocument(context, paused) ? 'subFrame' : type,
    referrer: outward(paused.request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
    uploadData: [],
    webContentsId: context.webContentsId,
  }
}

function toRequest(url: string, { method, headers, postData }: Protocol.Network.Request): Request {
  return new Request(url, { method, headers, ...(postData !== undefined && { body: postData }) })
}

const headersOf = (response: Response): Record<string, string[]> =>
  Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]]))

/**
 * A denied popup is null for the page. Chromium would make one, that could only be closed afterwards; in a sandbox that
 * allows everything but popups it makes none, and still tells main about it.
 */
const NO_POPUPS = {
  name: 'content-security-policy',
  value:
    'sandbox allow-downloads allow-forms allow-modals allow-orientation-lock allow-pointer-lock allow-presentation allow-same-origin allow-scripts allow-storage-access-by-user-activation allow-top-navigation',
}

const inwardHeaders = (headers: Record<string, string | string[]>) =>
  Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value: inwardHeader(name, value) })),
  )

function inwardHeader(name: string, value: string): string {
  if (name.toLowerCase().startsWith('content-security-policy')) return inwardPolicy(value)
  if (name.toLowerCase() === 'access-control-allow-origin') return inward(value).replace(/\/$/, '')
  return value
}
