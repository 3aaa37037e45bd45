import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import './page.css'

type PageProps = {
  title: ReactNode
  /** Beside the title, quieter: a count, a date, badges. */
  aside?: ReactNode
  /** Buttons at the right, the main one last. */
  actions?: ReactNode
  /** `wide` for tables and boards; the ordinary column never exceeds what reads well. */
  width?: 'reading' | 'wide'
  children: ReactNode
}

/** A screen: its one title, its actions, its content. */
export function Page({ title, aside, actions, width = 'reading', children }: PageProps) {
  return (
    <div className="page" data-width={width}>
      <header className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {aside !== undefined && <span className="page-aside">{aside}</span>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** Content and a narrower column at its right, one under the other when there is no room. */
export function Columns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="page-columns">
      <div className="page-main">{children}</div>
      <aside className="page-side">{side}</aside>
    </div>
  )
}

type SectionProps = { title: string; actions?: ReactNode; children: ReactNode }

export function Section({ title, actions, children }: SectionProps) {
  return (
    <section className="section">
      <header className="section-head">
        <h2>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  )
}

type EmptyStateProps = { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode }

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon size={28} strokeWidth={1.5} aria-hidden />
      <p className="empty-title">{title}</p>
      {children !== undefined && <p className="empty-text">{children}</p>}
      {action}
    </div>
  )
}

/** Pairs of a label and what is known. */
export function Facts({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
