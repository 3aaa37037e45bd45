import type { Reader } from '../../database.ts'
import { fold } from '../folding.ts'
import { slipsToBegin } from '../slips.ts'
import { query } from '../tables.ts'

/** Shorter words have no room for a slip. */
const slipsAllowed = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0)

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Persons one of whose aliases begins a word with each word of the text, give or take a slip (two in a long word). The
 * fewest slips first, then by alias.
 */
export function nearAliases(reader: Reader, text: string): { id: string; alias: string; found: string }[] {
  const sought = wordsOf(text)
  if (!sought.some((word) => slipsAllowed(word) > 0)) return []
  const people = reader.all(
    query
      .selectFrom('person')
      .select(['id', 'alias', 'aliases'])
      .where('mergedInto', 'is', null)
      .orderBy('foldedAliases')
      .orderBy('id')
      .compile(),
  )
  return people
    .flatMap(({ id, alias, aliases }) => {
      const nearest = aliases
        .split('\n')
        .map((found) => ({ id, alias, found, slips: slipsIn(sought, wordsOf(found)) }))
        .filter(({ slips }) => slips !== null)
        .sort((a, b) => (a.slips ?? 0) - (b.slips ?? 0))[0]
      return nearest ? [nearest] : []
    })
    .sort((a, b) => (a.slips ?? 0) - (b.slips ?? 0))
    .map(({ id, alias, found }) => ({ id, alias, found }))
}

/** Slips in all; null when a word is not there. */
function slipsIn(sought: readonly string[], words: readonly string[]): number | null {
  let sum = 0
  for (const word of sought) {
    const allowed = slipsAllowed(word)
    const slips = Math.min(...words.map((of) => slipsToBegin(word, of, allowed)))
    if (slips > allowed) return null
    sum += slips
  }
  return sum
}
