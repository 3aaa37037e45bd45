import { utilityProcess } from 'electron'
import type { CommandName, CommandsOf, Input, Reply } from '#shared/contract'
import type { FromEngine, Places, ToEngine } from '#shared/engine-protocol'

/** How long a lock waits for the engine's last checkpoint before killing it: every acknowledged note is in the journal already. */
const CLOSING_MILLISECONDS = 5_000
/** How long a process may take to die of a signal before a stronger one, or before the lock goes on without it. */
const DYING_MILLISECONDS = 2_000

export type EngineEvents = {
  event: (message: Extract<FromEngine, { type: 'event' }>) => void
  bug: (message: Extract<FromEngine, { type: 'bug' }>) => void
  updateReady: (message: Extract<FromEngine, { type: 'update-ready' }>) => void
  seen: (message: Extract<FromEngine, { type: 'seen' }>) => void
  /** The process ended without being asked to, after it was ready: one that never was would only end again. */
  stopped: () => void
  print: (html: string) => Promise<Uint8Array>
}

export type EngineProcess = {
  call(
    name: CommandsOf<'engine'>,
    input: Input<CommandsOf<'engine'>>,
    places: Places,
  ): Promise<Reply<CommandName>>
  /**
   * Asks for a clean close, then kills the process whatever it answers. Resolves once it is dead; after a bounded
   * time it resolves anyway, and reports a process that even SIGKILL did not end.
   */
  end(): Promise<void>
}

/** Starts the one process where plaintext exists. Its death is what clears its memory. */
export function startEngine(entry: string, on: EngineEvents): EngineProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Filigrane engine', stdio: 'ignore' })
  const waiting = new Map<number, (reply: Reply<CommandName>) => void>()
  let lastId = 0
  let state: 'starting' | 'ready' | 'ending' | 'dead' = 'starting'
  const closed = Promise.withResolvers<void>()
  const dead = Promise.withResolvers<void>()
  const post = (message: ToEngine): void => child.postMessage(message)

  child.on('message', (message: FromEngine) => {
    switch (message.type) {
      case 'reply':
        waiting.get(message.id)?.(message.reply)
        waiting.delete(message.id)
        break
      case 'event':
        on.event(message)
        break
      case 'bug':
        on.bug(message)
        break
      case 'print':
        void on.print(message.html).then(
          (pdf) => post({ type: 'printed', id: message.id, pdf }),
          () => post({ type: 'printed', id: message.id, pdf: null }),
        )
        break
      case 'update-ready':
        on.updateReady(message)
        break
      case 'seen':
        on.seen(message)
        break
      case 'closed':
        closed.resolve()
        break
      case 'ready':
        if (state === 'starting') state = 'ready'
        break
    }
  })
  child.on('exit', () => {
    for (const settle of waiting.values()) settle({ ok: false, failure: 'internal' })
    waiting.clear()
    dead.resolve()
    const before = state
    state = 'dead'
    if (before === 'ready') on.stopped()
    if (before === 'starting') on.bug({ type: 'bug', command: 'engine', error: 'NeverReady', frames: [] })
  })

  return {
    call(name, input, places) {
      if (state === 'dead') return Promise.resolve({ ok: false, failure: 'internal' })
      const id = ++lastId
      return new Promise((settle) => {
        waiting.set(id, settle)
        post({ type: 'call', id, name, input, places })
      })
    },
    async end() {
      if (state === 'dead') return
      state = 'ending'
      post({ type: 'close' })
      await within(CLOSING_MILLISECONDS, Promise.race([closed.promise, dead.promise]))
      child.kill()
      if (await within(DYING_MILLISECONDS, dead.promise)) return
      // one that is stopped, or deaf to a polite signal
      killOutright(child.pid)
      if (await within(DYING_MILLISECONDS, dead.promise)) return
      on.bug({ type: 'bug', command: 'engine', error: 'NeverDead', frames: [] })
    },
  }
}

/** Whether it was fulfilled in that time. */
async function within(milliseconds: number, promise: Promise<void>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), milliseconds)
  const inTime = await Promise.race([promise.then(() => true), late.promise])
  clearTimeout(timer)
  return inTime
}

/** `pid` is undefined once Electron knows that the process is dead. */
function killOutright(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
  } catch {
    // it died in between, which is what was wanted
  }
}
