import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LongList } from '../long-lists.ts'

/** What scrolls: the whole screen, not the list. */
const scroller = (): HTMLElement | null => document.getElementById('content')
export const heightInSight = (): number => scroller()?.clientHeight ?? 0

/** Rows drawn on each side of what is in sight, once it is there: none of them keeps a list from opening. */
const BESIDE = 6
/** So many rows are placed to open a list; to place a hundred thousand takes as long as to draw the first ones. */
const FIRST = 200
/** Milliseconds at most before the others are: by then somebody may have scrolled to them. */
const SOON = 200

type WindowOptions = {
  list: Pick<LongList<unknown>, 'total' | 'see'>
  /** Pixels of an ordinary row. */
  rowHeight: number
  /** Pixels at the top of the screen that something covers. */
  covered?: number
}

/**
 * Which rows of a list of any length are drawn, and where: those near what is in sight, and the one that holds the focus, wherever it is
 * gone. The whole screen scrolls. Rows carry `data-index` and lie in the element that has `frame` as its ref; those that have `row` as
 * theirs may be of any height.
 */
export function useWindow({ list: { total = 0, see }, rowHeight, covered = 0 }: WindowOptions) {
  const frame = useRef<HTMLDivElement & HTMLUListElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const count = isOpen ? total : Math.min(total, FIRST)
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used here
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: scroller,
    estimateSize: () => rowHeight,
    scrollMargin,
    scrollPaddingStart: covered,
    overscan: isOpen ? BESIDE : 0,
    rangeExtractor: (range) => withFocused(range, frame.current),
  })
  useLayoutEffect(() => {
    const { current } = frame
    // what stands above may grow or go while the list stays: the height of the screen then changes too
    const content = scroller()
    if (current === null || content === null) return
    const observer = new ResizeObserver(() => setScrollMargin(Math.round(topIn(current))))
    setScrollMargin(Math.round(topIn(current)))
    for (const part of content.children) observer.observe(part)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const idle = requestIdleCallback(() => setOpen(true), { timeout: SOON })
    return () => cancelIdleCallback(idle)
  }, [])
  const { startIndex: first = 0, endIndex: last = 0 } = virtualizer.range ?? {}
  useEffect(() => see(first, last), [see, first, last])
  const places = virtualizer
    .getVirtualItems()
    .map(({ index, start }) => ({ index, top: start - scrollMargin }))
  return {
    frame,
    /** What `frame` holds. */
    element: () => frame.current,
    row: virtualizer.measureElement,
    places,
    height: virtualizer.getTotalSize() + (total - count) * rowHeight,
    scrollTo: virtualizer.scrollToIndex,
  }
}

function withFocused(range: Range, frame: HTMLElement | null): number[] {
  const near = defaultRangeExtractor(range)
  const kept = focusedIn(frame)
  if (kept === null || kept >= range.count || near.includes(kept)) return near
  return [...near, kept].sort((a, b) => a - b)
}

/** The place of the row that holds the focus. */
export function focusedIn(frame: HTMLElement | null): number | null {
  const { activeElement } = document
  if (!frame || !activeElement || !frame.contains(activeElement)) return null
  const index = activeElement.closest<HTMLElement>('[data-index]')?.dataset['index']
  return index === undefined ? null : Number(index)
}

/** How far below the top of what scrolls an element begins. */
function topIn(element: HTMLElement): number {
  const frame = scroller()
  if (frame === null) return 0
  return element.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop
}
