import type { Lists } from '../../list-values.ts'
import { inSentence, useLists } from '../../lists.tsx'

/** Why a step was: the reason of the list, then the words; either may be missing. */
export const reasonIn = (lists: Lists, reasonCode: string | null, words: string): string[] =>
  [reasonCode === null ? '' : inSentence(lists.label('referralReason', reasonCode)), words].filter(Boolean)

export function useReason(): (reasonCode: string | null, words: string) => string[] {
  const lists = useLists()
  return (reasonCode, words) => reasonIn(lists, reasonCode, words)
}
