import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { followUpFields, type FollowUp } from '#core/caseload/follow-up'
import { useAct } from '../../queries.ts'
import { DateField, TimeField } from '../../ui/date-field.tsx'
import { addDays, todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { PersonField } from './people-picker.tsx'

type FollowUpDialogProps = {
  /** Who it is about, for a new one. */
  personId: string | null
  followUp?: FollowUp
  onClose: () => void
}

export function FollowUpDialog({ personId, followUp, onClose }: FollowUpDialogProps) {
  const { t } = useTranslation()
  const save = useAct('followUps.save', { done: 'people.followUpSaved' })
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(followUpFields),
    defaultValues: {
      title: followUp?.title ?? '',
      personId: followUp === undefined ? personId : followUp.personId,
      dueOn: followUp?.dueOn ?? addDays(todayHere(), 1),
      dueTime: followUp?.dueTime ?? null,
    },
  })
  const submit = handleSubmit((fields) =>
    save.mutate(followUp === undefined ? fields : { ...fields, id: followUp.id }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      title={t(followUp === undefined ? 'people.followUpTitle' : 'people.followUpEditTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isSaving={save.isPending}
    >
      <Controller
        name="title"
        control={control}
        render={({ field: { ref: _, disabled: __, ...field }, fieldState }) => (
          <TextField
            autoFocus
            label={t('contacts.followUpTitle')}
            {...field}
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        name="personId"
        control={control}
        render={({ field, fieldState }) => (
          <PersonField
            label={t('contacts.forWhom')}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
      <div className="columns-2">
        <Controller
          name="dueOn"
          control={control}
          render={({ field, fieldState }) => (
            <DateField
              label={t('contacts.dueOn')}
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message}
            />
          )}
        />
        <Controller
          name="dueTime"
          control={control}
          render={({ field, fieldState }) => (
            <TimeField
              label={t('contacts.dueTime')}
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message}
            />
          )}
        />
      </div>
    </FormDialog>
  )
}
