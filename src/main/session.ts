import type { BrowserWindow } from 'electron'
import type { CommandName, CommandsOf, Input, LockReason, Reply } from '#shared/contract'
import type { Places } from '#shared/engine-protocol'
import { startEngine, type EngineEvents, type EngineProcess } from './engine-process.ts'
import { endRenderer } from './renderer-end.ts'
import { inwards } from './trial.ts'

const opening: readonly CommandName[] = [
  'vault.create',
  'vault.unlock',
  'vault.recover',
  'vault.fallBack',
  'vault.tryOut',
]

export type Session = {
  call(name: CommandsOf<'engine'>, input: Input<CommandsOf<'engine'>>): Promise<Reply<CommandName>>
  /** Kills the engine and the renderer, starts both anew, locked. Does nothing when nothing is open nor opening. */
  lock(reason: LockReason): Promise<void>
  lockReason(): LockReason
  /** What is open is a trial: nothing of it may leave. */
  isTrial(): boolean
  /** Ends the engine for good. */
  end(): Promise<void>
}

/** The life of the engine between two locks. */
export function startSession(
  engineEntry: string,
  window: BrowserWindow,
  places: () => Places,
  clearClipboard: () => Promise<void>,
  on: Omit<EngineEvents, 'stopped'>,
): Session {
  let open = false
  let isTrial = false
  /** Openings asked for and not answered yet: deriving a key takes about a second. */
  let openings = 0
  let reason: LockReason = 'started'
  let locking: Promise<void> | null = null
  let engine = start()

  function start(): EngineProcess {
    return startEngine(engineEntry, { ...on, stopped: () => void lockNow('engine-stopped') })
  }

  async function restart(why: LockReason): Promise<void> {
    open = false
    isTrial = false
    reason = why
    await engine.end()
    await clearClipboard()
    await endAndReload(window)
    engine = start()
  }

  // A renderer that crashes by itself must not come back to an open vault that it does not know to be open.
  window.webContents.on('render-process-gone', () => {
    if (locking === null && !window.isDestroyed()) void lockNow('engine-stopped')
  })

  function lockNow(why: LockReason): Promise<void> {
    locking ??= restart(why).finally(() => {
      locking = null
    })
    return locking
  }

  return {
    async call(name, input) {
      if (!opening.includes(name)) return engine.call(name, input, isTrial ? inwards(places()) : places())
      const asked = engine
      openings += 1
      const reply = await asked.call(name, input, places()).finally(() => {
        openings -= 1
      })
      // an answer that comes during a lock is of the engine that the lock ends
      if (reply.ok && asked === engine && locking === null) {
        open = true
        isTrial = name === 'vault.tryOut'
      }
      return reply
    },
    lock: async (why) => {
      if (open || openings > 0) await lockNow(why)
    },
    lockReason: () => reason,
    isTrial: () => isTrial,
    end: () => engine.end(),
  }
}

/** A process that has shown notes keeps them in its memory: only a new one is clean. */
async function endAndReload(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return
  const contents = window.webContents
  if (!contents.isCrashed()) {
    const gone = new Promise<void>((resolve) => contents.once('render-process-gone', () => resolve()))
    endRenderer(contents, (pid, signal) => process.kill(pid, signal))
    await gone
  }
  contents.reload()
}
