import { Check, Pencil, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsFrom } from '#core/caseload/fields'
import { followUpFields } from '#core/caseload/follow-up'
import { referralFields } from '#core/caseload/referral'
import type { Output } from '#shared/contract'
import { inSentence, useLists } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { daysUntil, duration, monthOf, nearDay, nearMoment, shortDay } from '../../ui/dates.ts'
import { ActionMenu, type Action } from '../../ui/menu.tsx'
import type { TimelineGroup, TimelineItem } from '../../ui/timeline.tsx'
import { ContactDialog } from '../quick-note/quick-note-dialog.tsx'
import { ReferralBadge } from '../referrals/referral-badge.tsx'
import { FollowUpDialog } from '../followups/follow-up-dialog.tsx'
import { PeopleNames } from './people-names.tsx'
import { ReferralDialog } from '../referrals/referral-dialog.tsx'

type Entry = Output<'people.read'>['timeline'][number]
type EntryOf<T extends Entry['type']> = Extract<Entry, { type: T }>

/** The timeline of a person as groups of months, and the dialog of the record being corrected. */
export function useTimeline(
  personId: string,
  entries: readonly Entry[],
): { groups: TimelineGroup[]; dialog: ReactNode } {
  const [editing, setEditing] = useState<Entry | null>(null)
  const itemOf = useItems(personId, setEditing)
  const groups: TimelineGroup[] = []
  for (const entry of entries) {
    const month = entry.at.slice(0, 7)
    const item = itemOf(entry)
    const last = groups.at(-1)
    if (last?.key === month) groups[groups.length - 1] = { ...last, items: [...last.items, item] }
    else groups.push({ key: month, title: monthOf(entry.at), items: [item] })
  }
  return { groups, dialog: editing && <EditDialog entry={editing} onClose={() => setEditing(null)} /> }
}

function EditDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  switch (entry.type) {
    case 'contact':
      return <ContactDialog contact={entry.record} onClose={onClose} />
    case 'referral':
      return (
        <ReferralDialog
          id={entry.record.id}
          start={fieldsFrom(referralFields, entry.record)}
          onClose={onClose}
        />
      )
    case 'followUp':
      return (
        <FollowUpDialog
          id={entry.record.id}
          start={fieldsFrom(followUpFields, entry.record)}
          onClose={onClose}
        />
      )
    case 'incident':
    case 'bondStage':
      return null
  }
}

function useItems(personId: string, edit: (entry: Entry) => void): (entry: Entry) => TimelineItem {
  const { t } = useTranslation()
  const contact = useContactItem(personId)
  const referral = useReferralItem()
  const followUp = useFollowUpItem()
  const incident = useIncidentItem()
  const lists = useLists()

  return (entry) => {
    switch (entry.type) {
      case 'contact':
        return contact(entry, () => edit(entry))
      case 'referral':
        return referral(entry, () => edit(entry))
      case 'followUp':
        return followUp(entry, () => edit(entry))
      case 'incident':
        return incident(entry)
      case 'bondStage':
        return {
          key: `stage-${entry.at}-${entry.record.stage}`,
          marker: 'bondStage',
          title: (
            <span className="timeline-stage">
              {t('people.stage', { stage: inSentence(lists.label('bondStage', entry.record.stage)) })}
            </span>
          ),
          aside: nearDay(entry.at),
        }
    }
  }
}

/** The menu of a record: to correct it, to take it away. */
function useRecordMenu(): (
  title: string,
  edit: (() => void) | null,
  remove: () => void,
  more?: Action[],
) => ReactNode {
  const { t } = useTranslation()
  return (title, edit, remove, more = []) => (
    <ActionMenu
      label={t('people.recordActions', { title })}
      actions={[
        ...more,
        ...(edit === null
          ? []
          : [
              {
                key: 'edit',
                label: t('people.editRecord'),
                icon: <Pencil size={16} aria-hidden />,
                onAction: edit,
              },
            ]),
        {
          key: 'remove',
          label: t('people.removeRecord'),
          icon: <Trash2 size={16} aria-hidden />,
          onAction: remove,
          isDanger: true,
        },
      ]}
    />
  )
}

