import { useInfiniteQuery } from '@tanstack/react-query'
import type { Output } from '#shared/contract'
import { ask } from '../../client.ts'

export type ContactRow = Output<'contacts.list'>['rows'][number]

const PAGE = 200

/** All contacts, newest first, a page at a time: `more` brings the next one, until there is none left. */
export function useContacts() {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['contacts.list', 'pages'],
    queryFn: ({ pageParam }) => ask('contacts.list', { limit: PAGE, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const loaded = pages.reduce((sum, { rows }) => sum + rows.length, 0)
      return loaded < total ? loaded : undefined
    },
  })
  return {
    /** Undefined until the first page is there. */
    rows: data?.pages.flatMap((page) => page.rows),
    total: data?.pages[0]?.total ?? 0,
    more: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
  }
}
