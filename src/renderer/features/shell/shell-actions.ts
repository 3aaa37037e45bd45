import { createContext, use, useEffect } from 'react'
import type { Named } from '../people/people-picker.tsx'

/** What can be written from anywhere, besides a note. */
export type Creation = 'person' | 'followUp' | 'referral' | 'incident' | 'resource'

export type ShellActionSet = {
  openNote: () => void
  openPalette: () => void
  /** Opens the guide at the page about the present screen. */
  openGuide: () => void
  openShortcuts: () => void
  /** Opens the form of a new record over the present screen. */
  create: (what: Creation) => void
  toggleDiscreet: () => void
  lock: () => void
  /** Whom Ctrl+N is about, while a screen is about somebody. */
  setNoteSubject: (person: Named | null) => void
}

/** What any screen may ask of the window around it. */
export const ShellActions = createContext<ShellActionSet | null>(null)

export function useShellActions(): ShellActionSet {
  const actions = use(ShellActions)
  if (actions === null) throw new Error('useShellActions outside the shell')
  return actions
}

/** The note éclair opened from this screen begins with this person. */
export function useNoteSubject(id: string, alias: string): void {
  const { setNoteSubject } = useShellActions()
  useEffect(() => {
    if (alias !== '') setNoteSubject({ id, alias })
    return () => setNoteSubject(null)
  }, [id, alias, setNoteSubject])
}
