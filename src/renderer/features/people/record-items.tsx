import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { inSentence, useLists } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { daysUntil, nearDay, nearMoment, shortDay } from '../../ui/dates.ts'
import { ActionMenu, editAction, removeAction } from '../../ui/menu.tsx'
import type { TimelineItem } from '../../ui/timeline.tsx'
import { useComplete } from '../followups/use-complete.ts'
import { ReferralBadge } from '../referrals/referral-badge.tsx'
import { useRecordMenu } from './record-menu.tsx'
import type { EntryOf } from './timeline-items.tsx'

export function useReferralItem() {
  const { t } = useTranslation()
  const menu = useRecordMenu('referrals.save')
  const remove = useAct('referrals.remove', { done: 'people.referralRemoved' })
  return ({ record }: EntryOf<'referral'>, edit: () => void): TimelineItem => ({
    key: record.id,
    marker: 'referral',
    isFilled: !record.open,
    title: record.resourceName,
    aside: (
      <>
        <ReferralBadge state={record.state} />
        {record.open && record.resourceRetired && (
          <Badge tone="warning">{t('referrals.resourceRetired')}</Badge>
        )}
        <span>
          {t('people.referral')} ·{' '}
          {t(record.open ? 'people.referralOpen' : 'people.referralTook', { days: record.ageDays })}
        </span>
      </>
    ),
    actions: menu(record.resourceName, edit, () => remove.mutate({ id: record.id })),
    children: (
      <>
        {record.pivotContact !== '' && (
          <p className="timeline-sub">{t('people.pivot', { name: record.pivotContact })}</p>
        )}
        {record.accompaniedByWorker && <p className="timeline-sub">{t('referrals.isAccompanied')}</p>}
        {record.note !== '' && <p className="own-words">{record.note}</p>}
        {record.toldBackOn !== null && (
          <p className="timeline-sub">
            {t('referrals.toldBack', { day: nearDay(record.toldBackOn) })}
            {record.toldBackNote !== '' && ` · ${record.toldBackNote}`}
          </p>
        )}
      </>
    ),
  })
}

export function useFollowUpItem() {
  const { t } = useTranslation()
  const menu = useRecordMenu('followUps.save')
  const remove = useAct('followUps.remove', { done: 'people.followUpRemoved' })
  const complete = useComplete()
  return ({ record }: EntryOf<'followUp'>, edit: () => void): TimelineItem => {
    const days = daysUntil(record.dueOn)
    const due =
      record.dueTime === null ? nearDay(record.dueOn) : nearMoment(`${record.dueOn}T${record.dueTime}`)
    const done = {
      key: 'done',
      command: 'followUps.complete' as const,
      label: t('people.markDone'),
      icon: <Check size={16} aria-hidden />,
      onAction: () => complete(record.id),
    }
    return {
      key: record.id,
      marker: 'followUp',
      isFilled: record.doneAt !== null,
      title: record.title,
      aside:
        record.doneAt !== null ? (
          <Badge tone="ok">{t('people.done', { day: nearDay(record.doneAt) })}</Badge>
        ) : (
          <Badge tone={days < 0 ? 'danger' : 'warning'}>
            {days < 0 ? t('time.lateDays', { days: -days }) : t('people.due', { day: due })}
          </Badge>
        ),
      actions: menu(
        record.title,
        edit,
        () => remove.mutate({ id: record.id }),
        record.doneAt === null ? [done] : [],
      ),
    }
  }
}

export function useIncidentItem() {
  const { t } = useTranslation()
  const present = useLists()
  const menu = useRecordMenu('incidents.save')
  const remove = useAct('incidents.remove', { done: 'people.incidentRemoved' })
  return ({ at, record }: EntryOf<'incident'>, edit: () => void): TimelineItem => {
    const lists = present.on(at)
    return {
      key: record.id,
      marker: 'incident',
      title: t('people.incident'),
      aside: (
        <>
          <Badge tone={record.intensity > 2 ? 'danger' : 'warning'}>
            {t('people.incidentIntensity', {
              intensity: record.intensity,
              word: t(`people.intensity.${record.intensity as 1 | 2 | 3 | 4}`),
            })}
          </Badge>
          <span>{[shortDay(at), lists.on(at).label('place', record.place)].join(' · ')}</span>
        </>
      ),
      actions: menu(t('people.incident'), edit, () => remove.mutate({ id: record.id })),
      children: (
        <>
          <p className="timeline-sub">
            {[
              lists.on(at).labels('incidentKind', record.kinds),
              lists.on(at).label('incidentOutcome', record.outcome),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {record.note !== '' && <p className="own-words">{record.note}</p>}
        </>
      ),
    }
  }
}

/** The only stage said of a person stays: it may be corrected, not removed. */
export function useBondStageItem(personId: string) {
  const { t } = useTranslation()
  const lists = useLists()
  const remove = useAct('people.removeBondStage', { done: 'people.stageRemoved' })
  return ({ at, record }: EntryOf<'bondStage'>, edit: () => void, isOnly: boolean): TimelineItem => {
    const title = t('people.stage', { stage: inSentence(lists.on(at).label('bondStage', record.stage)) })
    const toEdit = editAction('people.saveBondStage', edit)
    const toRemove = removeAction('people.removeBondStage', () => remove.mutate({ personId, on: at }))
    return {
      key: `stage-${at}`,
      marker: 'bondStage',
      title: <span className="timeline-stage">{title}</span>,
      aside: nearDay(at),
      actions: (
        <ActionMenu
          label={t('people.recordActions', { title })}
          actions={isOnly ? [toEdit] : [toEdit, toRemove]}
        />
      ),
    }
  }
}
