import { useTranslation } from 'react-i18next'
import { clock, daysUntil, nearDay } from '../../ui/dates.ts'

/** How late, or when: the hour of today, else the day. */
export function Due({ on, time }: { on: string; time: string | null }) {
  const { t } = useTranslation()
  const days = daysUntil(on)
  if (days < 0) return <span className="agenda-when late">{t('time.lateDays', { days: -days })}</span>
  return <span className="agenda-when">{days === 0 && time !== null ? clock(time) : nearDay(on)}</span>
}
