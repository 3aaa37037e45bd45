import type { ReactNode } from 'react'
import './line.css'

type LineOpenerProps = {
  /** What opens, for who does not see the line. */
  label: string
  onOpen: () => void
  children: ReactNode
}

/** The part of a `.line` that names it and opens it; a press anywhere on the line is one on this. */
export function LineOpener({ label, onOpen, children }: LineOpenerProps) {
  return (
    <button type="button" className="line-open" aria-label={label} onClick={onOpen}>
      {children}
    </button>
  )
}
