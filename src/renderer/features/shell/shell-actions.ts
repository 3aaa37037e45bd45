import { createContext, use } from 'react'

export type ShellActionSet = {
  openNote: () => void
  openPalette: () => void
  openShortcuts: () => void
  toggleDiscreet: () => void
  lock: () => void
}

/** What any screen may ask of the window around it. */
export const ShellActions = createContext<ShellActionSet | null>(null)

export function useShellActions(): ShellActionSet {
  const actions = use(ShellActions)
  if (actions === null) throw new Error('useShellActions outside the shell')
  return actions
}
