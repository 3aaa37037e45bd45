import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { WorkHours, WorkPart } from '#core/caseload/activity'
import { addDays } from '#core/caseload/calendar'
import type { Output } from '#shared/contract'
import { inSentence, useLists } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { duration, shortDay } from '../../ui/dates.ts'
import { ActionMenu, editAction, removeAction } from '../../ui/menu.tsx'
import { hoursSaid } from './hours-said.ts'

type Week = Output<'hours.read'>['weeks'][number]

type HoursWeekProps = {
  week: Week
  agreement: Week['minutes']
  isOpen: boolean
  onEdit: (entry: WorkHours) => void
}

/** A week against the agreement; opened, what it is made of. */
export function HoursWeek({ week: { monday, minutes, entries }, agreement, isOpen, onEdit }: HoursWeekProps) {
  const { t } = useTranslation()
  return (
    <details className="week" open={isOpen}>
      <summary className="week-head">
        <ChevronRight size={16} aria-hidden className="week-sign" />
        <span className="week-title">
          {t('activities.weekOf', { from: shortDay(monday), to: shortDay(addDays(monday, 6)) })}
        </span>
        <PartMeter part="library" minutes={minutes.library} agreed={agreement.library} />
        <PartMeter part="outside" minutes={minutes.outside} agreed={agreement.outside} />
      </summary>
      {entries.length === 0 && <p className="empty-line week-empty">{t('activities.weekEmpty')}</p>}
      <ul className="lines week-entries">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} onEdit={onEdit} />
        ))}
      </ul>
    </details>
  )
}

function PartMeter({ part, minutes, agreed }: { part: WorkPart; minutes: number; agreed: number }) {
  const { t } = useTranslation()
  const share = agreed === 0 ? 1 : Math.min(1, minutes / agreed)
  const over = minutes - agreed
  return (
    <span className="part-meter" data-over={over > 0 || undefined}>
      <span className="small">
        {t('activities.against', {
          part: t(`activities.parts.${part}`),
          done: hoursSaid(minutes),
          agreed: hoursSaid(agreed),
        })}{' '}
        {over > 0 && <span className="over">{t('activities.over', { time: duration(over) })}</span>}
      </span>
      <svg className="part-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
        <rect className="part-bar-ground" width="100" height="4" />
        <rect className="part-bar-done" width={share * 100} height="4" />
      </svg>
    </span>
  )
}

function Entry({ entry, onEdit }: { entry: WorkHours; onEdit: (entry: WorkHours) => void }) {
  const { t } = useTranslation()
  const { id, day, minutes, part, mandateAxis, note } = entry
  const lists = useLists().on(day)
  const remove = useAct('hours.remove', { done: 'activities.hoursRemoved' })
  const named = { day: shortDay(day), time: duration(minutes) }
  return (
    <li className="hours-line">
      <span className="hours-day">{shortDay(day)}</span>
      <span className="hours-time">{duration(minutes)}</span>
      <span className="grow">
        {[
          t(`activities.parts.${part}`),
          ...(mandateAxis === null ? [] : [inSentence(lists.label('mandateAxis', mandateAxis))]),
        ].join(' · ')}
        {note !== '' && <span className="hours-note small quiet">{note}</span>}
      </span>
      <ActionMenu
        label={t('activities.hoursActions', named)}
        actions={[
          editAction('hours.save', () => onEdit(entry)),
          removeAction('hours.remove', () => remove.mutate({ id })),
        ]}
      />
    </li>
  )
}
