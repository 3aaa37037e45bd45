import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import type { ReferralRow } from './end-dialog.tsx'

/** What came of a referral, as the person or the resource told it, and the day it was learned. */
export function TellBackDialog({ referral, onClose }: { referral: ReferralRow; onClose: () => void }) {
  const { t } = useTranslation()
  const { id, toldBackOn, toldBackNote } = referral
  const [on, setOn] = useState(toldBackOn ?? todayHere())
  const [note, setNote] = useState(toldBackNote)
  const tell = useAct('referrals.tellBack', { done: 'referrals.toldBackSaved', quiet: true })
  const save = (day: string | null, words: string) =>
    tell.mutate({ id, on: day, note: words }, { onSuccess: onClose })
  return (
    <FormDialog
      command="referrals.tellBack"
      title={t('referrals.tellBackTitle')}
      isOpen
      onClose={onClose}
      isSaving={tell.isPending}
      onSubmit={() => save(on, note)}
      {...(toldBackOn !== null && {
        aside: (
          <Button variant="plain" isDisabled={tell.isPending} onPress={() => save(null, '')}>
            {t('referrals.noTellBack')}
          </Button>
        ),
      })}
    >
      <DateField
        label={t('referrals.toldBackOn')}
        max={todayHere()}
        value={on}
        onChange={(day) => day !== null && setOn(day)}
      />
      <TextField
        label={t('referrals.toldBackNote')}
        placeholder={t('referrals.toldBackHint')}
        maxLength={200}
        autoFocus
        value={note}
        onChange={setNote}
      />
      {tell.error && <FailureNotice failure={failureOf(tell.error)} />}
    </FormDialog>
  )
}
