import { ChevronDown } from 'lucide-react'
import {
  Button,
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
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

/** A word that opens a choice of acts, in titled groups. */
export function MenuButton({ children, label, sections }: MenuButtonProps) {
  const may = useMay()
  const offered = sections.map((section) => ({
    ...section,
    actions: section.actions.filter(({ command }) => command === undefined || may(command)),
  }))
  if (offered.every(({ actions }) => actions.length === 0)) return null
  return (
    <MenuTrigger>
      <Button className="menu-button" aria-label={label}>
        {children}
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover menu" placement="bottom start" offset={4}>
        <AriaMenu aria-label={label}>
          {offered
            .filter(({ actions }) => actions.length > 0)
            .map(({ key, title, actions }) => (
              <MenuSection key={key} className="menu-section">
                <Header className="menu-title">{title}</Header>
                {actions.map((action) => (
                  <MenuItem key={action.key} id={action.key} className="menu-item" onAction={action.onAction}>
                    {action.icon}
                    {action.isName ? <Name>{action.label}</Name> : action.label}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
