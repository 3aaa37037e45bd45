import { useTranslation } from 'react-i18next'
import { useLists } from '../../lists.tsx'
import { Button } from '../../ui/button.tsx'
import { nearDay } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Name } from '../../ui/name.tsx'
import { Facts } from '../../ui/page.tsx'
import type { ReferralRow } from './end-dialog.tsx'
import './referrals.css'

type DetailsDialogProps = { referral: ReferralRow; onEdit: () => void; onClose: () => void }

/** A referral with each of its steps, the latest first. */
export function DetailsDialog({ referral, onEdit, onClose }: DetailsDialogProps) {
  const { t } = useTranslation()
  const lists = useLists().on(referral.proposedOn)
  const { alias, resourceName, pivotContact, theme, note, steps } = referral
  return (
    <Dialog
      title={<Name>{alias}</Name>}
      isOpen
      onClose={onClose}
      footer={<Button onPress={onEdit}>{t('form.edit')}</Button>}
    >
      <div className="stack">
        <Facts
          facts={[
            { label: t('referrals.resource'), value: resourceName },
            ...(pivotContact === '' ? [] : [{ label: t('referrals.pivot'), value: pivotContact }]),
            { label: t('referrals.theme'), value: lists.label('theme', theme) },
            ...(note === '' ? [] : [{ label: t('referrals.note'), value: note }]),
          ]}
        />
        <section>
          <h3>{t('referrals.history')}</h3>
          <ol className="referral-steps">
            {steps.toReversed().map(({ state, on, reason }) => (
              <li key={state}>
                <span className="referral-step-day">{nearDay(on)}</span>
                <span className="referral-step">
                  {t(`people.referralState.${state}`)}
                  {reason !== '' && <span className="quiet"> · {reason}</span>}
                </span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </Dialog>
  )
}
