import { useRead } from '../../queries.ts'
import type { RowOf } from '../../long-lists.ts'

const OFFERED = 8

/** The persons whose alias resembles the text; without a text, those seen last. */
export function useAliases(text: string): { rows: readonly RowOf<'people.list'>[]; isLoading: boolean } {
  const wanted = text.trim()
  const { data, isFetching } = useRead('people.list', {
    ...(wanted !== '' && { text: wanted }),
    limit: OFFERED,
    offset: 0,
  })
  // an answer kept from before she was made would have her made again
  return { rows: data?.rows ?? [], isLoading: isFetching }
}

/** How those persons are named, and their age bands; whoever is no more is left out. */
export const useNamed = (ids: readonly string[]) =>
  useRead('people.named', { ids: [...ids] }, { enabled: ids.length > 0 }).data?.filter(({ id }) =>
    ids.includes(id),
  ) ?? []
