import { ChevronDown } from 'lucide-react'
import { Header, MenuSection } from 'react-aria-components'
import { useMay } from '../role.ts'
import { offeredTo, type Action } from './menu.tsx'
import './button.css'
import './menu-button.css'
import { ActionItem, MenuOnDemand } from './menu-on-demand.tsx'

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
  const offered = sections
    .map((section) => ({ ...section, actions: offeredTo(may, section.actions) }))
    .filter(({ actions }) => actions.length > 0)
  if (offered.length === 0) return null
  return (
    <MenuOnDemand
      label={label}
      className="menu-button"
      face={
        <>
          {children}
          <ChevronDown size={14} aria-hidden />
        </>
      }
      placement="bottom start"
    >
      {offered.map(({ key, title, actions }) => (
        <MenuSection key={key} className="menu-section">
          <Header className="menu-title">{title}</Header>
          {actions.map((action) => (
            <ActionItem key={action.key} action={action} />
          ))}
        </MenuSection>
      ))}
    </MenuOnDemand>
  )
}
