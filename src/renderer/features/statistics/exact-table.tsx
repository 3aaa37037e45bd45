import { number } from '#core/statistics/text/fr/format'

export type ExactRow = { key: string; label: string; counted: number; persons: number }

type ExactTableProps = {
  title: string
  /** Head of the first column, and of the counts. */
  heads: { label: string; counted: string; persons?: string }
  rows: readonly ExactRow[]
}

/** Exact figures, each with a quiet bar that only repeats its number. */
export function ExactTable({ title, heads, rows }: ExactTableProps) {
  const most = Math.max(1, ...rows.map(({ counted }) => counted))
  return (
    <table className="plain-table exact-table" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{heads.label}</th>
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
        {rows.map(({ key, label, counted, persons }) => (
          <tr key={key}>
            <th scope="row">
              <span className="exact-label">{label}</span>
              <span className="exact-bar" aria-hidden="true">
                <span style={{ width: `${(counted / most) * 100}%` }} />
              </span>
            </th>
            <td className="number">{number(counted)}</td>
            {heads.persons !== undefined && <td className="number quiet">{number(persons)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
