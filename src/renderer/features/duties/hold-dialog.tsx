import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths } from '#core/caseload/calendar'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import type { RetentionRow } from './retention-tab.tsx'

/** Keeps a closed file longer, and says why. */
export function HoldDialog({ row, onClose }: { row: RetentionRow; onClose: () => void }) {
  const { t } = useTranslation()
  const [until, setUntil] = useState(row.heldUntil ?? addMonths(todayHere(), 12))
  const [words, setWords] = useState(row.holdWords)
  const hold = useAct('retention.hold', { done: 'duties.held', quiet: true })
  return (
    <FormDialog
      command="retention.hold"
      title={t('duties.hold')}
      isOpen
      size="small"
      onClose={onClose}
      isSaving={hold.isPending}
      onSubmit={() => hold.mutate({ personId: row.id, until, words }, { onSuccess: onClose })}
    >
      <DateField
        label={t('duties.holdUntil')}
        value={until}
        onChange={(day) => day !== null && setUntil(day)}
      />
      <TextField
        label={t('duties.holdWords')}
        placeholder={t('duties.holdHint')}
        maxLength={200}
        value={words}
        onChange={setWords}
      />
      {hold.error && <FailureNotice failure={failureOf(hold.error)} />}
    </FormDialog>
  )
}
