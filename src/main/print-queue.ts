/** Prints one page at a time; a lock gives up the one under way and those that wait: they are full of what is being closed. */
export function createPrintQueue(print: (html: string, signal: AbortSignal) => Promise<Uint8Array>) {
  let controller = new AbortController()
  let queue: Promise<unknown> = Promise.resolve()
  return {
    /** Rejects when Chromium cannot print, and when it is given up (`isGivenUp`). */
    print(html: string): Promise<Uint8Array> {
      const { signal } = controller
      const printed = queue.then(() => {
        signal.throwIfAborted()
        return print(html, signal)
      })
      queue = printed.catch(() => undefined)
      return printed
    },
    giveUp(): void {
      controller.abort()
      controller = new AbortController()
    },
  }
}

/** What `work` gives, or a rejection as soon as it is given up: a window that was destroyed may never answer. */
export async function unlessGivenUp<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const givenUp = Promise.withResolvers<never>()
  const tell = (): void => givenUp.reject(signal.reason)
  signal.addEventListener('abort', tell, { once: true })
  try {
    return await Promise.race([work, givenUp.promise])
  } finally {
    signal.removeEventListener('abort', tell)
  }
}

export const isGivenUp = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'
