import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../queries.ts'
import { useMay } from '../../role.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, TextArea } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import type { Note } from './note.ts'

type NoteFieldProps = {
  /** Of the contact being corrected. */
  id: string | undefined
  note: Note
  onChange: (changes: Partial<Note>) => void
}

/** The text of a note and whether it is sealed. One already sealed stays closed, and as it is, until its writer opens it here. */
export function NoteField({ id, note, onChange }: NoteFieldProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [isClosed, setClosed] = useState(id !== undefined && note.noteSealed && note.note === '')
  const open = useAct('contacts.openNote', { quiet: true })
  if (isClosed && id !== undefined)
    return (
      <div className="sealed-note">
        <p className="sealed-head">
          <LockKeyhole size={15} aria-hidden /> {t('sealed.title')}
          {may('contacts.openNote') ? (
            <Button
              variant="plain"
              isDisabled={open.isPending}
              onPress={() =>
                open.mutate(
                  { id },
                  {
                    onSuccess: ({ note }) => {
                      onChange({ note })
                      setClosed(false)
                    },
                  },
                )
              }
            >
              {t('sealed.edit')}
            </Button>
          ) : (
            <span className="small quiet">{t('sealed.workerOnly')}</span>
          )}
        </p>
        {open.error && <FailureNotice failure={open.error.failure} />}
      </div>
    )
  return (
    <div className="note-field">
      <TextArea
        label={t('contacts.note')}
        rows={4}
        value={note.note}
        onChange={(text) => onChange({ note: text })}
        spellCheck="true"
      />
      <Checkbox value={note.noteSealed} onChange={(noteSealed) => onChange({ noteSealed })}>
        {t('sealed.seal')}
      </Checkbox>
      {note.noteSealed && <p className="small quiet">{t('sealed.sealNote')}</p>}
    </div>
  )
}
