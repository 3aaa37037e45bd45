import { useEffect, useLayoutEffect, useReducer, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LongList } from '../long-lists.ts'
import { rowHeights } from './row-heights.ts'

/** What scrolls: the whole screen, not the list. */
const scroller = (): HTMLElement | null => document.getElementById('content')
export const heightInSight = (): number => scroller()?.clientHeight ?? 0

/** Pixels drawn beyond what is in sight, each way: several frames of a scroll, which rows may follow a frame late. */
const BEYOND = 450
const nothing = { first: 0, last: -1 }
/** The height of a row not measured yet. */
const NEW = -1

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
  const [view] = useState(() => createWindow(rowHeight))
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  view.resize(total)
  useLayoutEffect(() => view.start(redraw), [view])
  // at each drawing: a row that stays may have another place
  useLayoutEffect(() => view.settle())
  const { first, last } = view.drawn()
  useEffect(() => see(first, last), [see, first, last])
  return {
    frame: view.frame,
    /** What `frame` holds. */
    element: view.element,
    row: view.row,
    places: view.places(),
    height: view.height(),
    /** Brings a row in sight, no further than that takes. */
    scrollTo: (index: number) => view.scrollTo(index, covered),
  }
}

/** What is drawn of a list, as the screen scrolls and rows are measured. */
function createWindow(rowHeight: number) {
  let rows = rowHeights(0, rowHeight)
  let frame: HTMLElement | null = null
  /** Pixels of the screen above the list. */
  let above = 0
  let drawn = nothing
  /** What rows above have grown by: what is in sight stays where it is. */
  let moved = 0
  let isResized = false
  let redraw = () => {}
  const heights = new WeakMap<Element, number>()

  const look = () => {
    const content = scroller()
    if (content === null) return
    const from = content.scrollTop - above - BEYOND
    const to = from + content.clientHeight + 2 * BEYOND
    const isNear = to > 0 && from < rows.startOf(rows.count)
    const near = isNear ? { first: rows.at(from), last: rows.at(to) } : nothing
    if (drawn.first === near.first && drawn.last === near.last) return
    drawn = near
    redraw()
  }
  const place = () => {
    const content = scroller()
    if (content === null || frame === null) return
    above = topIn(frame, content)
    look()
  }
  /** Whether some row is not as tall as it was thought to be. */
  const measure = (): boolean => {
    let isOther = false
    for (const row of frame?.children ?? []) {
      const known = heights.get(row)
      if (known === undefined) continue
      const height = known === NEW ? Math.round(row.getBoundingClientRect().height) : known
      heights.set(row, height)
      const index = indexOf(row)
      const more = rows.measure(index, height)
      isOther ||= more !== 0
      if (above + rows.startOf(index) < (scroller()?.scrollTop ?? 0)) moved += more
    }
    return isOther
  }
  const observer = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries)
      heights.set(target, Math.round(borderBoxSize[0]?.blockSize ?? 0))
    if (measure()) flushSync(redraw)
  })

  return {
    /** While it is drawn: `redraw` draws it again. */
    start(whenChanged: () => void) {
      redraw = whenChanged
      place()
      const content = scroller()
      content?.addEventListener('scroll', look, { passive: true })
      // what stands above may grow or go while the list stays: the height of the screen then changes too
      const placing = new ResizeObserver(place)
      if (content !== null) for (const part of [content, ...content.children]) placing.observe(part)
      return () => {
        redraw = () => {}
        content?.removeEventListener('scroll', look)
        placing.disconnect()
      }
    },
    /** Once drawn: rows new here are measured, and drawn again where that puts them, before they are seen. */
    settle() {
      if (measure()) return redraw()
      if (moved !== 0) scroller()?.scrollBy(0, moved)
      moved = 0
      if (isResized) look()
      isResized = false
    },
    /** Rows are added and go at the end. */
    resize(count: number) {
      if (rows.count === count) return
      rows = rows.resized(count)
      isResized = true
    },
    frame: (element: HTMLElement | null) => {
      frame = element
    },
    element: () => frame,
    row: (element: HTMLElement | null) => {
      if (element === null) return undefined
      heights.set(element, NEW)
      observer.observe(element)
      return () => observer.unobserve(element)
    },
    drawn: () => drawn,
    height: () => rows.startOf(rows.count),
    places() {
      const { first } = drawn
      const last = Math.min(drawn.last, rows.count - 1)
      const near = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
      const kept = focusedIn(frame)
      const isFar = kept !== null && kept < rows.count && !near.includes(kept)
      const indexes = isFar ? [...near, kept].toSorted((a, b) => a - b) : near
      return indexes.map((index) => ({ index, top: rows.startOf(index) }))
    },
    scrollTo(index: number, covered: number) {
      const content = scroller()
      if (content === null) return
      const top = above + rows.startOf(index)
      const lowest = top - covered
      const highest = top + rows.of(index) - content.clientHeight
      content.scrollTop = Math.min(lowest, Math.max(highest, content.scrollTop))
    },
  }
}

/** The place of the row that holds the focus. */
export function focusedIn(frame: HTMLElement | null): number | null {
  const { activeElement } = document
  if (!frame || !activeElement || !frame.contains(activeElement)) return null
  const row = activeElement.closest('[data-index]')
  return row && indexOf(row)
}

const indexOf = (row: Element): number => Number(row.getAttribute('data-index'))

/** How far below the top of what scrolls an element begins. */
const topIn = (element: HTMLElement, content: HTMLElement): number =>
  Math.round(element.getBoundingClientRect().top - content.getBoundingClientRect().top + content.scrollTop)
