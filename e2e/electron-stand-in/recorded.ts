/**
 * What the app asked of the network and of the desktop, which the stand-in writes down instead of doing. Tests read it
 * with `electronApp.evaluate(() => standIn?.recorded)`; the real binary has no such thing.
 */
interface Recorded {
  /** Requests of every page, with their HTTP status or the reason they were refused. The oldest are dropped. */
  requests: { url: string; outcome: string }[]
  /** Windows a page tried to open, and what the app answered. None ever runs. */
  popups: { url: string; action: 'allow' | 'deny' }[]
  /** Calls that change nothing here: `{ call: 'shell.openPath', args: ['/…'] }`. */
  calls: { call: string; args: unknown[] }[]
}

const recorded: Recorded = { requests: [], popups: [], calls: [] }
const MOST_REQUESTS = 1000

export function recordRequest(url: string, outcome: string): void {
  recorded.requests.push({ url, outcome })
  if (recorded.requests.length > MOST_REQUESTS) recorded.requests.shift()
}

export function recordPopup(url: string, action: 'allow' | 'deny'): void {
  recorded.popups.push({ url, action })
}

export function recordCall(call: string, ...args: unknown[]): void {
  recorded.calls.push({ call, args })
}

declare global {
  var standIn: { recorded: Recorded } | undefined
}
globalThis.standIn = { recorded }
