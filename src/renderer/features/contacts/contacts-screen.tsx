import { useNavigate } from '@tanstack/react-router'
import { FileInput, MessageCircle, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { ContactDialog } from '../quick-note/quick-note-dialog.tsx'
import { useShellActions } from '../shell/shell-actions.ts'
import { ContactList } from './contact-list.tsx'
import { useContacts, type ContactRow } from './use-contacts.ts'

export function ContactsScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { openNote } = useShellActions()
  const { rows, total, more } = useContacts()
  const [opened, setOpened] = useState<ContactRow | null>(null)
  const isEmpty = rows?.length === 0
  return (
    <Page
      title={t('shell.contacts')}
      aside={total > 0 && t('contactList.count', { count: total })}
      actions={
        <>
          <Button
            icon={<FileInput size={17} aria-hidden />}
            onPress={() => void navigate({ to: '/import/contacts' })}
          >
            {t('importing.open')}
          </Button>
          {!isEmpty && (
            <Button
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
            <Button variant="primary" shortcut="Ctrl+N" onPress={openNote}>
              {t('contactList.write')}
            </Button>
          }
        >
          {t('contactList.emptyText')}
        </EmptyState>
      )}
      {rows !== undefined && rows.length > 0 && (
        <ContactList contacts={rows} onOpen={setOpened} onNearEnd={more} />
      )}
      {opened !== null && <ContactDialog contact={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
