import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { referralFields, type Referral } from '#core/caseload/referral'
import { failureOf } from '../../client.ts'
import { CodeSelect } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PersonField } from '../people/people-picker.tsx'
import { ResourceField } from '../resources/resource-field.tsx'

type ReferralDialogProps = {
  /** Who it is about, for a new one; null to choose. */
  personId: string | null
  referral?: Referral
  onClose: () => void
}

/** While the form is being filled, the person and the resource may be missing. */
const filling = referralFields.extend({
  personId: z.string().nullable().pipe(referralFields.shape.personId),
  resourceId: z.string().nullable().pipe(referralFields.shape.resourceId),
})

export function ReferralDialog({ personId, referral, onClose }: ReferralDialogProps) {
  const { t } = useTranslation()
  const save = useAct('referrals.save', { done: 'people.referralSaved', quiet: true })
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(filling),
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
  const asksWho = personId === null && referral === undefined
  return (
    <FormDialog
      title={t(referral === undefined ? 'people.referralTitle' : 'people.referralEditTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isSaving={save.isPending}
    >
      {asksWho && (
        <Controlled control={control} name="personId">
          {({ error, ...field }) => (
            <PersonField
              autoFocus
              label={t('contacts.forWhom')}
              {...field}
              error={error && t('form.required')}
            />
          )}
        </Controlled>
      )}
      <Controlled control={control} name="resourceId">
        {({ error, ...field }) => (
          <ResourceField
            autoFocus={!asksWho}
            {...field}
            error={error && t('contacts.referralNeedsResource')}
          />
        )}
      </Controlled>
      <div className="columns-2">
        <Controlled control={control} name="theme">
          {(field) => <CodeSelect list="theme" label={t('contacts.theme')} {...field} />}
        </Controlled>
        <Controlled control={control} name="proposedOn">
          {({ onChange, ...field }) => (
            <DateField
              label={t('people.proposedOn')}
              max={todayHere()}
              {...field}
              onChange={(day) => day !== null && onChange(day)}
            />
          )}
        </Controlled>
      </div>
      <Controlled control={control} name="note">
        {(field) => <TextArea label={t('people.note')} {...field} />}
      </Controlled>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
