import type { ReactNode } from 'react'
import './page.css'

export type Tone = 'plain' | 'accent' | 'ok' | 'warning' | 'danger' | 'information'

/** A state in a word; the colour only repeats what the word says. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  )
}
