import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommandName } from '#shared/contract'
import { useMay } from '../role.ts'
import { t } from '../text/i18n.ts'
import './button.css'
import { ActionItem, MenuOnDemand } from './menu-on-demand.tsx'
import './select.css'

export type Action = {
  key: string
  label: string
  icon?: ReactNode
  onAction: () => void
  isDanger?: boolean
  /** Not offered to whom the engine would refuse it. */
  command?: CommandName
  /** The label is, or holds, a person's alias: masked in discreet mode. */
  isName?: boolean
}

/** The two that nearly every record has. */
export const editAction = (command: CommandName, onAction: () => void): Action => ({
  key: 'edit',
  command,
  label: t('form.edit'),
  icon: <Pencil size={16} aria-hidden />,
  onAction,
})
export const removeAction = (command: CommandName, onAction: () => void): Action => ({
  key: 'remove',
  command,
  label: t('form.remove'),
  icon: <Trash2 size={16} aria-hidden />,
  isDanger: true,
  onAction,
})

/** What else can be done with a row or a record, behind an ellipsis; nothing when nothing can. */
export function ActionMenu({ label, actions }: { label: string; actions: readonly Action[] }) {
  const may = useMay()
  const offered = actions.filter(({ command }) => command === undefined || may(command))
  if (offered.length === 0) return null
  return (
    <MenuOnDemand
      label={label}
      className="icon-button"
      face={<Ellipsis size={18} aria-hidden />}
      placement="bottom end"
    >
      {() => offered.map((action) => <ActionItem key={action.key} action={action} />)}
    </MenuOnDemand>
  )
}
