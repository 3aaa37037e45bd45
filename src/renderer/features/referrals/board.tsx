import { useTranslation } from 'react-i18next'
import { nextStates, openReferralStates } from '#core/caseload/referral'
import { useLists } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { todayHere } from '../../ui/dates.ts'
import { LongList } from '../../ui/long-list.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import { endStates, type ReferralRow } from './end-dialog.tsx'
import { ReferralAge } from './referral-age.tsx'
import { ReferralMenu } from './referral-menu.tsx'
import type { ReferralDialogState } from './referrals-screen.tsx'

type OpenState = 'proposed' | 'accepted' | 'resource-reached' | 'accompanied' | 'waiting-list'
const isOpenState = (state: string): state is OpenState => openReferralStates.some((open) => open === state)
const columns: readonly OpenState[] = openReferralStates.filter(isOpenState)

const waitOf = ({ waitingDays, ageDays }: ReferralRow) => waitingDays ?? ageDays

type WithDialog = { onDialog: (dialog: ReferralDialogState) => void }

/** A column per open state, those that have not moved for longest first; in a narrow window, one list in the same groups. */
export function Board({ referrals, onDialog }: WithDialog & { referrals: readonly ReferralRow[] }) {
  const { t } = useTranslation()
  return (
    <div className="board-frame">
      <div className="board">
        {columns.map((state) => {
          const here = referrals
            .filter((referral) => referral.state === state)
            .sort((a, b) => waitOf(b) - waitOf(a))
          return (
            <section key={state} className="board-column" data-empty={here.length === 0 || undefined}>
              <h2 className="board-title">
                {t(`referrals.column.${state}`)} <span className="count">{here.length}</span>
              </h2>
              {here.length === 0 && <p className="empty-line">{t('referrals.none')}</p>}
              <LongList rows={here} rowKey={({ id }) => id} rowHeight={150}>
                {(referral) => <Card key={referral.id} referral={referral} onDialog={onDialog} />}
              </LongList>
            </section>
          )
        })}
      </div>
    </div>
  )
}

function Card({ referral, onDialog }: WithDialog & { referral: ReferralRow }) {
  const { t } = useTranslation()
  const lists = useLists()
  const advance = useAct('referrals.advance', { done: 'referrals.advanced' })
  const { id, personId, alias, resourceName, theme, state, ageDays } = referral
  const wait = waitOf(referral)
  const named = { who: alias, resource: resourceName }
  const next = nextStates(state)
  return (
    <li className="referral-card">
      <div className="referral-head">
        <p className="referral-who">
          <PeopleNames people={[{ id: personId, alias }]} />
        </p>
        <ReferralMenu referral={referral} onDialog={onDialog} />
      </div>
      <button
        type="button"
        className="referral-open"
        aria-label={t('referrals.details', named)}
        onClick={() => onDialog({ type: 'details', referral })}
      >
        {resourceName}
      </button>
      <p className="small quiet">
        {[
          lists.on(referral.proposedOn).label('theme', theme),
          ...(referral.accompaniedByWorker ? [t('referrals.isAccompanied')] : []),
        ].join(' · ')}
      </p>
      {referral.resourceRetired && <Badge tone="warning">{t('referrals.resourceRetired')}</Badge>}
      <div className="referral-foot">
        <span className="referral-ages">
          <ReferralAge days={wait} />
          {ageDays > wait && <span className="small muted">{t('referrals.inAll', { days: ageDays })}</span>}
        </span>
        <MenuButton
          label={t('referrals.advanceOf', named)}
          sections={[
            {
              key: 'next',
              title: t('referrals.next'),
              actions: columns
                .filter((step) => step !== 'proposed')
                .filter((step) => next.includes(step))
                .map((step) => ({
                  key: step,
                  command: 'referrals.advance' as const,
                  label: `${t(`referrals.step.${step}`)}${step === 'waiting-list' ? '…' : ''}`,
                  onAction: () =>
                    step === 'waiting-list'
                      ? onDialog({ type: 'end', referral, state: step })
                      : advance.mutate({ id, state: step, on: todayHere(), reasonCode: null, reason: '' }),
                })),
            },
            {
              key: 'end',
              title: t('referrals.end'),
              actions: endStates
                .filter((end) => next.includes(end))
                .map((end) => ({
                  key: end,
                  command: 'referrals.advance' as const,
                  label: `${t(`referrals.step.${end}`)}…`,
                  onAction: () => onDialog({ type: 'end', referral, state: end }),
                })),
            },
          ]}
        >
          {t('referrals.advance')}
        </MenuButton>
      </div>
    </li>
  )
}
