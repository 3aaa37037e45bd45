import { failed, type Result } from '#core/result'
import type { EnginePorts } from './ports.ts'
import type { LongAct } from './store/long-act.ts'

/** The long acts the window asked for: done in slices, told about, given up. */
export interface LongActs {
  /**
   * Does an act under the name the window gave it, messages passing between its slices. One at a time: another waits, as two
   * would each find the vault moving under them.
   */
  run<T, F extends string>(id: string, act: LongAct<T, F>): Promise<Result<T, F | 'cancelled'>>
  /** The same for an act the window gave no name: it is not told about; a lock is what gives it up. */
  runUntold<T, F extends string>(act: LongAct<T, F>): Promise<Result<T, F | 'vault-locked'>>
  /** Waits for work done elsewhere, under the act's name: it is to stop when `signal` says so. Other acts go on meanwhile. */
  await<T, F extends string>(
    id: string,
    work: (signal: AbortSignal) => Promise<Result<T, F>>,
  ): Promise<Result<T, F | 'cancelled'>>
  /** Gives an act up, even one whose turn has not come; does nothing once it ended. */
  cancel(id: string): void
  /** Gives up what is under way or waits for its turn, at once: the vault is about to be closed. */
  cancelAll(): void
}

/** So short that nothing typed meanwhile waits. */
const sliceMilliseconds = 8
const tellingMilliseconds = 100
const nothing = () => {}

/** `on.begin` and `on.end` surround each act. */
export function createLongActs(
  ports: Pick<EnginePorts, 'emit' | 'sleep'>,
  on: { begin(): void; end(): void },
): LongActs {
  const underWay = new Map<string, Pick<LongAct<unknown>, 'cancel'>>()
  const givenUp = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()
  let untold = 0

  const drive = async <T, F extends string>(
    id: string,
    act: LongAct<T, F>,
  ): Promise<Result<T, F | 'cancelled'>> => {
    on.begin()
    try {
      for (let toldAt = -tellingMilliseconds; ;) {
        // before the first slice too: a short act would otherwise be done by then
        if (givenUp.has(id)) {
          act.cancel()
          return failed('cancelled')
        }
        const step = slice(act)
        if (step.state === 'ended') return step.result
        const { done, total, until } = step.progress
        if (performance.now() - toldAt >= tellingMilliseconds) {
          toldAt = performance.now()
          ports.emit('acts.progress', { act: id, done, total })
        }
        await (until ?? ports.sleep(0))
      }
    } catch (error) {
      // what it waited for broke: it puts everything back, as when it is given up
      act.cancel()
      throw error
    } finally {
      underWay.delete(id)
      givenUp.delete(id)
      on.end()
    }
  }

  const run: LongActs['run'] = (id, act) => {
    // from now: one whose turn has not come is given up too
    underWay.set(id, act)
    const outcome = last.then(() => drive(id, act))
    // not the outcome itself: names may be in it, and it would stay in memory until the next act
    last = outcome.then(nothing, nothing)
    return outcome
  }
  const cancel = (id: string) => {
    givenUp.add(id)
    underWay.get(id)?.cancel()
  }
  return {
    run,
    async runUntold(act) {
      const outcome = await run(`untold ${++untold}`, act)
      if (outcome.ok) return outcome
      const { failure } = outcome
      return failed(failure === 'cancelled' ? 'vault-locked' : failure)
    },
    async await(id, work) {
      const controller = new AbortController()
      underWay.set(id, { cancel: () => controller.abort() })
      try {
        const outcome = await work(controller.signal)
        return givenUp.has(id) ? failed('cancelled') : outcome
      } finally {
        underWay.delete(id)
        givenUp.delete(id)
      }
    },
    cancel,
    cancelAll: () => [...underWay.keys()].forEach(cancel),
  }
}

function slice<T, F extends string>(act: LongAct<T, F>): ReturnType<LongAct<T, F>['next']> {
  const until = performance.now() + sliceMilliseconds
  for (;;) {
    const step = act.next()
    if (step.state === 'ended' || step.progress.until || performance.now() >= until) return step
  }
}
