import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../client.ts'
import { useAct, useRead } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import type { ConsentRow } from './consent-line.tsx'

/** A person may take back what she agreed to, at any time and without a reason. */
export function WithdrawDialog({ consent, onClose }: { consent: ConsentRow; onClose: () => void }) {
  const { t } = useTranslation()
  const [on, setOn] = useState(consent.withdrawnOn ?? todayHere())
  const [words, setWords] = useState(consent.withdrawalWords)
  const withdraw = useAct('consents.withdraw', { done: 'duties.withdrawn', quiet: true })
  const { personId, resourceId, purpose } = consent
  const filter = { ended: false, personId, ...(resourceId !== null && { resourceId }) }
  const asked = { filter, limit: 500, offset: 0 }
  const open = useRead('referrals.list', asked, { enabled: purpose === 'referral' }).data?.rows
  return (
    <FormDialog
      command="consents.withdraw"
      title={t('duties.withdraw')}
      isOpen
      onClose={onClose}
      isSaving={withdraw.isPending}
      submitLabel={t('duties.withdrawNow')}
      onSubmit={() => withdraw.mutate({ id: consent.id, on, words }, { onSuccess: onClose })}
    >
      <p>{t(`duties.purposes.${consent.purpose}`)}</p>
      {open !== undefined && open.length > 0 && (
        <Notice tone="warning" title={t('duties.openReferrals', { count: open.length })}>
          {open.map(({ resourceName }) => resourceName).join(', ')}. {t('duties.openReferralsText')}
        </Notice>
      )}
      <DateField
        label={t('duties.withdrawnOn')}
        max={todayHere()}
        value={on}
        onChange={(day) => day !== null && setOn(day)}
      />
      <TextField
        label={t('duties.withdrawalWords')}
        description={t('duties.withdrawalNote')}
        maxLength={200}
        value={words}
        onChange={setWords}
      />
      {withdraw.error && <FailureNotice failure={failureOf(withdraw.error)} />}
    </FormDialog>
  )
}
