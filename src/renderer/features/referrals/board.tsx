import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { nextStates, openReferralStates } from '#core/caseload/referral'
import type { Lists } from '../../list-values.ts'
import { useLists } from '../../lists.tsx'
import { useLongList } from '../../long-lists.ts'
import { useAct } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { todayHere } from '../../ui/dates.ts'
import { WindowedList } from '../../ui/long-list.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import { endStates, type ReferralRow } from './end-dialog.tsx'
import { ReferralAge } from './referral-age.tsx'
import { ReferralMenu, useRemoveReferral } from './referral-menu.tsx'
import type { ReferralDialogState } from './referrals-screen.tsx'

type OpenState = 'proposed' | 'accepted' | 'resource-reached' | 'accompanied' | 'waiting-list'
const isOpenState = (state: string): state is OpenState => openReferralStates.some((open) => open === state)
const columns: readonly OpenState[] = openReferralStates.filter(isOpenState)

type OnDialog = (dialog: ReferralDialogState) => void

/** A column per open state, those that have not moved for longest first; in a narrow window, one list in the same groups. */
export function Board({ onDialog }: { onDialog: OnDialog }) {
  const acts = useCardActs(onDialog)
  return (
    <div className="board-frame">
      <div className="board">
        {columns.map((state) => (
          <Column key={state} state={state} acts={acts} />
        ))}
      </div>
    </div>
  )
}

function Column({ state, acts }: { state: OpenState; acts: CardActs }) {
  const { t } = useTranslation()
  const lists = useLists()
  const here = useLongList('referrals.list', { filter: { state } })
  if (here.total === undefined) return <section className="board-column" aria-busy="true" />
  return (
    <section className="board-column" data-empty={here.total === 0 || undefined}>
      <h2 className="board-title">
        {t(`referrals.column.${state}`)} <span className="count">{here.total}</span>
      </h2>
      {here.total === 0 ? (
        <p className="empty-line">{t('referrals.none')}</p>
      ) : (
        <WindowedList list={here} label={t(`referrals.column.${state}`)} rowHeight={150}>
          {(referral) => <Card referral={referral} lists={lists} acts={acts} />}
        </WindowedList>
      )}
    </section>
  )
}

/** What can be done with any card, made once for all of them. */
type CardActs = {
  dialog: OnDialog
  advance: (id: string, state: OpenState) => void
  remove: (id: string) => void
}

function useCardActs(dialog: OnDialog): CardActs {
  const remove = useRemoveReferral()
  const { mutate } = useAct('referrals.advance', { done: 'referrals.advanced' })
  return useMemo(
    () => ({
      dialog,
      remove,
      advance: (id, state) => mutate({ id, state, on: todayHere(), reasonCode: null, reason: '' }),
    }),
    [dialog, remove, mutate],
  )
}

type CardProps = { referral: ReferralRow; lists: Lists; acts: CardActs }

const Card = memo(function Card({ referral, lists, acts }: CardProps) {
  const { t } = useTranslation()
  const { id, personId, alias, resourceName, theme, state, ageDays } = referral
  const wait = referral.waitingDays ?? ageDays
  const named = { who: alias, resource: resourceName }
  const next = nextStates(state)
  return (
    <article className="referral-card">
      <div className="referral-head">
        <p className="referral-who">
          <PeopleNames people={[{ id: personId, alias }]} />
        </p>
        <ReferralMenu referral={referral} onDialog={acts.dialog} onRemove={acts.remove} />
      </div>
      <button
        type="button"
        className="referral-open"
        aria-label={t('referrals.details', named)}
        onClick={() => acts.dialog({ type: 'details', referral })}
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
          command="referrals.advance"
          sections={() => [
            {
              key: 'next',
              title: t('referrals.next'),
              actions: columns
                .filter((step) => step !== 'proposed')
                .filter((step) => next.includes(step))
                .map((step) => ({
                  key: step,
                  label: `${t(`referrals.step.${step}`)}${step === 'waiting-list' ? '…' : ''}`,
                  onAction: () =>
                    step === 'waiting-list'
                      ? acts.dialog({ type: 'end', referral, state: step })
                      : acts.advance(id, step),
                })),
            },
            {
              key: 'end',
              title: t('referrals.end'),
              actions: endStates
                .filter((end) => next.includes(end))
                .map((end) => ({
                  key: end,
                  label: `${t(`referrals.step.${end}`)}…`,
                  onAction: () => acts.dialog({ type: 'end', referral, state: end }),
                })),
            },
          ]}
        >
          {t('referrals.advance')}
        </MenuButton>
      </div>
    </article>
  )
})
