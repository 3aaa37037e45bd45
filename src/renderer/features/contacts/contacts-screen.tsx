import { useNavigate } from '@tanstack/react-router'
import { FileInput, MessageCircle, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactFilter } from '#core/caseload/filter'
import { useLongList } from '../../long-lists.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { ContactFilterBar } from '../filters/contact-filter-bar.tsx'
import { ContactDialog } from '../quick-note/quick-note-dialog.tsx'
import { useShellActions } from '../shell/shell-actions.ts'
import type { ContactRow } from './contact-line.tsx'
import { ContactList } from './contact-list.tsx'

export function ContactsScreen({ filter }: { filter: ContactFilter }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { openNote } = useShellActions()
  const contacts = useLongList('contacts.list', { filter })
  const { total } = contacts
  const [opened, setOpened] = useState<ContactRow | null>(null)
  const isFiltered = Object.keys(filter).length > 0
  const isEmpty = total === 0 && !isFiltered
  return (
    <Page
      title={t('shell.contacts')}
      aside={total !== undefined && total > 0 && t('contactList.count', { count: total })}
      actions={
        <>
          <Button
            command="import.apply"
            icon={<FileInput size={17} aria-hidden />}
            onPress={() => void navigate({ to: '/import/contacts' })}
          >
            {t('importing.open')}
          </Button>
          {!isEmpty && (
            <Button
              command="contacts.save"
              variant="primary"
              icon={<Plus size={17} aria-hidden />}
              shortcut="Ctrl+N"
              onPress={openNote}
            >
              {t('contactList.newContact')}
            </Button>
          )}
        </>
      }
    >
      {isEmpty && (
        <EmptyState
          icon={MessageCircle}
          title={t('contactList.emptyTitle')}
          action={
            <Button command="contacts.save" variant="primary" shortcut="Ctrl+N" onPress={openNote}>
              {t('contactList.write')}
            </Button>
          }
        >
          {t('contactList.emptyText')}
        </EmptyState>
      )}
      {total !== undefined && !isEmpty && <ContactFilterBar filter={filter} />}
      {total === 0 && isFiltered && (
        <EmptyState icon={SearchX} title={t('filters.noneTitle')}>
          {t('filters.noneText')}
        </EmptyState>
      )}
      {total !== undefined && total > 0 && (
        <ContactList key={JSON.stringify(filter)} contacts={contacts} onOpen={setOpened} />
      )}
      {opened !== null && <ContactDialog contact={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
