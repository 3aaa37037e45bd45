import { memo, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { LongList } from '../../long-lists.ts'
import { useLists } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { duration, longDay, nearDay } from '../../ui/dates.ts'
import { WindowedList } from '../../ui/long-list.tsx'
import { ContactLine, type ContactRow } from './contact-line.tsx'
import './contacts.css'
import { dayHeading } from './day-heading.ts'

type ContactListProps = { contacts: LongList<ContactRow>; onOpen: (contact: ContactRow) => void }

/** By day, the newest first: a hundred thousand contacts scroll like ten. */
export function ContactList({ contacts, onOpen }: ContactListProps) {
  const { t } = useTranslation()
  const lists = useLists()
  const { mutate } = useAct('contacts.remove', { done: 'contacts.removed' })
  const remove = useCallback((id: string) => mutate({ id }), [mutate])
  return (
    <WindowedList list={contacts} label={t('shell.contacts')} rowHeight={90} className="contact-list">
      {(contact, index) => {
        const heading = dayHeading(contacts.rowAt, index, contacts.total ?? 0)
        return (
          <>
            {heading && <Day day={heading.day} count={heading.sum?.count} minutes={heading.sum?.minutes} />}
            <ContactLine contact={contact} lists={lists} onOpen={onOpen} onRemove={remove} />
          </>
        )
      }}
    </WindowedList>
  )
}

type DayProps = { day: string; count: number | undefined; minutes: number | undefined }

const Day = memo(function Day({ day, count, minutes }: DayProps) {
  const { t } = useTranslation()
  const near = nearDay(day)
  const long = longDay(day)
  const isNear = near === t('time.today') || near === t('time.yesterday')
  return (
    <header className="contact-day">
      <h2>{isNear ? t('time.nearDay', { near, day: long }) : long}</h2>
      {count !== undefined && minutes !== undefined && (
        <span className="small muted">
          {t('contactList.dayTotal', { count, duration: duration(minutes) })}
        </span>
      )}
    </header>
  )
})