function useContactItem(personId: string) {
  const { t } = useTranslation()
  const lists = useLists()
  const menu = useRecordMenu()
  const remove = useAct('contacts.remove', { done: 'contacts.removed' })
  return ({ at, record }: EntryOf<'contact'>, edit: () => void): TimelineItem => {
    const title = lists.labels('contactKind', record.kinds)
    const isAccompanied = record.people.length > 1 || record.unidentifiedCount > 0
    return {
      key: record.id,
      marker: 'contact',
      title,
      aside: (
        <>
          <span>
            {[nearMoment(at), duration(record.durationMinutes), lists.label('place', record.place)].join(
              ' · ',
            )}
          </span>
          {record.crisis !== null && (
            <Badge tone="warning">
              {t('people.crisis', { label: inSentence(lists.label('crisis', record.crisis)) })}
            </Badge>
          )}
        </>
      ),
      actions: menu(title, edit, () => remove.mutate({ id: record.id })),
      children: (
        <>
          {isAccompanied && (
            <p className="timeline-sub">
              {t('people.with')}{' '}
              <PeopleNames
                people={record.people}
                unidentifiedCount={record.unidentifiedCount}
                except={personId}
              />
            </p>
          )}
          {record.note !== '' && <p className="timeline-note">{record.note}</p>}
          {record.aidGiven.length > 0 && (
            <p className="timeline-sub">
              {record.aidGiven
                .map(({ item, quantity }) =>
                  t('people.aid', { quantity, label: inSentence(lists.label('aidItem', item)) }),
                )
                .join(', ')}
            </p>
          )}
          {record.themes.length > 0 && (
            <p className="timeline-tags">
              {record.themes.map((theme) => (
                <Badge key={theme}>{lists.label('theme', theme)}</Badge>
              ))}
            </p>
          )}
        </>
      ),
    }
  }
}

function useReferralItem() {
  const { t } = useTranslation()
  const menu = useRecordMenu()
  const remove = useAct('referrals.remove', { done: 'people.referralRemoved' })
  return ({ record }: EntryOf<'referral'>, edit: () => void): TimelineItem => ({
    key: record.id,
    marker: 'referral',
    isFilled: !record.open,
    title: record.resourceName,
    aside: (
      <>
        <ReferralBadge state={record.state} />
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
        {record.note !== '' && <p className="timeline-note">{record.note}</p>}
      </>
    ),
  })
}

function useFollowUpItem() {
  const { t } = useTranslation()
  const menu = useRecordMenu()
  const remove = useAct('followUps.remove', { done: 'people.followUpRemoved' })
  const complete = useAct('followUps.complete', { done: 'people.followUpDone' })
  return ({ record }: EntryOf<'followUp'>, edit: () => void): TimelineItem => {
    const days = daysUntil(record.dueOn)
    const due =
      record.dueTime === null ? nearDay(record.dueOn) : nearMoment(`${record.dueOn}T${record.dueTime}`)
    const done = {
      key: 'done',
      label: t('people.markDone'),
      icon: <Check size={16} aria-hidden />,
      onAction: () => complete.mutate({ id: record.id }),
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

function useIncidentItem() {
  const { t } = useTranslation()
  const lists = useLists()
  const menu = useRecordMenu()
  const remove = useAct('incidents.remove', { done: 'people.incidentRemoved' })
  return ({ at, record }: EntryOf<'incident'>): TimelineItem => ({
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
        <span>{[shortDay(at), lists.label('place', record.place)].join(' · ')}</span>
      </>
    ),
    actions: menu(t('people.incident'), null, () => remove.mutate({ id: record.id })),
    children: (
      <>
        <p className="timeline-sub">
          {[lists.labels('incidentKind', record.kinds), lists.label('incidentOutcome', record.outcome)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {record.note !== '' && <p className="timeline-note">{record.note}</p>}
      </>
    ),
  })
}
