const longestSeconds = 30

/** Slows down guesses: after each wrong secret the next attempt waits 1, 2, 4 … 30 seconds, counted from the failure. */
export interface PassphraseDelay {
  /** Resolves when an attempt may be made. */
  ready(): Promise<void>
  wrong(): void
  right(): void
}

export function createPassphraseDelay(sleep: (milliseconds: number) => Promise<void>): PassphraseDelay {
  let failures = 0
  let wait = Promise.resolve()
  return {
    ready: () => wait,
    wrong() {
      wait = sleep(Math.min(2 ** failures, longestSeconds) * 1000)
      failures += 1
    },
    right() {
      failures = 0
      wait = Promise.resolve()
    },
  }
}
