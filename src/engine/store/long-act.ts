import { failed, ok, type Result } from '#core/result'
import { attempt, type VaultFailure } from '#core/vault/fault'
import type { Step as Told, Steps } from '#core/steps'

type Step<T, F extends string> =
  | { state: 'running'; progress: Told }
  | { state: 'ended'; result: Result<T, F> }

/** An act of many short steps, between which messages pass. */
export interface LongAct<T, F extends string = VaultFailure> {
  /** Does one step (a few milliseconds): how far it is, or how it ended. */
  next(): Step<T, F>
  /** Gives up: to whoever reads, everything is as if it had not begun. Does nothing once it ended. */
  cancel(): void
}

/** Steps that answer how they ended themselves. */
export function actOf<T, F extends string>(steps: Steps<Result<T, F>>): LongAct<T, F> {
  return {
    next() {
      const step = steps.next()
      return step.done === true
        ? { state: 'ended', result: step.value }
        : { state: 'running', progress: step.value }
    },
    cancel() {
      steps.return(undefined as never)
    },
  }
}

/** Steps that cannot fail, as steps that say so. */
export function* answering<T>(steps: Steps<T>): Steps<Result<T, never>> {
  return ok(yield* steps)
}

/** `failing` says what a failure means to whoever asked. */
export function longAct<T, F extends string>(
  steps: Steps<T>,
  failing: (failure: VaultFailure) => F,
): LongAct<T, F> {
  return {
    next(): Step<T, F> {
      const step = attempt(() => steps.next())
      if (!step.ok) return { state: 'ended', result: failed(failing(step.failure)) }
      if (step.value.done === true) return { state: 'ended', result: ok(step.value.value) }
      return { state: 'running', progress: step.value.value }
    },
    cancel() {
      steps.return(undefined as never)
    },
  }
}

/** Does all the steps at once. They must wait for nothing. */
export function finish<T, F extends string>(act: LongAct<T, F>): Result<T, F> {
  for (;;) {
    const step = act.next()
    if (step.state === 'ended') return step.result
    if (step.progress.until) throw new Error('what goes on elsewhere cannot be finished at once')
  }
}

/** The steps of an act, to be made part of a longer one. Given up with it. */
export function* stepsOf<T, F extends string>(act: LongAct<T, F>): Steps<Result<T, F>> {
  let isOver = false
  try {
    for (;;) {
      const step = act.next()
      if (step.state === 'ended') {
        isOver = true
        return step.result
      }
      yield step.progress
    }
  } finally {
    if (!isOver) act.cancel()
  }
}
