import type { ReactNode } from 'react'
import type { LongList } from '../long-lists.ts'
import './long-list.css'
import { useWindow } from './windowed.ts'

type WindowedListProps<Row> = {
  list: LongList<Row>
  label?: string
  /** Pixels of an ordinary row: those drawn are measured. */
  rowHeight: number
  className?: string
  /** What a row holds; drawn again at each step of a scroll, so its component is a `memo`. */
  children: (row: Row, index: number) => ReactNode
}

/** A list of lines, of any length: only those near what is in sight are in the page. */
export function WindowedList<Row extends { id: string }>(props: WindowedListProps<Row>) {
  const { list, label, rowHeight, className = '', children } = props
  const { frame, row: measured, places, height } = useWindow({ list, rowHeight })
  return (
    <ul ref={frame} aria-label={label} className={`windowed ${className}`} style={{ height }}>
      {places.map(({ index, top }) => {
        const row = list.rowAt(index)
        return (
          <li
            key={row?.id ?? index}
            ref={measured}
            data-index={index}
            aria-setsize={list.total}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${top}px)` }}
          >
            {row === undefined ? (
              <div className="waiting" style={{ height: rowHeight }} aria-busy="true" />
            ) : (
              children(row, index)
            )}
          </li>
        )
      })}
    </ul>
  )
}
