import type { KeyboardEvent } from 'react'

type Handlers = {
  onKeyDown: (event: KeyboardEvent) => void
  onKeyDownCapture: (event: KeyboardEvent) => void
}

/** Ctrl+Enter, or the command key's. */
export const isSaveKey = ({
  key,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean => key === 'Enter' && (ctrlKey || metaKey)

/** A button takes Enter for a press, a part of a date or of an hour stops every key: neither has anything to finish. */
const keepsEnter = (target: EventTarget): boolean =>
  target instanceof HTMLButtonElement ||
  (target instanceof HTMLElement && target.getAttribute('role') === 'spinbutton')

/**
 * Ctrl+Enter anywhere in a form saves it; Ctrl+Shift+Enter too, in its other way when it has one. A text field hears it
 * first and finishes what it holds; what keeps Enter to itself does not.
 */
export function onSaveKey(save: () => void, saveOtherwise = save): Handlers {
  const handle = (event: KeyboardEvent) => {
    if (!isSaveKey(event)) return
    event.preventDefault()
    event.stopPropagation()
    // held down, it would save what comes after as well
    if (event.repeat) return
    if (event.shiftKey) saveOtherwise()
    else save()
  }
  return {
    onKeyDown: handle,
    onKeyDownCapture: (event) => {
      if (keepsEnter(event.target)) handle(event)
    },
  }
}
