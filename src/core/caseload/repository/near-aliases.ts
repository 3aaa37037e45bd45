import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { fold } from '../folding.ts'
import { slipsToBegin } from '../slips.ts'
import { query } from '../tables.ts'

/** Shorter words have no room for a slip. */
const slipsAllowed = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0)

const words = /[\p{L}\p{N}]+/gu
const wordsOf = (text: string): string[] => fold(text).match(words) ?? []

/**
 * Persons one of whose aliases begins a word with each word of the text, give or take a slip (two in a long word). The
 * fewest slips first, then by alias.
 */
export function nearAliases(reader: Reader, text: string): { id: string; alias: string; found: string }[] {
  const sought = wordsOf(text).map((word) => ({
    word,
    letters: lettersOf(word),
    allowed: slipsAllowed(word),
  }))
  if (!sought.some(({ allowed }) => allowed > 0)) return []
  const near = everybody(reader).flatMap(([foldedAliases, id]) => {
    if (sought.some((one) => lacks(foldedAliases, one))) return []
    const nearest = foldedAliases
      .split('\n')
      .map((alias, line) => ({ id, line, slips: slipsIn(sought, alias.match(words) ?? []) }))
      .filter(({ slips }) => slips !== null)
      .sort((a, b) => (a.slips ?? 0) - (b.slips ?? 0))[0]
    return nearest ? [nearest] : []
  })
  return near
    .sort((a, b) => (a.slips ?? 0) - (b.slips ?? 0))
    .flatMap(({ id, line }) => {
      const named = query.selectFrom('person').select(['alias', 'aliases']).where('id', '=', id)
      return reader
        .all(named.compile())
        .map(({ alias, aliases }) => ({ id, alias, found: aliases.split('\n')[line] ?? alias }))
    })
}

/** In one value: thousands of rows would take longer to hand over than to read. */
function everybody(reader: Reader): [foldedAliases: string, id: string][] {
  const all = sql<{ people: string }>`
    select json_group_array(json_array(foldedAliases, id)) as people
    from (select foldedAliases, id from person where mergedInto is null order by foldedAliases, id)`
  return JSON.parse(reader.all(all.compile(query))[0]?.people ?? '[]')
}

interface Sought {
  word: string
  letters: number
  /** Slips. */
  allowed: number
}

/** A letter that is nowhere takes a slip of its own: most aliases are out at a glance. */
function lacks(folded: string, { letters, allowed }: Sought): boolean {
  let missing = letters & ~lettersOf(folded)
  let count = 0
  for (; missing !== 0; missing &= missing - 1) count++
  return count > allowed
}

/** One bit a letter; some share one. */
function lettersOf(folded: string): number {
  let letters = 0
  for (let at = 0; at < folded.length; at++) letters |= 1 << (folded.charCodeAt(at) % 32)
  return letters
}

/** Slips in all; null when a word is not there. */
function slipsIn(sought: readonly Sought[], known: readonly string[]): number | null {
  let sum = 0
  for (const one of sought) {
    const { word, allowed } = one
    const near = known.filter((of) => !lacks(of, one)).map((of) => slipsToBegin(word, of, allowed))
    const slips = Math.min(...near)
    if (slips > allowed) return null
    sum += slips
  }
  return sum
}
