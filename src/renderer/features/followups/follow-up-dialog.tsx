import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { blankFollowUp as blank, followUpFields, type FollowUpFields } from '#core/caseload/follow-up'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField, TimeField } from '../../ui/date-field.tsx'
import { addDays, todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PersonField } from '../people/people-picker.tsx'

export const blankFollowUp = (): FollowUpFields => ({
  ...blank,
  title: '',
  dueOn: addDays(todayHere(), 1),
})

type FollowUpDialogProps = {
  start: FollowUpFields
  /** Of the follow-up being corrected. */
  id?: string | undefined
  onClose: () => void
}

export function FollowUpDialog({ start, id, onClose }: FollowUpDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit } = useForm({ resolver: zodResolver(followUpFields), defaultValues: start })
  const save = useAct('followUps.save', { done: 'followUps.saved', quiet: true })
  const submit = handleSubmit((fields) =>
    save.mutate({ ...fields, ...(id !== undefined && { id }) }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      title={t(id === undefined ? 'followUps.newFollowUp' : 'followUps.editTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isSaving={save.isPending}
    >
      <Controlled control={control} name="title">
        {(field) => (
          <TextField
            label={t('followUps.what')}
            placeholder={t('followUps.whatHint')}
            maxLength={200}
            autoFocus
            {...field}
          />
        )}
      </Controlled>
      <Controlled control={control} name="personId">
        {(field) => (
          <PersonField label={t('followUps.who')} description={t('followUps.whoNote')} {...field} />
        )}
      </Controlled>
      <div className="columns-2">
        <Controlled control={control} name="dueOn">
          {({ onChange, ...field }) => (
            <DateField
              label={t('followUps.dueOn')}
              {...field}
              onChange={(day) => day !== null && onChange(day)}
            />
          )}
        </Controlled>
        <Controlled control={control} name="dueTime">
          {(field) => (
            <TimeField label={t('followUps.dueTime')} description={t('followUps.dueTimeNote')} {...field} />
          )}
        </Controlled>
      </div>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
