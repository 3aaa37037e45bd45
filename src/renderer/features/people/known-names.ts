import { useState } from 'react'
import type { Output } from '#shared/contract'
import { useRead } from '../../queries.ts'

const OFFERED = 8

export type Suggested = Output<'people.suggest'>[number]

/**
 * The persons whose alias resembles the text; without a text, those seen last, asked for only once the field shows them: the access log
 * says that somebody looked for a person, and a field that waits on a screen has shown nobody.
 */
export function useAliases(text: string) {
  const wanted = text.trim()
  const [isOpen, setOpen] = useState(false)
  const isAsked = wanted !== '' || isOpen
  const { data, isFetching } = useRead(
    'people.suggest',
    { text: wanted, limit: OFFERED },
    { enabled: isAsked },
  )
  const rows: readonly Suggested[] = isAsked ? (data ?? []) : []
  // an answer kept from before she was made would have her made again
  return { rows, isLoading: isFetching, onOpen: setOpen }
}

/** How those persons are named, and their age bands; whoever is no more is left out. */
export const useNamed = (ids: readonly string[]) =>
  useRead('people.named', { ids: [...ids] }, { enabled: ids.length > 0 }).data?.filter(({ id }) =>
    ids.includes(id),
  ) ?? []
