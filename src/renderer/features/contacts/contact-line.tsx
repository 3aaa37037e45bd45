import { Pencil, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { inSentence, type Lists } from '../../list-values.ts'
import type { RowOf } from '../../long-lists.ts'
import { Badge } from '../../ui/badge.tsx'
import { clock, duration, nearMoment } from '../../ui/dates.ts'
import { ActionMenu } from '../../ui/menu.tsx'
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
    <article className="contact-line">
      <span className="contact-hour">{clock(at)}</span>
      <div className="grow">
        <p className="contact-who">
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
          <button
            type="button"
            className="contact-open"
            aria-label={t('contactList.open', named)}
            onClick={() => onOpen(contact)}
          >
            {named.what}
          </button>
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
          {
            key: 'edit',
            command: 'contacts.save',
            label: t('form.edit'),
            icon: <Pencil size={16} aria-hidden />,
            onAction: () => onOpen(contact),
          },
          {
            key: 'remove',
            command: 'contacts.remove',
            label: t('form.remove'),
            icon: <Trash2 size={16} aria-hidden />,
            isDanger: true,
            onAction: () => onRemove(contact.id),
          },
        ]}
      />
    </article>
  )
})
