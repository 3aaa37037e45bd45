/** How far a long act has gone, in units of its own: chunks, rows. A total of 0: that cannot be told. */
export interface Progress {
  done: number
  total: number
}

/** What is told between two steps; `until`, when there is one, must be fulfilled before the next. */
export interface Step extends Progress {
  until?: Promise<void>
}

/** An act of many short steps, answering `T` at its end. To give it up: `return()`. */
export type Steps<T> = Generator<Step, T, void>

/** Does all the steps at once. They must wait for nothing. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (step.value.until) throw new Error('what goes on elsewhere cannot be finished at once')
  }
}

/** Does all the steps, waiting where they say so. */
export async function settle<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await step.value.until
  }
}

/** The same act, telling otherwise how far it is. */
export function* retold<T>(steps: Steps<T>, tell: (progress: Progress) => Progress): Steps<T> {
  let isOver = false
  try {
    for (;;) {
      const step = steps.next()
      if (step.done === true) {
        isOver = true
        return step.value
      }
      yield tell(step.value)
    }
  } finally {
    if (!isOver) steps.return(undefined as never)
  }
}
