import { useEffect, useEffectEvent } from 'react'
import { isTextField } from '../../ui/keys.ts'
import { isSaveKey } from '../../ui/save-key.ts'

/** `Ctrl+Shift+Z`, `F1`: the command key of a Mac counts as Ctrl. Never with Alt: AltGr types characters here. */
function keysOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.shiftKey && 'Shift', key]
    .filter(Boolean)
    .join('+')
}

/**
 * Shortcuts of the whole window. Those in `textKeepsItsOwn` are left to a text field when one has the focus: its own
 * undo, for instance.
 */
export function useShortcuts(
  shortcuts: Readonly<Record<string, () => void>>,
  textKeepsItsOwn: readonly string[],
): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.defaultPrevented) return
    const keys = keysOf(event)
    const run = shortcuts[keys]
    if (run === undefined || (textKeepsItsOwn.includes(keys) && isTextField(event.target))) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

/** Ctrl+Enter is for forms. Once one is saved the focus is back on the button that opened it: pressed once more, it would open it again. */
export function useSaveKeyForForms(): void {
  useEffect(() => {
    const keep = (event: KeyboardEvent) => {
      if (!isSaveKey(event)) return
      if (!(event.target instanceof HTMLButtonElement) || event.target.form !== null) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', keep, true)
    return () => window.removeEventListener('keydown', keep, true)
  }, [])
}
