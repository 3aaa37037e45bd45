import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { blankReferral as blank, referralFields } from '#core/caseload/referral'
import type { AnyFailure } from '#shared/contract'
import { failureOf } from '../../client.ts'
import { CodeSelect } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Checkbox, TextArea } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Button } from '../../ui/button.tsx'
import { blankConsent, ConsentDialog } from '../duties/consent-dialog.tsx'
import { PersonField } from '../people/people-picker.tsx'
import { ResourceField } from '../resources/resource-field.tsx'

/** While it is written, a referral may still lack its person and its resource. */
const filling = referralFields.extend({
  personId: z.string().nullable().pipe(referralFields.shape.personId),
  resourceId: z.string().nullable().pipe(referralFields.shape.resourceId),
})
type Filling = z.input<typeof filling>

export const blankReferral = (): Filling => ({
  ...blank,
  personId: null,
  resourceId: null,
  theme: 'housing',
  proposedOn: todayHere(),
})

/** Answered by asking the person again. */
const consentFailures: readonly AnyFailure[] = ['consent-withdrawn', 'consent-expired']

type ReferralDialogProps = {
  start: Filling
  /** Of the referral being corrected. */
  id?: string | undefined
  onClose: () => void
}

export function ReferralDialog({ start, id, onClose }: ReferralDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit, getValues } = useForm({
    resolver: zodResolver(filling),
    defaultValues: start,
  })
  const [isConsenting, setConsenting] = useState(false)
  const save = useAct('referrals.save', { done: 'referrals.saved', quiet: true })
  const submit = handleSubmit((fields) =>
    save.mutate({ ...fields, ...(id !== undefined && { id }) }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      command="referrals.save"
      title={t(id === undefined ? 'referrals.newTitle' : 'referrals.editTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
    >
      <Controlled control={control} name="personId">
        {({ error, ...field }) => (
          <PersonField
            label={t('referrals.who')}
            autoFocus={start.personId === null}
            {...field}
            error={error && t('referrals.whoNeeded')}
          />
        )}
      </Controlled>
      <Controlled control={control} name="resourceId">
        {({ error, ...field }) => (
          <ResourceField
            autoFocus={start.personId !== null}
            {...field}
            error={error && t('referrals.resourceNeeded')}
          />
        )}
      </Controlled>
      <div className="columns-2">
        <Controlled control={control} name="theme">
          {(field) => <CodeSelect list="theme" label={t('referrals.theme')} {...field} />}
        </Controlled>
        <Controlled control={control} name="proposedOn">
          {({ onChange, ...field }) => (
            <DateField
              label={t('referrals.proposedOn')}
              max={todayHere()}
              {...field}
              onChange={(day) => day !== null && onChange(day)}
            />
          )}
        </Controlled>
      </div>
      <Controlled control={control} name="accompaniedByWorker">
        {({ value, onChange }) => (
          <Checkbox value={value} onChange={onChange}>
            {t('referrals.accompanied')}
          </Checkbox>
        )}
      </Controlled>
      <Controlled control={control} name="note">
        {(field) => <TextArea label={t('referrals.note')} {...field} />}
      </Controlled>
      {save.error && (
        <FailureNotice
          failure={failureOf(save.error)}
          {...(consentFailures.includes(failureOf(save.error)) && {
            actions: <Button onPress={() => setConsenting(true)}>{t('duties.consentNow')}</Button>,
          })}
        />
      )}
      {isConsenting && (
        <ConsentDialog
          start={blankConsent({ personId: getValues('personId'), resourceId: getValues('resourceId') })}
          onClose={() => setConsenting(false)}
        />
      )}
    </FormDialog>
  )
}
