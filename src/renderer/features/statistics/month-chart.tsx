import { useTranslation } from 'react-i18next'
import { number } from '#core/statistics/text/fr/format'
import { monthOf } from '../../ui/dates.ts'
import { locale } from '../../text/i18n.ts'

const shortMonth = () => new Intl.DateTimeFormat(locale(), { month: 'short', timeZone: 'UTC' })

type MonthChartProps = { months: readonly { month: string; contacts: number }[] }

const height = 112
const base = 88

/** Contacts month by month; the table beside it says the same. */
export function MonthChart({ months }: MonthChartProps) {
  const { t } = useTranslation()
  const most = Math.max(1, ...months.map(({ contacts }) => contacts))
  const step = 46
  const told = months.map(({ month, contacts }) => `${monthOf(`${month}-01`)}, ${contacts}`).join(' ; ')
  return (
    <svg
      className="month-chart"
      role="img"
      aria-label={t('statistics.monthsChart', { months: told })}
      viewBox={`0 0 ${Math.max(6, months.length) * step} ${height}`}
    >
      {months.map(({ month, contacts }, index) => {
        const tall = Math.max(1, (contacts / most) * 68)
        const x = index * step
        return (
          <g key={month}>
            <rect className="bar" x={x + 8} y={base - tall} width={step - 16} height={tall} rx="2" />
            <text x={x + step / 2} y={base - tall - 5}>
              {number(contacts)}
            </text>
            <text className="name" x={x + step / 2} y={base + 16}>
              {shortMonth().format(Date.parse(`${month}-01`))}
            </text>
          </g>
        )
      })}
      <line className="axis" x1="0" x2="100%" y1={base + 0.5} y2={base + 0.5} />
    </svg>
  )
}
