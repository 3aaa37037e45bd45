import type { ReactNode } from 'react'

/** Texts as they will read: in a frame of its own height, scrolled by the keyboard too. */
export function ReviewedList({ label, children }: { label: string; children: ReactNode }) {
  return (
    // a list that scrolls is a stop of the keyboard
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className="lines reviewed" aria-label={label} tabIndex={0}>
      {children}
    </ul>
  )
}
