import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { duration, longDay, nearDay } from '../../ui/dates.ts'
import { byDay, type DayLine } from './by-day.ts'
import { ContactLine } from './contact-line.tsx'
import './contacts.css'
import type { ContactRow } from './use-contacts.ts'

type ContactListProps = {
  contacts: readonly ContactRow[]
  onOpen: (contact: ContactRow) => void
  /** The end of what is loaded comes near. */
  onNearEnd: () => void
}

const scroller = () => document.getElementById('content')

/** Only what is near the window is in the page: ten thousand contacts scroll like ten. The whole screen scrolls. */
export function ContactList({ contacts, onOpen, onNearEnd }: ContactListProps) {
  const lines = useMemo(() => byDay(contacts), [contacts])
  const [scrollMargin, setScrollMargin] = useState(0)
  const measureTop = useCallback((list: HTMLElement | null) => {
    if (list !== null) setScrollMargin(topIn(list))
  }, [])
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used here
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: scroller,
    estimateSize: (index) => (lines[index]?.type === 'day' ? 56 : 76),
    getItemKey: (index) => lines[index]?.key ?? index,
    scrollMargin,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()

  const nearEnd = useEffectEvent(onNearEnd)
  const isNearEnd = (items.at(-1)?.index ?? 0) > lines.length - 40
  useEffect(() => {
    if (isNearEnd) nearEnd()
  }, [isNearEnd, lines.length])

  return (
    <div ref={measureTop} className="contact-list" style={{ height: virtualizer.getTotalSize() }}>
      {items.map(({ index, key, start }) => (
        <div
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          className="contact-place"
          style={{ transform: `translateY(${start - scrollMargin}px)` }}
        >
          <Line line={lines[index]} onOpen={onOpen} />
        </div>
      ))}
    </div>
  )
}

/** How far below the top of what scrolls a list begins; a banner that goes later only shifts which lines are drawn ahead. */
function topIn(list: HTMLElement): number {
  const frame = scroller()
  if (frame === null) return 0
  return list.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop
}

type LineProps = { line: DayLine<ContactRow> | undefined; onOpen: (contact: ContactRow) => void }

function Line({ line, onOpen }: LineProps) {
  const { t } = useTranslation()
  if (line === undefined) return null
  if (line.type === 'contact') return <ContactLine contact={line.contact} onOpen={onOpen} />
  const near = nearDay(line.day)
  const long = longDay(line.day)
  const isNear = near === t('time.today') || near === t('time.yesterday')
  return (
    <header className="contact-day">
      <h2>{isNear ? t('time.nearDay', { near, day: long }) : long}</h2>
      <span className="small muted">
        {t('contactList.dayTotal', { count: line.count, duration: duration(line.minutes) })}
      </span>
    </header>
  )
}
