import type { Result } from '#core/result'
import type { LongAct } from '../long-act.ts'

/** Does all the steps at once. */
export function finish<T, F extends string>(act: LongAct<T, F>): Result<T, F> {
  for (;;) {
    const step = act.next()
    if (step.state === 'ended') return step.result
  }
}
