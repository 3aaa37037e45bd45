import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../client.ts'
import { CodeSelect } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/notice.tsx'

type BondStageDialogProps = {
  personId: string
  /** The stage to begin with. */
  stage: string
  /** The day of the entry being corrected; null for one more. */
  replaces: string | null
  onClose: () => void
}

/** A stage of the bond and the day it was reached. */
export function BondStageDialog({ personId, stage: first, replaces, onClose }: BondStageDialogProps) {
  const { t } = useTranslation()
  const [stage, setStage] = useState(first)
  const [on, setOn] = useState(replaces ?? todayHere())
  const save = useAct('people.saveBondStage', { done: 'people.stageSaved', quiet: true })
  return (
    <FormDialog
      command="people.saveBondStage"
      title={t(replaces === null ? 'people.newStage' : 'people.editStage')}
      isOpen
      size="small"
      onClose={onClose}
      isSaving={save.isPending}
      onSubmit={() => save.mutate({ personId, stage, on, replaces }, { onSuccess: onClose })}
    >
      <CodeSelect list="bondStage" label={t('people.bondStage')} value={stage} onChange={setStage} />
      <DateField
        label={t('people.stageOn')}
        max={todayHere()}
        value={on}
        onChange={(day) => day !== null && setOn(day)}
      />
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
