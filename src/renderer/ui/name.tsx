import './name.css'

/**
 * The alias of a person. In discreet mode it is drawn as bullets, always as many whatever its length, until the pointer
 * or the focus reaches it (or the row, link or chip that carries it). Assistive technology always reads the name.
 */
export function Name({ children }: { children: string }) {
  return (
    <span className="name">
      <span className="name-text">{children}</span>
    </span>
  )
}
