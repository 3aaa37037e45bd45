import { failed } from '#core/result'
import { commands, type CommandName, type Handlers, type Reply } from '#shared/contract'
import type { FromEngine, Places, ToEngine } from '#shared/engine-protocol'
import { bugReport } from './bug-report.ts'
import type { HostPorts } from './ports.ts'

/** The engine's end of the line to the main process. */
export interface Port {
  post(message: FromEngine): void
  listen(receive: (message: ToEngine) => void): void
}
export interface Engine {
  handlers: Handlers<'engine'>
  /** Gives up every long act: the vault is then as before it. */
  giveUp(): void
  /** Checkpoint, clean close, keys wiped. */
  close(): void
}
type Call = Extract<ToEngine, { type: 'call' }>
/** The name and the input of a call were matched by main's router. */
type AnyHandler = (input: unknown) => Reply<CommandName> | Promise<Reply<CommandName>>

const nowhere: Places = {
  vault: '',
  releases: null,
  registerFile: null,
  importFile: null,
  documents: null,
  newBackup: null,
  backup: null,
  restored: null,
  update: null,
  newCard: null,
  card: null,
  newPackage: null,
  reviewPackage: null,
  seen: {},
}

/**
 * Answers calls one at a time, in their order; a long one that steps aside lets the next ones pass between its slices, and one that
 * must be alone waits for those aside (`whenAlone`). A close and the giving up of a long act pass before the calls that wait: a transaction of one step
 * is synchronous, so none is ever cut in two, and one of many undoes itself. What waits and may not be lost is done before the close.
 */
export function serve(port: Port, start: (host: HostPorts) => Engine): void {
  let places: Places = nowhere
  let lastCall: Promise<void> = Promise.resolve()
  const printing = new Map<number, (pdf: Uint8Array | null) => void>()
  let lastPrint = 0
  const aside = new Set<Promise<void>>()
  const waiting = new Set<Call>()

  const engine = start({
    places: () => places,
    emit: (name, payload) => port.post({ type: 'event', name, payload } as FromEngine),
    print: (html) =>
      new Promise((resolve) => {
        printing.set(++lastPrint, resolve)
        port.post({ type: 'print', id: lastPrint, html })
      }),
    whenAlone: async () => void (await Promise.all(aside)),
    letInstall: (verified) => port.post({ type: 'update-ready', package: verified }),
    remember: (seen) => port.post({ type: 'seen', seen }),
  })

  const answer = async (call: Call): Promise<void> => {
    places = call.places
    try {
      const handler = engine.handlers[call.name] as AnyHandler
      port.post({ type: 'reply', id: call.id, reply: await handler(call.input) })
    } catch (error) {
      port.post(bugReport(call.name, error))
      port.post({ type: 'reply', id: call.id, reply: failed('internal') })
    }
  }

  const answerInTurn = async (call: Call): Promise<void> => {
    if (!waiting.delete(call)) return
    const answered = answer(call)
    if (!('aside' in commands[call.name])) return answered
    aside.add(answered)
    void answered.then(() => aside.delete(answered))
  }

  const keepWhatWaits = () => {
    engine.giveUp()
    for (const call of waiting)
      if ('beforeLock' in commands[call.name]) {
        waiting.delete(call)
        void answer(call)
      }
  }

  const close = () => {
    try {
      keepWhatWaits()
      engine.close()
    } catch (error) {
      port.post(bugReport('close', error))
    }
    port.post({ type: 'closed' })
  }

  port.listen((message) => {
    switch (message.type) {
      case 'call':
        if (message.name === 'acts.cancel') void answer(message)
        else {
          waiting.add(message)
          lastCall = lastCall.then(() => answerInTurn(message))
        }
        break
      case 'printed':
        printing.get(message.id)?.(message.pdf)
        printing.delete(message.id)
        break
      case 'close':
        close()
        break
    }
  })
  port.post({ type: 'ready' })
}
