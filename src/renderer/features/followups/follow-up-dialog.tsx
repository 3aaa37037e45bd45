import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  blankFollowUp as blank,
  followUpFields,
  nextDue,
  repetition,
  repetitions,
  seriesStart,
  type FollowUpFields,
} from '#core/caseload/follow-up'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField, TimeField } from '../../ui/date-field.tsx'
import { addDays, longDay, todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { PersonField } from '../people/people-picker.tsx'
import type { FollowUpRow } from './agenda.ts'
import { isLinked, SourceField } from './source.tsx'

export const blankFollowUp = (): FollowUpFields => ({
  ...blank,
  title: '',
  dueOn: addDays(todayHere(), 1),
})

type FollowUpDialogProps = {
  start: FollowUpFields
  /** The follow-up being corrected. */
  before?: Pick<FollowUpRow, 'id' | 'dueOn' | 'repetition' | 'seriesStartsOn'>
  onClose: () => void
}

export function FollowUpDialog({ start, before, onClose }: FollowUpDialogProps) {
  const { t } = useTranslation()
  const id = before?.id
  const { control, handleSubmit, setValue } = useForm({
    resolver: zodResolver(followUpFields),
    defaultValues: start,
  })
  const fields = useWatch({ control, compute: (fields) => fields })
  const next = nextOf(fields, before)
  const save = useAct('followUps.save', { done: 'followUps.saved', quiet: true })
  const submit = handleSubmit((fields) =>
    save.mutate({ ...fields, ...(id !== undefined && { id }) }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      command="followUps.save"
      title={t(id === undefined ? 'followUps.newFollowUp' : 'followUps.editTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
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
        <Controlled control={control} name="repetition">
          {({ onChange, ...field }) => (
            <Select
              label={t('followUps.repetition')}
              options={repetitions.map((key) => ({ key, label: t(`followUps.repeats.${key}`) }))}
              {...field}
              onChange={(key) => onChange(repetition.parse(key))}
            />
          )}
        </Controlled>
      </div>
      {next !== null && (
        <p className="small quiet" aria-live="polite">
          {t('followUps.whatComesNext', { day: longDay(next) })}
        </p>
      )}
      {isLinked(fields) && (
        <SourceField
          links={fields}
          onDetach={() => {
            setValue('contactId', null)
            setValue('referralId', null)
            setValue('incidentId', null)
          }}
        />
      )}
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}

/** When the next one would be due, were this one done in time; null when it does not repeat. */
function nextOf(fields: FollowUpFields, before: FollowUpDialogProps['before']): string | null {
  const { repetition, dueOn } = fields
  const today = todayHere()
  const startsOn = seriesStart(fields, before)
  return nextDue({ repetition, startsOn, dueOn, doneOn: dueOn > today ? dueOn : today })
}
