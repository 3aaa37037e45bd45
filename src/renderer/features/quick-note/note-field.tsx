import { useTranslation } from 'react-i18next'
import { TextArea } from '../../ui/field.tsx'
import { SealableField } from '../contacts/sealable-field.tsx'
import type { Note } from './note.ts'

type NoteFieldProps = {
  /** Of the contact being corrected. */
  id: string | undefined
  note: Note
  error: string | undefined
  onChange: (changes: Partial<Note>) => void
}

/** The text of a note and whether it is sealed. */
export function NoteField({ id, note, error, onChange }: NoteFieldProps) {
  const { t } = useTranslation()
  const onText = (text: string) => onChange({ note: text })
  return (
    <SealableField
      command="contacts.openNote"
      id={id}
      text={note.note}
      isSealed={note.noteSealed}
      onSealed={(noteSealed) => onChange({ noteSealed })}
      onText={onText}
    >
      <TextArea
        label={t('contacts.note')}
        error={error}
        rows={4}
        value={note.note}
        onChange={onText}
        spellCheck="true"
      />
    </SealableField>
  )
}
