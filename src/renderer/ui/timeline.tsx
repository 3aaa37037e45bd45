import type { ReactNode } from 'react'
import './timeline.css'

/** The shape tells the record, so that colour is never alone: circle contact or referral, square follow-up, diamond incident, dot bond stage. */
type Marker = 'contact' | 'referral' | 'followUp' | 'incident' | 'bondStage'

export type TimelineItem = {
  key: string
  marker: Marker
  title: ReactNode
  /** After the title, quieter: when, how long, where. */
  aside?: ReactNode
  /** What is still to come or done with is drawn filled or hollow. */
  isFilled?: boolean
  actions?: ReactNode
  children?: ReactNode
}
export type TimelineGroup = { key: string; title: string; items: readonly TimelineItem[] }

export function Timeline({ label, groups }: { label: string; groups: readonly TimelineGroup[] }) {
  return (
    <section className="timeline" aria-label={label}>
      {groups.map((group) => (
        <div key={group.key}>
          <h2 className="timeline-month">{group.title}</h2>
          <ol>
            {group.items.map((item) => (
              <li key={item.key} className="timeline-item" data-marker={item.marker}>
                <span className="marker" data-filled={item.isFilled || undefined} aria-hidden="true" />
                <div className="timeline-head">
                  <h3>{item.title}</h3>
                  {item.aside !== undefined && <span className="timeline-aside">{item.aside}</span>}
                  {item.actions !== undefined && <span className="timeline-actions">{item.actions}</span>}
                </div>
                {item.children}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}
