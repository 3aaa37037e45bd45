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
import type { CommandName } from '#shared/contract'
import { actLabel, redo, undo } from '../../history.ts'
import { useRead } from '../../queries.ts'
import { useMay } from '../../role.ts'
import { screens } from '../shell/rail.tsx'
import { useShellActions } from '../shell/shell-actions.ts'

export type PaletteCommand = {
  key: string
  label: string
  /** Of a command that goes to a screen, the name of that screen. */
  screen?: string
  icon: LucideIcon
  run: () => void
  /** Not offered to whom the engine would refuse it. */
  command?: CommandName
}

/** What can be done from anywhere, then where one can go. */
export function useCommands(): PaletteCommand[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { openNote, create, toggleDiscreet, lock, openGuide, openShortcuts } = useShellActions()
  const history = useRead('history.read', undefined).data
  const may = useMay()
  const commands: PaletteCommand[] = [
    {
      key: 'note',
      command: 'contacts.save',
      label: t('shell.quickNote'),
      icon: MessageCirclePlus,
      run: openNote,
    },
    {
      key: 'person',
      command: 'people.save',
      label: t('people.newPerson'),
      icon: UserPlus,
      run: () => create('person'),
    },
    {
      key: 'followUp',
      command: 'followUps.save',
      label: t('followUps.newFollowUp'),
      icon: CalendarPlus,
      run: () => create('followUp'),
    },
    {
      key: 'referral',
      command: 'referrals.save',
      label: t('referrals.newReferral'),
      icon: Route,
      run: () => create('referral'),
    },
    {
      key: 'incident',
      command: 'incidents.save',
      label: t('incidents.newTitle'),
      icon: TriangleAlert,
      run: () => create('incident'),
    },
    {
      key: 'resource',
      command: 'resources.save',
      label: t('resources.newResource'),
      icon: MapPin,
      run: () => create('resource'),
    },
    ...screens.map(({ to, label, icon }) => ({
      key: to,
      label: t('search.go', { screen: t(label) }),
      screen: t(label),
      icon,
      run: () => void navigate({ to }),
    })),
    {
      key: 'importContacts',
      command: 'import.apply',
      label: t('importing.importContacts'),
      icon: FileInput,
      run: () => void navigate({ to: '/import/contacts' }),
    },
    {
      key: 'importResources',
      command: 'import.apply',
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
  return commands.filter(({ command }) => command === undefined || may(command))
}
