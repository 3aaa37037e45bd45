import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { inSentence, type Lists } from '../../list-values.ts'
import type { RowOf } from '../../long-lists.ts'
import { Badge } from '../../ui/badge.tsx'
import { clock, duration, nearMoment } from '../../ui/dates.ts'
import { LineOpener } from '../../ui/line.tsx'
import { ActionMenu, editAction, removeAction } from '../../ui/menu.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import { SealedMark } from './sealed-note.tsx'

export type ContactRow = RowOf<'contacts.list'>

const firstLine = (note: string) => note.trim().split('\n', 1)[0] ?? ''

type ContactLineProps = {
  contact: ContactRow
  lists: Lists
  onOpen: (contact: ContactRow) => void
  onRemove: (id: string) => void
}

/**
 * A contact in two or three lines; the whole of it opens, its names open their files. Drawn once: the list renders at
 * each step of a scroll, its lines do not.
 */
export const ContactLine = memo(function ContactLine({
  contact,
  lists: allLists,
  onOpen,
  onRemove,
}: ContactLineProps) {
  const { t } = useTranslation()
  const { at, people, unidentifiedCount, kinds, themes, crisis } = contact
  const lists = allLists.on(at)
  const named = { what: lists.labels('contactKind', kinds), when: nearMoment(at) }
  const met = people.length + unidentifiedCount > 0
  return (
    <article className="line contact-line">
      <span className="contact-hour">{clock(at)}</span>
      <div className="grow">
        <p className="line-who contact-who">
          {met ? (
            <PeopleNames people={people} unidentifiedCount={unidentifiedCount} />
          ) : (
            t('contactList.nobody')
          )}{' '}
          {contact.incomplete && <Badge tone="information">{t('contacts.incomplete')}</Badge>}{' '}
          {crisis !== null && (
            <Badge tone="warning">
              {t('people.crisis', { label: inSentence(lists.label('crisis', crisis)) })}
            </Badge>
          )}
        </p>
        <p className="small quiet">
          <LineOpener label={t('contactList.open', named)} onOpen={() => onOpen(contact)}>
            {named.what}
          </LineOpener>
          {[
            ...(themes.length > 0 ? [inSentence(lists.labels('theme', themes))] : []),
            duration(contact.durationMinutes),
            lists.label('place', contact.place),
          ].map((part) => ` · ${part}`)}
        </p>
        {firstLine(contact.note) !== '' && <p className="contact-note">{firstLine(contact.note)}</p>}
        {contact.noteSealed && <SealedMark />}
      </div>
      <ActionMenu
        label={t('contactList.actions', named)}
        actions={[
          editAction('contacts.save', () => onOpen(contact)),
          removeAction('contacts.remove', () => onRemove(contact.id)),
        ]}
      />
    </article>
  )
})
