import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Checkbox, TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'

/** The day the collection notice was read to a person. */
export function NoticeDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [readOn, setReadOn] = useState(todayHere())
  const [handed, setHanded] = useState(false)
  const [note, setNote] = useState('')
  const save = useAct('notices.save', { done: 'duties.noticeSaved', quiet: true })
  return (
    <FormDialog
      command="notices.save"
      title={t('duties.noticeRead')}
      isOpen
      size="small"
      onClose={onClose}
      isSaving={save.isPending}
      onSubmit={() => save.mutate({ personId, readOn, handed, note }, { onSuccess: onClose })}
    >
      <p className="quiet">{t('duties.noticeText')}</p>
      <DateField
        label={t('duties.readOn')}
        max={todayHere()}
        value={readOn}
        onChange={(day) => day !== null && setReadOn(day)}
      />
      <Checkbox value={handed} onChange={setHanded}>
        {t('duties.handed')}
      </Checkbox>
      <TextField
        label={t('duties.noticeNote')}
        placeholder={t('duties.noticeNoteHint')}
        maxLength={200}
        value={note}
        onChange={setNote}
      />
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
