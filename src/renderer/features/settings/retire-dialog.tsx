import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListValue } from '#core/caseload/lists'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/notice.tsx'

/** Asks for the last day a value may be chosen. */
export function RetireDialog({ value, onClose }: { value: ListValue; onClose: () => void }) {
  const { t } = useTranslation()
  const [on, setOn] = useState(todayHere)
  const retire = useAct('lists.retire', { done: 'settings.valueRetired', quiet: true })
  const { list, code, label } = value
  return (
    <FormDialog
      command="lists.retire"
      title={t('settings.retireTitle', { label: label.fr })}
      isOpen
      onClose={onClose}
      onSubmit={() => retire.mutate({ list, code, on }, { onSuccess: onClose })}
      isSaving={retire.isPending}
      submitLabel={t('form.remove')}
      size="small"
    >
      <DateField
        label={t('settings.lastDay')}
        description={t('settings.lastDayNote')}
        autoFocus
        value={on}
        onChange={(day) => day !== null && setOn(day)}
      />
      {retire.error && <FailureNotice failure={failureOf(retire.error)} />}
    </FormDialog>
  )
}
