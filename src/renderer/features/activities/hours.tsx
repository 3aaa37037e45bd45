import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkHours } from '#core/caseload/activity'
import { mondayOf } from '#core/caseload/calendar'
import type { Output } from '#shared/contract'
import { useLists } from '../../lists.tsx'
import { useRead } from '../../queries.ts'
import { useMay } from '../../role.ts'
import { IconButton } from '../../ui/button.tsx'
import { shortDay, todayHere } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { HoursDialog, QuickHours } from './hours-forms.tsx'
import { hoursSaid } from './hours-said.ts'
import { totalsByAxis, weeksShown } from './hours-totals.ts'
import { HoursWeek } from './hours-week.tsx'

type HoursRead = Output<'hours.read'>

/** Hours week by week against the agreement, the last week first, and what they add up to. */
export function Hours() {
  const { t } = useTranslation()
  const [back, setBack] = useState(0)
  const [editing, setEditing] = useState<WorkHours | null>(null)
  const may = useMay()
  const { from, to } = weeksShown(todayHere(), back)
  const hours = useRead('hours.read', { from, to }).data
  return (
    <div className="stack hours">
      {may('hours.save') && <QuickHours />}
      <Section
        title={t('activities.weeks', { from: shortDay(from), to: shortDay(to) })}
        actions={
          <span className="row">
            <IconButton
              edge
              label={t('activities.weeksBefore')}
              icon={<ChevronLeft size={17} aria-hidden />}
              onPress={() => setBack(back + 1)}
            />
            <IconButton
              edge
              label={t('activities.weeksAfter')}
              icon={<ChevronRight size={17} aria-hidden />}
              isDisabled={back === 0}
              onPress={() => setBack(back - 1)}
            />
          </span>
        }
      >
        {hours?.weeks.toReversed().map((week) => (
          <HoursWeek
            key={week.monday}
            week={week}
            agreement={hours.agreement}
            isOpen={week.monday === mondayOf(todayHere())}
            onEdit={setEditing}
          />
        ))}
      </Section>
      {hours && <Totals hours={hours} />}
      {editing !== null && <HoursDialog hours={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function Totals({ hours: { weeks, total, agreement } }: { hours: HoursRead }) {
  const { t } = useTranslation()
  const lists = useLists()
  const rows = totalsByAxis(weeks.flatMap(({ entries }) => entries))
  const count = weeks.length
  return (
    <Section title={t('activities.totals', { count })}>
      <table className="plain-table hours-totals">
        <thead>
          <tr>
            <th scope="col">{t('activities.axis')}</th>
            <th scope="col" className="number">
              {t('activities.parts.library')}
            </th>
            <th scope="col" className="number">
              {t('activities.parts.outside')}
            </th>
            <th scope="col" className="number">
              {t('activities.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ axis, library, outside, lastDay }) => (
            <TotalRow
              key={axis}
              title={axis === null ? t('activities.noAxis') : lists.on(lastDay).label('mandateAxis', axis)}
              library={library}
              outside={outside}
            />
          ))}
        </tbody>
        <tfoot>
          <TotalRow title={t('activities.total')} {...total} />
          <TotalRow
            title={t('activities.agreement')}
            library={agreement.library * count}
            outside={agreement.outside * count}
          />
        </tfoot>
      </table>
    </Section>
  )
}

function TotalRow({ title, library, outside }: { title: string; library: number; outside: number }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="number">{hoursSaid(library)}</td>
      <td className="number">{hoursSaid(outside)}</td>
      <td className="number">{hoursSaid(library + outside)}</td>
    </tr>
  )
}
