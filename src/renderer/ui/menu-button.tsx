import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { Header, Menu as AriaMenu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { useMay } from '../role.ts'
import type { Action } from './menu.tsx'
import './button.css'
import './dialog.css'
import './menu-button.css'
import { Name } from './name.tsx'

export type ActionSection = { key: string; title: string; actions: readonly Action[] }

type MenuButtonProps = {
  /** The word on the button. */
  children: string
  /** Its whole name, when the word alone would not tell which record. */
  label: string
  sections: readonly ActionSection[]
}

/** A word that opens a choice of acts, in titled groups. A plain button until then, as `ActionMenu`: a board has one in every card. */
export function MenuButton({ children, label, sections }: MenuButtonProps) {
  const may = useMay()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const offered = sections.map((section) => ({
    ...section,
    actions: section.actions.filter(({ command }) => command === undefined || may(command)),
  }))
  if (offered.every(({ actions }) => actions.length === 0)) return null
  return (
    <>
      <button
        ref={button}
        type="button"
        className="menu-button"
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
        {children}
        <ChevronDown size={14} aria-hidden />
      </button>
      {isOpen && (
        <Popover
          isOpen
          onOpenChange={setOpen}
          triggerRef={button}
          aria-label={label}
          className="popover menu"
          placement="bottom start"
          offset={4}
        >
          <AriaMenu aria-label={label} autoFocus="first" onClose={() => setOpen(false)}>
            {offered
              .filter(({ actions }) => actions.length > 0)
              .map(({ key, title, actions }) => (
                <MenuSection key={key} className="menu-section">
                  <Header className="menu-title">{title}</Header>
                  {actions.map((action) => (
                    <MenuItem
                      key={action.key}
                      id={action.key}
                      className="menu-item"
                      onAction={action.onAction}
                    >
                      {action.icon}
                      {action.isName ? <Name>{action.label}</Name> : action.label}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
          </AriaMenu>
        </Popover>
      )}
    </>
  )
}
