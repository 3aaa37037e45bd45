import { useTranslation } from 'react-i18next'
import type { RowOf } from '../../long-lists.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ReadOnly } from '../../ui/read-only.tsx'
import type { Named } from '../people/people-picker.tsx'
import { ContactForm } from './contact-form.tsx'
import { QuickNote } from './quick-note.tsx'

type QuickNoteDialogProps = { isOpen: boolean; onClose: () => void; person?: Named }

/** The note éclair over any screen (Ctrl+N). */
export function QuickNoteDialog({ isOpen, onClose, person }: QuickNoteDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('contacts.quickNote')} isOpen={isOpen} onClose={onClose} size="large">
      <QuickNote {...(person && { person })} onSaved={onClose} />
    </Dialog>
  )
}

type ContactDialogProps = { contact: RowOf<'contacts.list'>; onClose: () => void }

/** Corrects a contact already saved. It leaves the draft of the note éclair alone. */
export function ContactDialog({ contact, onClose }: ContactDialogProps) {
  const { id, personIds: _, ...fields } = contact
  const { t } = useTranslation()
  return (
    <Dialog title={t('contacts.editTitle')} isOpen onClose={onClose} size="large">
      <ReadOnly command="contacts.save">
        <ContactForm
          id={id}
          start={{ note: fields, keepsDraft: false, isRestored: false }}
          onSaved={onClose}
        />
      </ReadOnly>
    </Dialog>
  )
}
