import { useNavigate } from '@tanstack/react-router'
import {
  BookOpen,
  CalendarPlus,
  EyeOff,
  FileInput,
  Keyboard,
  Lock,
  MapPin,
  MessageCirclePlus,
  Redo2,
  Route,
  TriangleAlert,
  Undo2,
  UserPlus,
  type LucideIcon,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { actLabel, redo, undo } from '../../history.ts'
import { useRead } from '../../queries.ts'
import { screens } from '../shell/rail.tsx'
import { useShellActions } from '../shell/shell-actions.ts'

export type PaletteCommand = { key: string; label: string; icon: LucideIcon; run: () => void }

/** What can be done from anywhere, then where one can go. */
export function useCommands(): PaletteCommand[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { openNote, create, toggleDiscreet, lock, openGuide, openShortcuts } = useShellActions()
  const history = useRead('history.read', undefined).data
  return [
    { key: 'note', label: t('shell.quickNote'), icon: MessageCirclePlus, run: openNote },
    { key: 'person', label: t('people.newPerson'), icon: UserPlus, run: () => create('person') },
    { key: 'followUp', label: t('followUps.newFollowUp'), icon: CalendarPlus, run: () => create('followUp') },
    { key: 'referral', label: t('referrals.newReferral'), icon: Route, run: () => create('referral') },
    { key: 'incident', label: t('incidents.newTitle'), icon: TriangleAlert, run: () => create('incident') },
    { key: 'resource', label: t('resources.newResource'), icon: MapPin, run: () => create('resource') },
    ...screens.map(({ to, label, icon }) => ({
      key: to,
      label: t('search.go', { screen: t(label) }),
      icon,
      run: () => void navigate({ to }),
    })),
    {
      key: 'importContacts',
      label: t('importing.importContacts'),
      icon: FileInput,
      run: () => void navigate({ to: '/import/contacts' }),
    },
    {
      key: 'importResources',
      label: t('importing.importResources'),
      icon: FileInput,
      run: () => void navigate({ to: '/import/resources' }),
    },
    ...(history?.undo
      ? [
          {
            key: 'undo',
            label: t('search.undo', { act: actLabel(history.undo.command) }),
            icon: Undo2,
            run: () => void undo(),
          },
        ]
      : []),
    ...(history?.redo
      ? [
          {
            key: 'redo',
            label: t('search.redo', { act: actLabel(history.redo.command) }),
            icon: Redo2,
            run: () => void redo(),
          },
        ]
      : []),
    { key: 'discreet', label: t('shell.shortcutDiscreet'), icon: EyeOff, run: toggleDiscreet },
    { key: 'guide', label: t('guide.open'), icon: BookOpen, run: openGuide },
    { key: 'shortcuts', label: t('shell.shortcuts'), icon: Keyboard, run: openShortcuts },
    { key: 'lock', label: t('shell.shortcutLock'), icon: Lock, run: lock },
  ]
}
