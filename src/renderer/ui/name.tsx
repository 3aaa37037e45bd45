import type { ReactNode } from 'react'
import './name.css'

/**
 * The alias of a person, or a text that may hold one. In discreet mode it is drawn as bullets, always as many whatever its length, until the
 * pointer, the focus or an arrow key reaches it (or the row, link, option or chip that carries it). Assistive technology always reads the name.
 */
export function Name({ children }: { children: ReactNode }) {
  return (
    <span className="name">
      <span className="name-text">{children}</span>
    </span>
  )
}
