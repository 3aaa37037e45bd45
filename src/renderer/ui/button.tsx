import type { ReactNode, Ref } from 'react'
import {
  Button as AriaButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components'
import type { CommandName } from '#shared/contract'
import { useMay } from '../role.ts'
import './button.css'
import { Kbd } from './kbd.tsx'

/** What the button does or begins: not drawn for whom the engine would refuse it. */
type Guarded = { command?: CommandName }

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> &
  Guarded & {
    /** `primary` at most once per screen; `plain` has no edge until hovered. */
    variant?: 'primary' | 'quiet' | 'plain' | 'danger'
    icon?: ReactNode
    /** Shown on the button, as `Ctrl+N`. */
    shortcut?: string | undefined
    children: ReactNode
    ref?: Ref<HTMLButtonElement>
  }

export function Button({ command, variant = 'quiet', icon, shortcut, children, ...props }: ButtonProps) {
  const may = useMay()
  if (command !== undefined && !may(command)) return null
  return (
    <AriaButton {...props} className="button" data-variant={variant}>
      {icon}
      <span>{children}</span>
      {shortcut !== undefined && (
        // the name of the button is its word alone
        <span aria-hidden="true">
          <Kbd keys={shortcut} />
        </span>
      )}
    </AriaButton>
  )
}

type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> &
  Guarded & {
    /** Its name, also shown when hovered or focused. */
    label: string
    /** Shown instead, where the name has an alias: a tooltip shows itself under a pointer that rests. */
    tip?: string
    icon: ReactNode
    edge?: boolean
  }

export function IconButton({ command, label, tip = label, icon, edge = false, ...props }: IconButtonProps) {
  const may = useMay()
  if (command !== undefined && !may(command)) return null
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...props} aria-label={label} className="icon-button" data-edge={edge || undefined}>
        {icon}
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {tip}
      </Tooltip>
    </TooltipTrigger>
  )
}
