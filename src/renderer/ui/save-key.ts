import type { KeyboardEvent } from 'react'

type Handlers = {
  onKeyDown: (event: KeyboardEvent) => void
  onKeyDownCapture: (event: KeyboardEvent) => void
}

/**
 * Ctrl+Enter anywhere in a form saves it; Ctrl+Shift+Enter too, in its other way when it has one. A text field hears it first and finishes what it holds; a button does not: to
 * it, Enter is a press.
 */
export function onSaveKey(save: () => void, saveOtherwise = save): Handlers {
  const handle = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) saveOtherwise()
    else save()
  }
  return {
    onKeyDown: handle,
    onKeyDownCapture: (event) => {
      if (event.target instanceof HTMLButtonElement) handle(event)
    },
  }
}
