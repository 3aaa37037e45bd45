import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { inSentence, useLists } from '../../lists.tsx'
import { Badge } from '../../ui/badge.tsx'
import { nearDay } from '../../ui/dates.ts'
import { LongList } from '../../ui/long-list.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import type { ReferralRow } from './end-dialog.tsx'
import { ReferralMenu } from './referral-menu.tsx'
import type { ReferralDialogState } from './referrals-screen.tsx'
import { useReason } from './use-reason.ts'

type EndedListProps = {
  referrals: readonly ReferralRow[]
  onDialog: (dialog: ReferralDialogState) => void
}

/** Days compare as they are written, at a fraction of what sorting words costs. */
const compareDays = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
const endOf = ({ steps }: ReferralRow) => steps.at(-1)

/** What has come to an end, latest first, with how long it took and why. */
export function EndedList({ referrals, onDialog }: EndedListProps) {
  const { t } = useTranslation()
  const lists = useLists()
  const whyOf = useReason()
  const latest = useMemo(
    () => referrals.toSorted((a, b) => compareDays(endOf(b)?.on ?? '', endOf(a)?.on ?? '')),
    [referrals],
  )
  return (
    <LongList rows={latest} rowKey={({ id }) => id} rowHeight={72} className="lines ended">
      {(referral) => {
        const { id, personId, alias, resourceName, theme, state, ageDays, toldBackOn, toldBackNote } =
          referral
        const end = endOf(referral)
        return (
          <li key={id} className="ended-line">
            <div className="grow">
              <p className="referral-who">
                <PeopleNames people={[{ id: personId, alias }]} />{' '}
                <Badge tone={state === 'service-obtained' ? 'ok' : 'plain'}>
                  {t(`people.referralState.${state}`)}
                </Badge>
              </p>
              <p className="small quiet">
                {resourceName} · {inSentence(lists.on(referral.proposedOn).label('theme', theme))}
              </p>
              {end !== undefined && whyOf(end.reasonCode, end.reason).length > 0 && (
                <p className="ended-why">{whyOf(end.reasonCode, end.reason).join(' · ')}</p>
              )}
              {toldBackOn !== null && (
                <p className="small quiet ended-why">
                  {[t('referrals.toldBack', { day: nearDay(toldBackOn) }), toldBackNote]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              )}
            </div>
            <span className="small muted ended-when">
              {end !== undefined && nearDay(end.on)} · {t('referrals.took', { days: ageDays })}
            </span>
            <ReferralMenu referral={referral} onDialog={onDialog} />
          </li>
        )
      }}
    </LongList>
  )
}
