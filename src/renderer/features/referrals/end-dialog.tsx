import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../client.ts'
import type { RowOf } from '../../long-lists.ts'
import { OptionalCodeSelect } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'

export type ReferralRow = RowOf<'referrals.list'>

/** The ends, the good one first. */
export const endStates = [
  'service-obtained',
  'person-declined',
  'resource-declined',
  'no-answer',
  'abandoned',
] as const
type EndState = (typeof endStates)[number]
/** Steps that say why: the ends, and the wait. */
export type ReasonedState = EndState | 'waiting-list'

type EndDialogProps = { referral: ReferralRow; state: ReasonedState; onClose: () => void }

/** The end of a referral, or its wait: which, when, why. A refusal by the resource is not kept without its reason. */
export function EndDialog({ referral, state: first, onClose }: EndDialogProps) {
  const { t } = useTranslation()
  const [state, setState] = useState<ReasonedState>(first)
  const [on, setOn] = useState(todayHere())
  const [reasonCode, setReasonCode] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const advance = useAct('referrals.advance', { done: 'referrals.advanced', quiet: true })
  const lacksReason = state === 'resource-declined' && reasonCode === null && reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (!lacksReason)
      advance.mutate({ id: referral.id, state, on, reasonCode, reason }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      command="referrals.advance"
      title={t(first === 'waiting-list' ? 'referrals.waitingTitle' : 'referrals.endTitle')}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      isSaving={advance.isPending}
    >
      <div className="columns-2">
        {first !== 'waiting-list' && (
          <Select
            label={t('referrals.endState')}
            value={state}
            onChange={(key) => setState(endStates.find((end) => end === key) ?? state)}
            options={endStates.map((end) => ({ key: end, label: t(`referrals.step.${end}`) }))}
          />
        )}
        <DateField
          label={t('referrals.endedOn')}
          max={todayHere()}
          value={on}
          onChange={(day) => day !== null && setOn(day)}
        />
        {state !== 'service-obtained' && (
          <OptionalCodeSelect
            list="referralReason"
            label={t('referrals.motive')}
            noneLabel={t('referrals.noMotive')}
            value={reasonCode}
            onChange={setReasonCode}
          />
        )}
      </div>
      <TextField
        label={t('referrals.reason')}
        description={state !== 'resource-declined' && t('referrals.reasonNote')}
        maxLength={200}
        autoFocus
        value={reason}
        onChange={setReason}
        error={isTried && lacksReason ? t('referrals.reasonNeeded') : undefined}
      />
      {advance.error && <FailureNotice failure={failureOf(advance.error)} />}
    </FormDialog>
  )
}
