import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandName } from '#shared/contract'
import { ActionMenu, editAction, removeAction, type Action } from '../../ui/menu.tsx'

/** The menu of a record: to correct it, to take it away, for whoever may `save` it. */
export function useRecordMenu(
  command: CommandName,
): (title: string, edit: () => void, remove: () => void, more?: Action[]) => ReactNode {
  const { t } = useTranslation()
  return (title, edit, remove, more = []) => (
    <ActionMenu
      label={t('people.recordActions', { title })}
      actions={[...more, editAction(command, edit), removeAction(command, remove)]}
    />
  )
}
