import { createHash } from 'node:crypto'

/** How long something copied may wait to be pasted. */
const KEPT_MILLISECONDS = 30_000
/** The window tells of a copy just before the system does it. */
const SETTLED_MILLISECONDS = 500

export type ClipboardGuard = {
  /** Something was copied in the window: it is cleared in thirty seconds, unless something else has taken its place. */
  copied(): void
  clear(): Promise<void>
  /** The program ends, and nobody will be there in thirty seconds: what is due by then is cleared now. */
  leave(): Promise<void>
}

type TextBoard = { readText(): Promise<string>; writeText(text: string): Promise<void> }

/**
 * The clipboard is read by every program of the computer. Main keeps no text: only a sum tells what was copied here. `selection` is the one of
 * Linux that whatever is selected goes to, with no copy asked for: it is cleared by a lock.
 */
export function guardClipboard(clipboard: TextBoard, selection?: TextBoard): ClipboardGuard {
  const timers: NodeJS.Timeout[] = []
  /** Of the last copy made here that was not cleared since: not known before it has settled. */
  let ours: { sum: string | null } | null = null
  const after = (milliseconds: number, act: () => Promise<void>): void => {
    timers.push(setTimeout(() => void act(), milliseconds))
  }
  const forget = (): void => {
    ours = null
    for (const timer of timers.splice(0)) clearTimeout(timer)
  }
  const sum = async (): Promise<string> =>
    createHash('sha256')
      .update(await clipboard.readText())
      .digest('hex')
  const clearOwn = async (): Promise<void> => {
    const own = ours
    forget()
    if (own === null) return
    if (own.sum === null || own.sum === (await sum())) await clipboard.writeText('')
  }

  return {
    copied() {
      forget()
      const own: typeof ours = { sum: null }
      ours = own
      after(SETTLED_MILLISECONDS, async () => {
        own.sum = await sum()
      })
      after(KEPT_MILLISECONDS, clearOwn)
    },
    async clear() {
      forget()
      await Promise.all([clipboard.writeText(''), selection?.writeText('')])
    },
    leave: clearOwn,
  }
}
