import { useState, type ComponentType, type ReactNode } from 'react'
import { wholeList } from '../../long-lists.ts'
import { WindowedList } from '../../ui/long-list.tsx'

type ActivityListProps<Row> = {
  label: string
  /** Newest first; undefined until they are read. */
  rows: readonly Row[] | undefined
  /** Instead of the list, while it has no line. */
  empty: ReactNode
  /** Above the lines. */
  head?: ReactNode
  /** A `memo`. */
  Line: ComponentType<{ row: Row; onOpen: (row: Row) => void }>
  /** Corrects the one opened. */
  EditDialog: ComponentType<{ row: Row; onClose: () => void }>
}

/** What was done with groups, or with the library's staff: lines that open. */
export function ActivityList<Row extends { id: string }>(props: ActivityListProps<Row>) {
  const { label, rows, empty, head, Line, EditDialog } = props
  const [editing, setEditing] = useState<Row | null>(null)
  if (rows === undefined) return null
  if (rows.length === 0) return empty
  return (
    <>
      {head}
      <WindowedList list={wholeList(rows)} label={label} rowHeight={73} className="lines activities">
        {(row) => <Line row={row} onOpen={setEditing} />}
      </WindowedList>
      {editing !== null && <EditDialog row={editing} onClose={() => setEditing(null)} />}
    </>
  )
}
