/** How far a long act has gone, in units of its own: chunks, rows. */
export interface Progress {
  done: number
  total: number
}

/** An act of many short steps, answering `T` at its end. To give it up: `return()`. */
export type Steps<T> = Generator<Progress, T, void>

/** Does all the steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
