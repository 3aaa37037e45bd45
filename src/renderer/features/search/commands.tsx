import { useNavigate } from '@tanstack/react-router'
import { EyeOff, Keyboard, Lock, MessageCirclePlus, Redo2, Undo2, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { redo, undo } from '../../history.ts'
import { screens } from '../shell/rail.tsx'
import { useShellActions } from '../shell/shell-actions.ts'

export type PaletteCommand = { key: string; label: string; icon: LucideIcon; run: () => void }

/** What can be done from anywhere, then where one can go. */
export function useCommands(): PaletteCommand[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { openNote, toggleDiscreet, lock, openShortcuts } = useShellActions()
  return [
    { key: 'note', label: t('shell.quickNote'), icon: MessageCirclePlus, run: openNote },
    ...screens.map(({ to, label, icon }) => ({
      key: to,
      label: t('search.go', { screen: t(label) }),
      icon,
      run: () => void navigate({ to }),
    })),
    { key: 'undo', label: t('shell.shortcutUndo'), icon: Undo2, run: () => void undo() },
    { key: 'redo', label: t('shell.shortcutRedo'), icon: Redo2, run: () => void redo() },
    { key: 'discreet', label: t('shell.shortcutDiscreet'), icon: EyeOff, run: toggleDiscreet },
    { key: 'shortcuts', label: t('shell.shortcuts'), icon: Keyboard, run: openShortcuts },
    { key: 'lock', label: t('shell.shortcutLock'), icon: Lock, run: lock },
  ]
}
