import { HeartHandshake } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { staffSupportFields, type StaffSupport as Row } from '#core/caseload/activity'
import { fieldsFrom } from '#core/caseload/fields'
import { useLists } from '../../lists.tsx'
import { useAct, useRead } from '../../queries.ts'
import { addDays, duration, todayHere } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/page.tsx'
import { ActivityLine } from './activity-line.tsx'
import { ActivityList } from './activity-list.tsx'
import { PulseMark } from './pulse-mark.tsx'
import { pulseLevels, pulseSince } from './pulse.ts'
import { StaffSupportDialog } from './staff-support-dialog.tsx'

/** How far back the mean looks: a season says more than a day. */
const PULSE_DAYS = 90

/** What was done with the library's staff, newest first, and how safe they say they feel. */
export function StaffSupport() {
  const { t } = useTranslation()
  const rows = useRead('staffSupport.list', undefined).data
  return (
    <ActivityList
      label={t('activities.support')}
      rows={rows}
      empty={
        <EmptyState icon={HeartHandshake} title={t('activities.supportEmptyTitle')}>
          {t('activities.supportEmptyText')}
        </EmptyState>
      }
      head={rows !== undefined && <Pulse rows={rows} />}
      Line={StaffSupportLine}
      EditDialog={EditDialog}
    />
  )
}

function Pulse({ rows }: { rows: readonly Row[] }) {
  const { t, i18n } = useTranslation()
  const pulse = pulseSince(rows, addDays(todayHere(), -PULSE_DAYS))
  const mean = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  return (
    <section className="pulse" aria-label={t('activities.pulse')}>
      {pulse !== null && (
        <p className="pulse-mean">
          <PulseMark level={Math.round(pulse.mean)} />
          {t('activities.pulseMean', { mean: mean.format(pulse.mean), count: pulse.count })}
        </p>
      )}
      <p className="small quiet">{t('activities.pulseExplained')}</p>
    </section>
  )
}

function EditDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  return <StaffSupportDialog id={row.id} start={fieldsFrom(staffSupportFields, row)} onClose={onClose} />
}

type StaffSupportLineProps = { row: Row; onOpen: (row: Row) => void }

const StaffSupportLine = memo(function StaffSupportLine({ row, onOpen }: StaffSupportLineProps) {
  const { t } = useTranslation()
  const { id, at, kind, durationMinutes, headcount, safetyPulse, note } = row
  const lists = useLists().on(at)
  const remove = useAct('staffSupport.remove', { done: 'activities.supportRemoved' })
  const level = pulseLevels.find((level) => level === safetyPulse)
  return (
    <ActivityLine
      at={at}
      title={lists.label('staffSupportKind', kind)}
      facts={[t('activities.staffMembers', { count: headcount }), duration(durationMinutes)]}
      note={note}
      aside={
        level !== undefined && (
          <span className="pulse-answer">
            <PulseMark level={level} />
            <span className="visually-hidden">{t('activities.pulseAnswer')}</span>
            {level} · {t(`activities.pulseWord.${level}`)}
          </span>
        )
      }
      command="staffSupport.save"
      onOpen={() => onOpen(row)}
      onRemove={() => remove.mutate({ id })}
    />
  )
})
