import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../client.ts'
import { CodeSelect } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PersonField } from './people-picker.tsx'
import type { TieRow } from './ties-section.tsx'

type TieDialogProps = {
  /** Whose file is open. */
  personId: string
  /** Absent for a new one. */
  tie?: TieRow
  onClose: () => void
}

/** What joins two persons. */
export function TieDialog({ personId, tie, onClose }: TieDialogProps) {
  const { t } = useTranslation()
  const [otherId, setOtherId] = useState(tie?.otherId ?? null)
  const [kind, setKind] = useState(tie?.kind ?? 'friend')
  const [note, setNote] = useState(tie?.note ?? '')
  const [isTried, setTried] = useState(false)
  const save = useAct('ties.save', { done: 'ties.saved', quiet: true })
  const submit = () => {
    setTried(true)
    if (otherId === null) return
    save.mutate(
      { personId, otherId, kind, note, ...(tie !== undefined && { id: tie.id }) },
      { onSuccess: onClose },
    )
  }
  return (
    <FormDialog
      command="ties.save"
      title={t(tie === undefined ? 'ties.newTie' : 'ties.editTie')}
      isOpen
      onClose={onClose}
      isSaving={save.isPending}
      onSubmit={submit}
    >
      <div className="columns-2">
        <PersonField
          label={t('ties.with')}
          autoFocus
          value={otherId}
          onChange={setOtherId}
          error={isTried && otherId === null ? t('ties.whoNeeded') : undefined}
        />
        <CodeSelect list="tieKind" label={t('ties.kind')} value={kind} onChange={setKind} />
      </div>
      <TextField
        label={t('ties.note')}
        placeholder={t('ties.noteHint')}
        maxLength={200}
        value={note}
        onChange={setNote}
      />
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
