import { useRef, useState, type ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, Popover, type PopoverProps } from 'react-aria-components'
import type { Action } from './menu.tsx'
import './dialog.css'
import { Name } from './name.tsx'

type MenuOnDemandProps = {
  label: string
  /** Of the button. */
  className: string
  /** What the button shows. */
  face: ReactNode
  placement: NonNullable<PopoverProps['placement']>
  /** Items, or sections of them; asked for when it opens. */
  children: () => ReactNode
}

/** A menu that is a plain button until it is opened: a list has one in every row. */
export function MenuOnDemand({ label, className, face, placement, children }: MenuOnDemandProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
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
        {face}
      </button>
      {isOpen && (
        <Popover
          isOpen
          onOpenChange={setOpen}
          triggerRef={button}
          aria-label={label}
          className="popover menu"
          placement={placement}
          offset={4}
        >
          <AriaMenu aria-label={label} autoFocus="first" onClose={() => setOpen(false)}>
            {children()}
          </AriaMenu>
        </Popover>
      )}
    </>
  )
}

export function ActionItem({ action }: { action: Action }) {
  return (
    <MenuItem
      id={action.key}
      className="menu-item"
      data-danger={action.isDanger || undefined}
      onAction={action.onAction}
    >
      {action.icon}
      {action.isName ? <Name>{action.label}</Name> : action.label}
    </MenuItem>
  )
}
