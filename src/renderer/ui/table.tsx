import type { ReactNode } from 'react'
import {
  Cell,
  Column,
  Row,
  Table as AriaTable,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components'
import './table.css'

export type TableColumn<T> = {
  key: string
  title: string
  cell: (row: T) => ReactNode
  /** The column whose text names the row for a screen reader; exactly one. */
  isRowHeader?: boolean
  isNumber?: boolean
  /** As in a grid: `3fr`, or pixels. */
  width?: `${number}fr` | number
  /** Pixels it keeps in a narrow window: the table then scrolls sideways rather than cut what it says. */
  minWidth?: number
}

type TableProps<T> = {
  label: string
  columns: readonly TableColumn<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  /** The text a person types to jump to a row. */
  rowText?: (row: T) => string
  onOpen?: (row: T) => void
  /** Shown in place of the rows. */
  empty?: ReactNode
}

const ROW = 44
const HEAD = 36
const VISIBLE = 14

/**
 * Rows to walk with the arrows and open with Enter. Only what is visible is in the page, so that ten thousand rows stay
 * light: a table that must be printed is a plain one.
 */
export function Table<T extends object>({
  label,
  columns,
  rows,
  rowKey,
  rowText,
  onOpen,
  empty,
}: TableProps<T>) {
  if (rows.length === 0) return empty
  const byKey = new Map(rows.map((row) => [rowKey(row), row]))
  const open = (key: string) => {
    const row = byKey.get(key)
    if (row !== undefined) onOpen?.(row)
  }
  return (
    <div className="table-frame" style={{ height: HEAD + ROW * Math.min(rows.length, VISIBLE) + 1 }}>
      <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: ROW, headingHeight: HEAD }}>
        <AriaTable
          aria-label={label}
          className="table"
          selectionMode="none"
          {...(onOpen && { onRowAction: (key: string | number) => open(String(key)) })}
        >
          <TableHeader className="table-head">
            {columns.map((column) => (
              <Column
                key={column.key}
                id={column.key}
                isRowHeader={column.isRowHeader ?? false}
                width={column.width ?? '1fr'}
                minWidth={column.minWidth ?? null}
                className="table-title"
                data-number={column.isNumber || undefined}
              >
                {column.title}
              </Column>
            ))}
          </TableHeader>
          <TableBody>
            {rows.map((row) => (
              <Row key={rowKey(row)} id={rowKey(row)} textValue={rowText?.(row) ?? ''} className="table-row">
                {columns.map((column) => (
                  <Cell key={column.key} className="table-cell" data-number={column.isNumber || undefined}>
                    {column.cell(row)}
                  </Cell>
                ))}
              </Row>
            ))}
          </TableBody>
        </AriaTable>
      </Virtualizer>
    </div>
  )
}
