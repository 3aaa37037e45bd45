import { ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLongList } from '../../long-lists.ts'
import { useRead } from '../../queries.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { addDays, longDay, nearDay, shortDay, todayHere } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { daysShown, withoutOverdue, type FollowUpRow, type Span } from './agenda.ts'
import { FollowUpLine, useFollowUpActs, type FollowUpActs } from './follow-up-line.tsx'
import { FollowUpList } from './follow-up-list.tsx'

/** More would push the days out of sight. */
const LATE_SHOWN = 4

type AgendaViewProps = {
  span: Span
  onEdit: (row: FollowUpRow) => void
  onAdd: (day: string) => void
}

/** A day or a week of follow-ups: what is late first, then each day with what is to do and what was done. */
export function AgendaView({ span, onEdit, onAdd }: AgendaViewProps) {
  const { t } = useTranslation()
  const [day, setDay] = useState(todayHere)
  const { from, to } = daysShown(span, day)
  const agenda = useRead('agenda.read', { from, to }).data
  const acts = useFollowUpActs(onEdit)
  const length = span === 'day' ? 1 : 7
  return (
    <div className="agenda">
      <div className="agenda-head">
        <IconButton
          edge
          label={t(`followUps.before.${span}`)}
          icon={<ChevronLeft size={17} aria-hidden />}
          onPress={() => setDay(addDays(day, -length))}
        />
        <h2 aria-live="polite">
          {span === 'day' ? longDay(day) : t('followUps.weekOf', { from: shortDay(from), to: shortDay(to) })}
        </h2>
        <IconButton
          edge
          label={t(`followUps.after.${span}`)}
          icon={<ChevronRight size={17} aria-hidden />}
          onPress={() => setDay(addDays(day, length))}
        />
        {(todayHere() < from || todayHere() > to) && (
          <Button variant="plain" onPress={() => setDay(todayHere())}>
            {t('followUps.backToToday')}
          </Button>
        )}
      </div>
      {agenda && <Overdue before={agenda.today} acts={acts} />}
      {agenda?.days.map(({ day, followUps }) => (
        <AgendaDay
          key={day}
          day={day}
          rows={withoutOverdue(followUps, agenda.today)}
          acts={acts}
          onAdd={onAdd}
        />
      ))}
    </div>
  )
}

/** Open and due before that day, the first ones alone until all are asked for. */
function Overdue({ before, acts }: { before: string; acts: FollowUpActs }) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  const late = useLongList('followUps.list', { done: false, to: addDays(before, -1) })
  const { total = 0 } = late
  const others = isWhole ? 0 : total - LATE_SHOWN
  if (total === 0) return null
  return (
    <Section title={t('followUps.late')}>
      <FollowUpList
        followUps={others > 0 ? { ...late, total: LATE_SHOWN } : late}
        label={t('followUps.late')}
        acts={acts}
      />
      {others > 0 && (
        <button type="button" className="text-link small others" onClick={() => setWhole(true)}>
          {t('followUps.otherLate', { count: others })}
        </button>
      )}
    </Section>
  )
}

type AgendaDayProps = Pick<AgendaViewProps, 'onAdd'> & {
  day: string
  rows: readonly FollowUpRow[]
  acts: FollowUpActs
}

function AgendaDay({ day, rows, acts, onAdd }: AgendaDayProps) {
  const { t } = useTranslation()
  return (
    <section className="agenda-day" data-today={day === todayHere() || undefined}>
      <header className="agenda-day-head">
        <h3>{nearDay(day)}</h3>
        <IconButton
          label={t('followUps.addOn', { day: shortDay(day) })}
          icon={<Plus size={16} aria-hidden />}
          onPress={() => onAdd(day)}
        />
      </header>
      {rows.length === 0 ? (
        <p className="empty-line">{t('followUps.nothingThatDay')}</p>
      ) : (
        <ul className="lines">
          {rows.map((row) => (
            <li key={row.id}>
              <FollowUpLine row={row} acts={acts} isDaySaid />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
