import {
  memo,
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import type { LongList } from '../long-lists.ts'
import './table.css'
import { focusedIn, heightInSight, useWindow } from './windowed.ts'

export type TableColumn<T> = {
  key: string
  title: string
  cell: (row: T) => ReactNode
  /** The column whose text names the row for a screen reader; exactly one. */
  isRowHeader?: boolean
  isNumber?: boolean
  /** Its cells are acts that say what they do: the title is only heard. */
  isAct?: boolean
  /** As in a grid: `3fr`, or pixels. */
  width?: `${number}fr` | number
  /** Pixels it keeps in a narrow window: the table then scrolls sideways rather than cut what it says. */
  minWidth?: number
}

type TableProps<T> = {
  label: string
  /** The same from one drawing to the next: rows are drawn again when they change. */
  columns: readonly TableColumn<T>[]
  list: LongList<T>
  /** The same from one drawing to the next, too. */
  onOpen?: (row: T) => void
}

/** Pixels, as in table.css. */
const ROW = 44
const HEAD = 36

/**
 * Rows to walk with the arrows, Page Up and Down, Home and End, and to open with Enter, however many they are: only those near what is in
 * sight are in the page. A table that must be printed is a plain one.
 */
export function Table<T>({ label, columns, list, onOpen }: TableProps<T>) {
  const { total = 0 } = list
  const { frame, element, places, height, scrollTo } = useWindow({ list, rowHeight: ROW, covered: HEAD })
  const [active, setActive] = useState(0)
  const goal = useRef<number | null>(null)
  const stop = places.some(({ index }) => index === active) ? active : places[0]?.index

  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), total - 1)
    goal.current = next
    setActive(next)
    scrollTo(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = focusedIn(element())
    if (from === null || event.altKey || event.metaKey || event.shiftKey) return
    const page = Math.max(1, Math.floor(heightInSight() / ROW) - 2)
    const moves: Record<string, number> = {
      ArrowUp: from - 1,
      ArrowDown: from + 1,
      PageUp: from - page,
      PageDown: from + page,
      Home: 0,
      End: total - 1,
    }
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    move(to)
  }
  // the row moved to is drawn once the screen has scrolled to it
  useEffect(() => {
    if (goal.current === null) return
    const row = element()?.querySelector<HTMLElement>(`[data-index="${goal.current}"]`)
    if (!row) return
    goal.current = null
    row.focus({ preventScroll: true })
  })

  return (
    <div className="table-frame" style={columnsOf(columns)}>
      {/* the keys that walk its rows; each row is a stop of its own */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        className="table"
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className="table-head">
          {columns.map(({ key, title, isNumber, isAct }) => (
            <div key={key} role="columnheader" className="table-title" data-number={isNumber || undefined}>
              {isAct ? <span className="visually-hidden">{title}</span> : title}
            </div>
          ))}
        </div>
        <div role="rowgroup" ref={frame} className="table-body" style={{ height }}>
          {places.map(({ index, top }) => (
            <TableRow
              key={index}
              row={list.rowAt(index)}
              index={index}
              top={top}
              isStop={index === stop}
              columns={columns}
              onOpen={onOpen}
              onActive={setActive}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

const columnsOf = <T,>(columns: readonly TableColumn<T>[]) => {
  const least = columns.map(({ width, minWidth = 0 }) => (typeof width === 'number' ? width : minWidth))
  const widths = columns.map(({ width = '1fr' }, index) =>
    typeof width === 'number' ? `${width}px` : `minmax(${least[index]}px, ${width})`,
  )
  return {
    '--columns': widths.join(' '),
    '--least': `${least.reduce((sum, each) => sum + each, 0)}px`,
  } as CSSProperties
}

type TableRowProps<T> = {
  row: T | undefined
  index: number
  top: number
  isStop: boolean
  columns: readonly TableColumn<T>[]
  onOpen: ((row: T) => void) | undefined
  onActive: (index: number) => void
}

const TableRow = memo(function TableRow<T>(props: TableRowProps<T>) {
  const { row, index, top, isStop, columns, onOpen, onActive } = props
  const open = (event: MouseEvent | KeyboardEvent) => {
    // a link or a button inside the row has its own press
    const isOwn = (event.target as HTMLElement).closest('a, button') !== null
    if (row !== undefined && !isOwn) onOpen?.(row)
  }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined || undefined}
      data-index={index}
      data-opens={onOpen !== undefined || undefined}
      tabIndex={isStop ? 0 : -1}
      className="table-row"
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => onActive(index)}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === 'Enter') open(event)
      }}
    >
      {columns.map(({ key, isRowHeader, isNumber, cell }) => (
        <div
          key={key}
          role={isRowHeader ? 'rowheader' : 'gridcell'}
          className="table-cell"
          data-number={isNumber || undefined}
        >
          {row !== undefined && cell(row)}
        </div>
      ))}
    </div>
  )
}) as <T>(props: TableRowProps<T>) => ReactNode
