import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { groupActivityFields, type GroupActivityFields } from '#core/caseload/activity'
import { failureOf } from '../../client.ts'
import { CodeSelect } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { MomentField } from '../../ui/date-field.tsx'
import { nowHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { DurationField, NumberField } from '../../ui/number-field.tsx'

/** An animation, in the axis that animations usually belong to. */
export const blankGroupActivity = (): GroupActivityFields => ({
  title: '',
  kind: 'animation',
  at: nowHere(),
  place: 'hall',
  durationMinutes: 60,
  headcount: 0,
  mandateAxis: 'youth',
  note: '',
})

type GroupActivityDialogProps = {
  start: GroupActivityFields
  /** Of the activity being corrected. */
  id?: string | undefined
  onClose: () => void
}

export function GroupActivityDialog({ start, id, onClose }: GroupActivityDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(groupActivityFields),
    defaultValues: start,
  })
  const at = useWatch({ control, name: 'at' })
  const save = useAct('groupActivities.save', { done: 'activities.groupSaved', quiet: true })
  const submit = handleSubmit((fields) =>
    save.mutate({ ...fields, ...(id !== undefined && { id }) }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      command="groupActivities.save"
      title={t(id === undefined ? 'activities.newGroup' : 'activities.editGroup')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
      size="large"
    >
      <Controlled control={control} name="title">
        {(field) => (
          <TextField
            label={t('activities.groupTitle')}
            placeholder={t('activities.groupTitleHint')}
            maxLength={200}
            autoFocus
            {...field}
          />
        )}
      </Controlled>
      <div className="columns-2">
        <Controlled control={control} name="kind">
          {(field) => <CodeSelect list="activityKind" on={at} label={t('activities.kind')} {...field} />}
        </Controlled>
        <Controlled control={control} name="headcount">
          {(field) => (
            <NumberField
              label={t('activities.headcount')}
              description={t('activities.headcountNote')}
              max={1000}
              {...field}
            />
          )}
        </Controlled>
        <Controlled control={control} name="at">
          {({ value, onChange }) => (
            <MomentField label={t('activities.when')} max={nowHere()} value={value} onChange={onChange} />
          )}
        </Controlled>
        <Controlled control={control} name="durationMinutes">
          {(field) => <DurationField label={t('activities.duration')} {...field} />}
        </Controlled>
        <Controlled control={control} name="place">
          {(field) => <CodeSelect list="place" on={at} label={t('activities.place')} {...field} />}
        </Controlled>
        <Controlled control={control} name="mandateAxis">
          {(field) => <CodeSelect list="mandateAxis" on={at} label={t('activities.axis')} {...field} />}
        </Controlled>
      </div>
      <Controlled control={control} name="note">
        {(field) => (
          <TextArea label={t('activities.note')} placeholder={t('activities.groupNoteHint')} {...field} />
        )}
      </Controlled>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
