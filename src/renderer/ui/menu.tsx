import { Ellipsis } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, Popover } from 'react-aria-components'
import type { CommandName } from '#shared/contract'
import { useMay } from '../role.ts'
import './button.css'
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

/**
 * What else can be done with a row or a record, behind an ellipsis; nothing when nothing can. Until it is opened it is a plain button:
 * a list has one in every row.
 */
export function ActionMenu({ label, actions }: { label: string; actions: readonly Action[] }) {
  const may = useMay()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const offered = actions.filter(({ command }) => command === undefined || may(command))
  if (offered.length === 0) return null
  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <Ellipsis size={18} aria-hidden />
      </button>
      {isOpen && (
        <Popover
          isOpen
          onOpenChange={setOpen}
          triggerRef={button}
          aria-label={label}
          className="popover menu"
          placement="bottom end"
          offset={4}
        >
          <AriaMenu aria-label={label} autoFocus="first" onClose={() => setOpen(false)}>
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
      )}
    </>
  )
}
