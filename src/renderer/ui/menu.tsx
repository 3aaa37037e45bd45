import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { CommandName } from '#shared/contract'
import { useMay } from '../role.ts'
import { IconButton } from './button.tsx'
import './dialog.css'
import { Name } from './name.tsx'
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

/** What else can be done with a row or a record, behind an ellipsis; nothing when nothing can. */
export function ActionMenu({ label, actions }: { label: string; actions: readonly Action[] }) {
  const may = useMay()
  const offered = actions.filter(({ command }) => command === undefined || may(command))
  if (offered.length === 0) return null
  return (
    <MenuTrigger>
      <IconButton label={label} icon={<Ellipsis size={18} aria-hidden />} />
      <Popover className="popover menu" placement="bottom end" offset={4}>
        <AriaMenu aria-label={label}>
          {offered.map((action) => (
            <MenuItem
              key={action.key}
              id={action.key}
              className="menu-item"
              data-danger={action.isDanger || undefined}
              onAction={action.onAction}
            >
              {action.icon}
              {action.isName ? <Name>{action.label}</Name> : action.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
