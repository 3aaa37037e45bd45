import { useQueries } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ContactFilter } from '#core/caseload/filter'
import type { Output } from '#shared/contract'
import { ask } from '../../client.ts'
import { queryClient, useRead } from '../../queries.ts'

export type ContactRow = Output<'contacts.list'>['rows'][number]

const PAGE = 100
/** Rows asked for beyond those in sight, so that ordinary scrolling never waits. */
const AHEAD = 60
/** A thumb dragged through years asks for nothing until it rests. */
const REST = 60

const inputOf = (page: number, filter: ContactFilter) => ({ limit: PAGE, offset: page * PAGE, filter })

/** Asked ahead of time, when nothing else is to be done: the longest list opens on an answer that is there. */
export const prefetchContacts = () =>
  queryClient.prefetchQuery({
    queryKey: ['contacts.list', inputOf(0, {})],
    queryFn: () => ask('contacts.list', inputOf(0, {})),
    gcTime: Infinity,
  })

/** The first page, which tells how many there are; undefined until it is there. */
export const useFirstContacts = (filter: ContactFilter) => useRead('contacts.list', inputOf(0, filter)).data

/** The contacts by their place in the list: the pages around what is in sight, and no other, are loaded. */
export function useContacts(
  filter: ContactFilter,
  sight: { first: number; last: number },
): { total: number; rowAt: (index: number) => ContactRow | undefined } {
  const start = useFirstContacts(filter)
  const first = useRested(Math.max(1, Math.floor((sight.first - AHEAD) / PAGE)))
  const last = useRested(Math.floor((sight.last + AHEAD) / PAGE))
  const total = start?.total ?? 0
  const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const pages = useQueries({
    queries: numbers
      .filter((page) => page * PAGE < total)
      .map((page) => ({
        queryKey: ['contacts.list', inputOf(page, filter)],
        queryFn: () => ask('contacts.list', inputOf(page, filter)),
        gcTime: 60_000,
      })),
    combine: (results) => new Map(results.map(({ data }, index) => [first + index, data?.rows])),
  })
  return {
    total,
    rowAt: (index) => {
      const page = Math.floor(index / PAGE)
      return (page === 0 ? start?.rows : pages.get(page))?.[index % PAGE]
    },
  }
}

/** The value once it has not changed for a moment. */
function useRested(value: number): number {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
