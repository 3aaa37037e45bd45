import { useTranslation } from 'react-i18next'
import { useLists } from '../../lists.tsx'
import { Button } from '../../ui/button.tsx'
import { nearDay } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Name } from '../../ui/name.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Facts } from '../../ui/page.tsx'
import type { ReferralRow } from './end-dialog.tsx'
import { useReason } from './use-reason.ts'
import './referrals.css'

type DetailsDialogProps = {
  referral: ReferralRow
  onEdit: () => void
  onTellBack: () => void
  onClose: () => void
}

/** A referral with each of its steps, the latest first. */
export function DetailsDialog({ referral, onEdit, onTellBack, onClose }: DetailsDialogProps) {
  const { t } = useTranslation()
  const lists = useLists().on(referral.proposedOn)
  const whyOf = useReason()
  const { alias, resourceName, pivotContact, theme, note, steps, toldBackOn, toldBackNote } = referral
  return (
    <Dialog
      title={<Name>{alias}</Name>}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onTellBack}>{t('referrals.tellBack')}</Button>
          <Button onPress={onEdit}>{t('form.edit')}</Button>
        </>
      }
    >
      <div className="stack">
        {referral.open && referral.resourceRetired && (
          <Notice tone="warning" title={t('referrals.resourceRetired')}>
            {t('referrals.retiredText')}
          </Notice>
        )}
        <Facts
          facts={[
            { label: t('referrals.resource'), value: resourceName },
            ...(pivotContact === '' ? [] : [{ label: t('referrals.pivot'), value: pivotContact }]),
            { label: t('referrals.theme'), value: lists.label('theme', theme) },
            ...(referral.accompaniedByWorker
              ? [{ label: t('referrals.accompaniment'), value: t('referrals.isAccompanied') }]
              : []),
            ...(toldBackOn === null
              ? []
              : [
                  {
                    label: t('referrals.toldBackNote'),
                    value: [nearDay(toldBackOn), toldBackNote].filter(Boolean).join(' · '),
                  },
                ]),
            ...(note === '' ? [] : [{ label: t('referrals.note'), value: note }]),
          ]}
        />
        <section>
          <h3>{t('referrals.history')}</h3>
          <ol className="referral-steps">
            {steps.toReversed().map(({ state, on, reasonCode, reason }) => (
              <li key={state}>
                <span className="referral-step-day">{nearDay(on)}</span>
                <span className="referral-step">
                  {t(`people.referralState.${state}`)}
                  {whyOf(reasonCode, reason).map((why) => (
                    <span key={why} className="quiet">
                      {' · '}
                      {why}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </Dialog>
  )
}
