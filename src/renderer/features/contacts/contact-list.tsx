import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactFilter } from '#core/caseload/filter'
import { useLists } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { duration, longDay, nearDay } from '../../ui/dates.ts'
import { scroller, topIn } from '../../ui/long-list.tsx'
import { ContactLine } from './contact-line.tsx'
import './contacts.css'
import { dayHeading, type DayHeading } from './day-heading.ts'
import { useContacts, type ContactRow } from './use-contacts.ts'

type ContactListProps = {
  filter: ContactFilter
  /** How many the filter lets through. */
  total: number
  onOpen: (contact: ContactRow) => void
}

const ROW = 90

/** Only what is near the window is in the page, and in memory: a hundred thousand contacts scroll like ten. The whole screen scrolls. */
export function ContactList({ filter, total: count, onOpen }: ContactListProps) {
  const lists = useLists()
  const { mutate } = useAct('contacts.remove', { done: 'contacts.removed' })
  const remove = useCallback((id: string) => mutate({ id }), [mutate])
  const [scrollMargin, setScrollMargin] = useState(0)
  const measureTop = useCallback((list: HTMLElement | null) => {
    if (list !== null) setScrollMargin(topIn(list))
  }, [])
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used here
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: scroller,
    estimateSize: () => ROW,
    scrollMargin,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()
  const { total, rowAt } = useContacts(filter, {
    first: items[0]?.index ?? 0,
    last: items.at(-1)?.index ?? 0,
  })

  return (
    <div ref={measureTop} className="contact-list" style={{ height: virtualizer.getTotalSize() }}>
      {items.map(({ index, key, start }) => {
        const contact = rowAt(index)
        const heading = dayHeading(rowAt, index, total)
        return (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className="contact-place"
            style={{ transform: `translateY(${start - scrollMargin}px)` }}
          >
            {heading && <Day heading={heading} />}
            {contact === undefined ? (
              <div className="contact-line contact-waiting" style={{ height: ROW }} aria-hidden="true" />
            ) : (
              <ContactLine contact={contact} lists={lists} onOpen={onOpen} onRemove={remove} />
            )}
          </div>
        )
      })}
    </div>
  )
}

function Day({ heading: { day, sum } }: { heading: DayHeading }) {
  const { t } = useTranslation()
  const near = nearDay(day)
  const long = longDay(day)
  const isNear = near === t('time.today') || near === t('time.yesterday')
  return (
    <header className="contact-day">
      <h2>{isNear ? t('time.nearDay', { near, day: long }) : long}</h2>
      {sum && (
        <span className="small muted">
          {t('contactList.dayTotal', { count: sum.count, duration: duration(sum.minutes) })}
        </span>
      )}
    </header>
  )
}
