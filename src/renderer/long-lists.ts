import { useQueries } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input, Output } from '#shared/contract'
import { queryOf, useRead, type ReadName } from './queries.ts'

/** The commands that answer a stretch of a list and how many rows it has in all. */
export type LongListName = {
  [N in ReadName]: Input<N> extends { limit: number; offset: number }
    ? Output<N> extends { total: number; rows: readonly object[] }
      ? N
      : never
    : never
}[ReadName]
export type RowOf<N extends LongListName> = Output<N>['rows'][number]
type Asked<N extends LongListName> = Omit<Input<N>, 'limit' | 'offset'>

/** Rows by their place, those near what is in sight being there. */
export type LongList<Row> = {
  /** How many there are; undefined until the first answer. */
  total: number | undefined
  /** Undefined while it is on its way. */
  rowAt: (index: number) => Row | undefined
  /** What draws the list says what of it is in sight, each time that changes. */
  see: (first: number, last: number) => void
}

/** Two screens of lines: what a list opens with is all read and handed over before its first frame. */
const PAGE = 30
/** Rows asked for beyond those in sight, so that ordinary scrolling never waits. */
const AHEAD = 40
/** Milliseconds: a thumb dragged through years asks for nothing until it rests. */
const REST = 60

const inputOf = <N extends LongListName>(asked: Asked<N>, page: number) =>
  // a stretch is what `Asked` left out of the input
  ({ ...asked, limit: PAGE, offset: page * PAGE }) as unknown as Input<N>

/** A list of any length: the pages around what is in sight, and no other, are asked of the engine. */
export function useLongList<N extends LongListName>(
  name: N,
  asked: Asked<N>,
  options: { enabled?: boolean } = {},
): LongList<RowOf<N>> {
  const start = useRead(name, inputOf<N>(asked, 0), options).data
  const { first, last, see } = usePagesSeen()
  const count = start === undefined ? 0 : Math.ceil(start.total / PAGE)
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (page) => page > 0 && page < count,
  )
  const pages = useQueries({
    queries: numbers.map((page) => ({ ...queryOf(name, inputOf<N>(asked, page)), gcTime: 60_000 })),
    combine: (answers) => new Map(answers.map(({ data }, index) => [numbers[index], data?.rows])),
  })
  return {
    total: start?.total,
    see,
    rowAt: (index) => {
      const page = Math.floor(index / PAGE)
      return (page === 0 ? start?.rows : pages.get(page))?.[index % PAGE]
    },
  }
}

/** A list that is there whole. */
export const wholeList = <Row>(rows: readonly Row[]): LongList<Row> => ({
  total: rows.length,
  rowAt: (index) => rows[index],
  see: () => {},
})

/** The pages around what is in sight, once it has rested on them. */
function usePagesSeen() {
  const [pages, setPages] = useState({ first: 0, last: 0 })
  const pending = useRef({ first: 0, last: 0, timer: 0 })
  const see = useCallback((firstRow: number, lastRow: number) => {
    const first = Math.max(0, Math.floor((firstRow - AHEAD) / PAGE))
    const last = Math.floor((lastRow + AHEAD) / PAGE)
    const waiting = pending.current
    if (first === waiting.first && last === waiting.last) return
    clearTimeout(waiting.timer)
    pending.current = { first, last, timer: window.setTimeout(() => setPages({ first, last }), REST) }
  }, [])
  useEffect(() => () => clearTimeout(pending.current.timer), [])
  return { ...pages, see }
}
