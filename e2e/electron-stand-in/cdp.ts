/** A minimal Chrome DevTools Protocol client over Chromium's pipe (fd 3 and 4): no TCP port, no Playwright. */
import type { Readable, Writable } from 'node:stream'
// Only types: playwright-core ships the protocol's, but does not export them by name.
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }
type Commands = Protocol.CommandParameters
type Answers = Protocol.CommandReturnValues
type Events = Protocol.EventMap
/** What to do with each event; those without an entry are ignored. */
export type CdpHandlers = { [Name in keyof Events]?: (params: Events[Name][0]) => void }

interface Message {
  id?: number
  method?: keyof Events
  params?: never
  sessionId?: string
  error?: { message: string }
  result?: unknown
}
interface Pending {
  settle: (answer: Message) => void
  fail: (why: string) => void
  session: string
}

export class Cdp {
  private last = 0
  private readonly pending = new Map<number, Pending>()
  private parts: Buffer[] = []
  private readonly handlers = new Map<string, CdpHandlers>()
  private readonly writable: Writable

  constructor(writable: Writable, readable: Readable) {
    this.writable = writable
    // The end of Chromium is told by the readable side.
    writable.on('error', () => {})
    readable.on('data', (chunk: Buffer) => this.receive(chunk))
    readable.on('close', () => this.drop(undefined, 'Chromium has exited'))
  }

  /** The events of one session; '' is the browser itself. */
  listen(session: string, handlers: CdpHandlers): void {
    this.handlers.set(session, handlers)
  }

  send<Name extends keyof Commands & keyof Answers>(
    method: Name,
    params?: Commands[Name],
    session = '',
  ): Promise<Answers[Name]> {
    const id = ++this.last
    const text = JSON.stringify({ id, method, params, ...(session && { sessionId: session }) })
    const frame = Buffer.from(`${text}\0`)
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${method}: ${why}`))
      const settle = (answer: Message) =>
        answer.error ? fail(answer.error.message) : resolve(answer.result as Answers[Name])
      this.pending.set(id, { settle, fail, session })
      this.writable.write(frame, () => frame.fill(0))
    })
  }

  /** A crashed or closed target answers nothing: settles what it still owed. Without a session, everything. */
  drop(session: string | undefined, why: string): void {
    for (const [id, pending] of this.pending) {
      if (session !== undefined && pending.session !== session) continue
      this.pending.delete(id)
      pending.fail(why)
    }
  }

  private receive(chunk: Buffer): void {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const whole = Buffer.concat([...this.parts, chunk.subarray(start, end)])
      for (const part of this.parts) part.fill(0)
      this.parts = []
      start = end + 1
      const message = JSON.parse(whole.toString()) as Message
      whole.fill(0)
      this.dispatch(message)
    }
    if (start < chunk.length) this.parts.push(Buffer.from(chunk.subarray(start)))
    // The plain bytes of the app's IPC must not outlive their parse.
    chunk.fill(0)
  }

  private dispatch(message: Message): void {
    if (message.id !== undefined) {
      const pending = this.pending.get(message.id)
      this.pending.delete(message.id)
      pending?.settle(message)
      return
    }
    const handlers = this.handlers.get(message.sessionId ?? '')
    // `never` is the one argument every member of a union of handlers accepts: the name picked the right one.
    if (message.method) handlers?.[message.method]?.(message.params as never)
  }
}
