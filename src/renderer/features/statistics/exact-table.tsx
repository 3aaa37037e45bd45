import { useTranslation } from 'react-i18next'
import { number } from '#core/statistics/text/fr/format'

export type ExactRow = {
  key: string
  label: string
  counted: number
  persons: number
  /** The same line of the period compared with; null when none is. */
  before: number | null
}

type ExactTableProps = {
  title: string
  /** Head of the first column, and of the counts. */
  heads: { label: string; counted: string; persons?: string }
  rows: readonly ExactRow[]
  /** False where a drawing beside the table shows the same. */
  hasBars?: boolean
}

/** Exact figures, each with a quiet bar that only repeats its number; a mark on it is the period compared with. */
export function ExactTable({ title, heads, rows, hasBars = true }: ExactTableProps) {
  const { t } = useTranslation()
  const most = Math.max(1, ...rows.flatMap(({ counted, before }) => [counted, before ?? 0]))
  const isCompared = rows.some(({ before }) => before !== null)
  return (
    <table className="plain-table exact-table" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{heads.label}</th>
          {isCompared && (
            <th scope="col" className="number">
              {t('statistics.earlier')}
            </th>
          )}
          <th scope="col" className="number">
            {heads.counted}
          </th>
          {heads.persons !== undefined && (
            <th scope="col" className="number">
              {heads.persons}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, counted, persons, before }) => (
          <tr key={key}>
            <th scope="row">
              <span className="exact-label">{label}</span>
              {hasBars && <Bar value={counted} before={before} most={most} />}
            </th>
            {isCompared && <td className="number quiet">{number(before ?? 0)}</td>}
            <td className="number">{number(counted)}</td>
            {heads.persons !== undefined && <td className="number quiet">{number(persons)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ value, before, most }: { value: number; before: number | null; most: number }) {
  const at = (count: number) => `${(count / most) * 100}%`
  return (
    <svg className="exact-bar" aria-hidden="true" width="100%" height="9">
      <rect className="ground" y="3" width="100%" height="3" rx="1.5" />
      <rect className="bar" y="3" width={at(value)} height="3" rx="1.5" />
      {before !== null && <rect className="tick" x={at(before)} width="2" height="9" rx="1" />}
    </svg>
  )
}
