import { ChevronDown } from 'lucide-react'
import { Header, MenuSection } from 'react-aria-components'
import type { CommandName } from '#shared/contract'
import { useMay } from '../role.ts'
import type { Action } from './menu.tsx'
import './button.css'
import './menu-button.css'
import { ActionItem, MenuOnDemand } from './menu-on-demand.tsx'

export type ActionSection = { key: string; title: string; actions: readonly Action[] }

type MenuButtonProps = {
  /** The word on the button. */
  children: string
  /** Its whole name, when the word alone would not tell which record. */
  label: string
  /** What all of them call: nothing is offered to whom the engine would refuse it. */
  command?: CommandName
  /** Made when it opens: a board has as many buttons as cards. */
  sections: () => readonly ActionSection[]
}

/** A word that opens a choice of acts, in titled groups. */
export function MenuButton({ children, label, command, sections }: MenuButtonProps) {
  const may = useMay()
  if (command !== undefined && !may(command)) return null
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
      {() =>
        sections()
          .filter(({ actions }) => actions.length > 0)
          .map(({ key, title, actions }) => (
            <MenuSection key={key} className="menu-section">
              <Header className="menu-title">{title}</Header>
              {actions.map((action) => (
                <ActionItem key={action.key} action={action} />
              ))}
            </MenuSection>
          ))
      }
    </MenuOnDemand>
  )
}
