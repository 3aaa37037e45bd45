/**
 * `protocol`. Chromium aborts app:// before it can be intercepted: inside it, app://host/path is
 * https://host.app.invalid/path. Handlers, events and frames see app://.
 */
import type * as E from 'electron'
import { rawApp } from './app.ts'
import { strict } from './strict.ts'

const schemes = new Set<string>()

/** From Chromium's address to the app's. */
export function outward(url: string): string {
  const [, host, scheme, path] = /^https:\/\/([^/]*)\.([a-z][a-z0-9-]*)\.invalid(\/.*)?$/.exec(url) ?? []
  return scheme !== undefined && schemes.has(scheme) ? `${scheme}://${host}${path ?? ''}` : url
}

/** From the app's address to Chromium's. */
export function inward(url: string): string {
  const [, scheme, host, path] = /^([a-z][a-z0-9-]*):\/\/([^/]*)(\/.*)?$/.exec(url) ?? []
  return scheme !== undefined && schemes.has(scheme) ? `https://${host}.${scheme}.invalid${path ?? '/'}` : url
}

/** The app's own addresses in a Content-Security-Policy. */
export const inwardPolicy = (policy: string): string =>
  policy.replaceAll(/\b[a-z]+:\/\/[a-z0-9.-]+/g, (source) => inward(source).replace(/\/$/, ''))

export const isCustomScheme = (scheme: string): boolean => schemes.has(scheme)

export type ProtocolHandler = (request: Request) => Response | Promise<Response>

export function registerSchemesAsPrivileged(customSchemes: E.CustomScheme[]): void {
  if (rawApp.isReady())
    throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  for (const { scheme, privileges = {} } of customSchemes) {
    // Inside Chromium the scheme is https, thus always standard, secure and under CSP: insist on the same.
    if (!privileges.standard || !privileges.secure || privileges.bypassCSP)
      throw new Error(`stand-in: ${scheme}: must be standard and secure, and may not bypass CSP`)
    schemes.add(scheme)
  }
}

export class ProtocolOfSession {
  readonly _handlers = new Map<string, ProtocolHandler>()

  handle(scheme: string, handler: ProtocolHandler): void {
    if (this._handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    this._handlers.set(scheme, handler)
  }
  unhandle(scheme: string): void {
    this._handlers.delete(scheme)
  }
  isProtocolHandled(scheme: string): boolean {
    return this._handlers.has(scheme)
  }
  registerSchemesAsPrivileged(customSchemes: E.CustomScheme[]): void {
    registerSchemesAsPrivileged(customSchemes)
  }
}

export const newProtocol = (): ProtocolOfSession => strict(new ProtocolOfSession(), 'protocol')
