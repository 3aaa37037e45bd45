import { t } from '../../text/i18n.ts'
import { duration } from '../../ui/dates.ts'

/** A sum of minutes beside others: none at all is « 0 h ». */
export const hoursSaid = (minutes: number): string =>
  minutes === 0 ? t('time.hours', { hours: 0 }) : duration(minutes)
