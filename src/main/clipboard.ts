import type { Clipboard } from 'electron'
import { createHash } from 'node:crypto'

/** How long something copied may wait to be pasted. */
const KEPT_MILLISECONDS = 30_000
/** The window tells of a copy just before the system does it. */
const SETTLED_MILLISECONDS = 500

export type ClipboardGuard = {
  /** Something was copied in the window: it is cleared in thirty seconds, unless something else has taken its place. */
  copied(): void
  clear(): Promise<void>
}

/** The clipboard is read by every program of the computer. Main keeps no text: only a sum tells what was copied here. */
export function guardClipboard(clipboard: Pick<Clipboard, 'readText' | 'writeText'>): ClipboardGuard {
  const timers: NodeJS.Timeout[] = []
  const after = (milliseconds: number, act: () => Promise<void>): void => {
    timers.push(setTimeout(() => void act(), milliseconds))
  }
  const forget = (): void => {
    for (const timer of timers.splice(0)) clearTimeout(timer)
  }
  const sum = async (): Promise<string> =>
    createHash('sha256')
      .update(await clipboard.readText())
      .digest('hex')

  return {
    copied() {
      forget()
      after(SETTLED_MILLISECONDS, async () => {
        const ours = await sum()
        after(KEPT_MILLISECONDS - SETTLED_MILLISECONDS, async () => {
          if ((await sum()) === ours) await clipboard.writeText('')
        })
      })
    },
    clear() {
      forget()
      return clipboard.writeText('')
    },
  }
}
