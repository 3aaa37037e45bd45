import { Pencil, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandName } from '#shared/contract'
import { ActionMenu, type Action } from '../../ui/menu.tsx'

/** The menu of a record: to correct it, to take it away, for whoever may `save` it. */
export function useRecordMenu(
  command: CommandName,
): (title: string, edit: () => void, remove: () => void, more?: Action[]) => ReactNode {
  const { t } = useTranslation()
  return (title, edit, remove, more = []) => (
    <ActionMenu
      label={t('people.recordActions', { title })}
      actions={[
        ...more,
        {
          key: 'edit',
          command,
          label: t('people.editRecord'),
          icon: <Pencil size={16} aria-hidden />,
          onAction: edit,
        },
        {
          key: 'remove',
          command,
          label: t('people.removeRecord'),
          icon: <Trash2 size={16} aria-hidden />,
          onAction: remove,
          isDanger: true,
        },
      ]}
    />
  )
}
