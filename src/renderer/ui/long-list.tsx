import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'

type LongListProps<T> = {
  rows: readonly T[]
  rowKey: (row: T) => string
  /** Pixels of an ordinary row: those in sight are measured. */
  rowHeight: number
  className?: string
  /** A row, as one `<li>`. */
  children: (row: T) => ReactNode
}

/** Shorter, all of it is drawn. */
const LONG = 100
/** What scrolls: the whole screen, not the list. */
export const scroller = (): HTMLElement | null => document.getElementById('content')

/** A list of lines; of a long one, only those near what is in sight are in the page. */
export function LongList<T>({ rows, rowKey, className, children, ...props }: LongListProps<T>) {
  if (rows.length > LONG)
    return (
      <Windowed rows={rows} rowKey={rowKey} className={className} {...props}>
        {children}
      </Windowed>
    )
  return <ul className={className}>{rows.map(children)}</ul>
}

type WindowedProps<T> = Omit<LongListProps<T>, 'className'> & { className: string | undefined }

function Windowed<T>({ rows, rowKey, rowHeight, className, children }: WindowedProps<T>) {
  const list = useRef<HTMLUListElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: scroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowKey(row)
    },
    scrollMargin,
    overscan: 10,
  })
  const items = virtualizer.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- lines are measured whenever others are drawn; the same margin sets nothing
  useLayoutEffect(() => {
    if (list.current === null) return
    setScrollMargin(Math.round(topIn(list.current)))
    for (const [place, line] of [...list.current.children].entries()) {
      const item = items[place]
      if (item) virtualizer.resizeItem(item.index, line.getBoundingClientRect().height)
    }
  })
  return (
    <ul
      ref={list}
      className={className}
      style={{
        paddingBlockStart: first ? first.start - scrollMargin : 0,
        paddingBlockEnd: last ? virtualizer.getTotalSize() - (last.end - scrollMargin) : 0,
      }}
    >
      {items.map(({ index }) => {
        const row = rows[index]
        return row === undefined ? null : children(row)
      })}
    </ul>
  )
}

/** How far below the top of what scrolls an element begins. */
export function topIn(element: HTMLElement): number {
  const frame = scroller()
  if (frame === null) return 0
  return element.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop
}
