import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { referralFields, type Referral } from '#core/caseload/referral'
import { CodeSelect } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { PersonField } from './people-picker.tsx'
import { ResourceField } from '../resources/resource-field.tsx'

type ReferralDialogProps = {
  /** Who it is about, for a new one; null to choose. */
  personId: string | null
  referral?: Referral
  onClose: () => void
}

/** While the form is being filled, the person and the resource may be missing. */
const draft = referralFields.extend({
  personId: z.string().nullable().pipe(referralFields.shape.personId),
  resourceId: z.string().nullable().pipe(referralFields.shape.resourceId),
})

export function ReferralDialog({ personId, referral, onClose }: ReferralDialogProps) {
  const { t } = useTranslation()
  const save = useAct('referrals.save', { done: 'people.referralSaved' })
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(draft),
    defaultValues: {
      personId: referral?.personId ?? personId,
      contactId: referral?.contactId ?? null,
      resourceId: referral?.resourceId ?? null,
      theme: referral?.theme ?? 'housing',
      proposedOn: referral?.proposedOn ?? todayHere(),
      note: referral?.note ?? '',
    },
  })
  const submit = handleSubmit((fields) =>
    save.mutate(referral === undefined ? fields : { ...fields, id: referral.id }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      title={t(referral === undefined ? 'people.referralTitle' : 'people.referralEditTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isSaving={save.isPending}
    >
      {personId === null && referral === undefined && (
        <Controller
          name="personId"
          control={control}
          render={({ field, fieldState }) => (
            <PersonField
              autoFocus
              label={t('contacts.forWhom')}
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error && t('form.required')}
            />
          )}
        />
      )}
      <Controller
        name="resourceId"
        control={control}
        render={({ field, fieldState }) => (
          <ResourceField
            autoFocus={personId !== null}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error && t('contacts.referralNeedsResource')}
          />
        )}
      />
      <div className="columns-2">
        <Controller
          name="theme"
          control={control}
          render={({ field }) => (
            <CodeSelect
              list="theme"
              label={t('contacts.theme')}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          name="proposedOn"
          control={control}
          render={({ field, fieldState }) => (
            <DateField
              label={t('people.proposedOn')}
              max={todayHere()}
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message}
            />
          )}
        />
      </div>
      <Controller
        name="note"
        control={control}
        render={({ field: { ref: _, disabled: __, ...field }, fieldState }) => (
          <TextArea label={t('people.note')} {...field} error={fieldState.error?.message} />
        )}
      />
    </FormDialog>
  )
}
