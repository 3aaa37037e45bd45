import { Link } from '@tanstack/react-router'
import { PencilLine } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useLists } from '../../lists.tsx'
import { IconButton } from '../../ui/button.tsx'
import { glance, nearMoment } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import { ContactDialog } from '../quick-note/quick-note-dialog.tsx'

type Contact = Output<'today.read'>['incompleteContacts'][number]

/** More would push the rest of today out of sight. */
const SHOWN = 4

/** What was written in a hurry and waits for its end. Nothing when there is none. */
export function IncompleteContacts({ contacts, count }: { contacts: readonly Contact[]; count: number }) {
  const { t } = useTranslation()
  const [completing, setCompleting] = useState<Contact | null>(null)
  const left = count - Math.min(contacts.length, SHOWN)
  if (contacts.length === 0) return null
  return (
    <Section
      title={t('today.incomplete')}
      actions={
        <Link to="/contacts" search={{ incomplete: true }} className="text-link small">
          {t('today.all')}
        </Link>
      }
    >
      <ul className="lines">
        {contacts.slice(0, SHOWN).map((contact) => (
          <Line key={contact.id} contact={contact} onComplete={() => setCompleting(contact)} />
        ))}
      </ul>
      {left > 0 && (
        <Link to="/contacts" search={{ incomplete: true }} className="text-link small others">
          {t('today.otherIncomplete', { count: left })}
        </Link>
      )}
      {completing !== null && <ContactDialog contact={completing} onClose={() => setCompleting(null)} />}
    </Section>
  )
}

function Line({ contact, onComplete }: { contact: Contact; onComplete: () => void }) {
  const { t } = useTranslation()
  const { at, people, unidentifiedCount, kinds, note } = contact
  const lists = useLists().on(at)
  const what = lists.labels('contactKind', kinds)
  const met = people.length + unidentifiedCount > 0
  return (
    <li className="agenda-line">
      <span className="agenda-when">{glance(at)}</span>
      <div className="grow">
        <p className="agenda-who">
          {met ? (
            <PeopleNames people={people} unidentifiedCount={unidentifiedCount} />
          ) : (
            t('contactList.nobody')
          )}
        </p>
        <p className="small quiet one-line">{note.trim() === '' ? what : note.trim()}</p>
      </div>
      <IconButton
        command="contacts.save"
        edge
        label={t('today.completeIt', { what, when: nearMoment(at) })}
        icon={<PencilLine size={15} aria-hidden />}
        onPress={onComplete}
      />
    </li>
  )
}
