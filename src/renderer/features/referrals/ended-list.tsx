import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lists } from '../../list-values.ts'
import { inSentence, useLists } from '../../lists.tsx'
import { useLongList } from '../../long-lists.ts'
import { Badge } from '../../ui/badge.tsx'
import { nearDay } from '../../ui/dates.ts'
import { WindowedList } from '../../ui/long-list.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import type { ReferralRow } from './end-dialog.tsx'
import { ReferralMenu, useRemoveReferral } from './referral-menu.tsx'
import type { ReferralDialogState } from './referrals-screen.tsx'
import { reasonIn } from './use-reason.ts'

type EndedListProps = { onDialog: (dialog: ReferralDialogState) => void }

/** What has come to an end, latest first, with how long it took and why. */
export function EndedList({ onDialog }: EndedListProps) {
  const { t } = useTranslation()
  const lists = useLists()
  const remove = useRemoveReferral()
  const ended = useLongList('referrals.list', { filter: { ended: true } })
  return (
    <WindowedList list={ended} label={t('referrals.ended')} rowHeight={73} className="lines ended">
      {(referral) => <EndedLine referral={referral} lists={lists} onDialog={onDialog} onRemove={remove} />}
    </WindowedList>
  )
}

type EndedLineProps = EndedListProps & {
  referral: ReferralRow
  lists: Lists
  onRemove: (id: string) => void
}

const EndedLine = memo(function EndedLine({ referral, lists, onDialog, onRemove }: EndedLineProps) {
  const { t } = useTranslation()
  const { personId, alias, resourceName, theme, state, ageDays, toldBackOn, toldBackNote } = referral
  const end = referral.steps.at(-1)
  const why = end === undefined ? [] : reasonIn(lists, end.reasonCode, end.reason)
  return (
    <div className="ended-line">
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
        {why.length > 0 && <p className="ended-why">{why.join(' · ')}</p>}
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
      <ReferralMenu referral={referral} onDialog={onDialog} onRemove={onRemove} />
    </div>
  )
})
