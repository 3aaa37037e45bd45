import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'
import type { AnyFailure } from '#shared/contract'
import type { TextKey } from './text/i18n.ts'

/** What a toast says. `undo` and `acts`: how many acts its button takes back or puts back. */
export type Said =
  | { type: 'done'; text: TextKey; undo: number }
  | { type: 'undone' | 'redone'; command: string; subject: string; acts: number }
  | { type: 'failure'; failure: AnyFailure }
  | { type: 'reminder'; count: number }

/** The one queue of toasts, drawn by `ui/toast.tsx`. */
export const toasts = new ToastQueue<Said>({ maxVisibleToasts: 2 })

/** Long enough to read and reach the button; Ctrl+Z does the same afterwards. A failure stays until closed. */
const LASTING = { timeout: 8000 }

/** Says that an act is done, with Undo beside it when it left `acts` to take back: commands the person sees as one. */
export const announceDone = (text: TextKey, acts = 0): void => {
  toasts.clear()
  toasts.add({ type: 'done', text, undo: acts }, LASTING)
}
export const announceHistory = (
  type: 'undone' | 'redone',
  act: { command: string; subject: string },
  acts: number,
): void => {
  toasts.clear()
  toasts.add({ type, ...act, acts }, LASTING)
}
/** Undo takes back the last act: beside the words of an older one, its button would take back another than it says. */
export const withdrawUndo = (): void => {
  for (const { key, content } of toasts.visibleToasts)
    if (content.type !== 'failure' && content.type !== 'reminder') toasts.close(key)
}
/** How many follow-ups are due, and nothing of them: the window may be in sight of anybody. */
export const announceReminder = (count: number): void => {
  toasts.add({ type: 'reminder', count })
}
export const announceFailure = (failure: AnyFailure): void => {
  toasts.add({ type: 'failure', failure })
}
