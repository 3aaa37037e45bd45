import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { fold } from '../folding.ts'
import { slipsToBegin } from '../slips.ts'
import { prepared } from '../prepared.ts'
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
  const near = peopleWho(reader, (letters) => !sought.some((one) => lacks(letters, one))).flatMap(
    ([foldedAliases, id]) => {
      const nearest = foldedAliases
        .split('\n')
        .map((alias, line) => ({ id, line, slips: slipsIn(sought, alias.match(words) ?? []) }))
        .filter(({ slips }) => slips !== null)
        .sort((a, b) => (a.slips ?? 0) - (b.slips ?? 0))[0]
      return nearest ? [nearest] : []
    },
  )
  return near
    .sort((a, b) => (a.slips ?? 0) - (b.slips ?? 0))
    .flatMap(({ id, line }) => {
      const named = query.selectFrom('person').select(['alias', 'aliases']).where('id', '=', id)
      return reader
        .all(named.compile())
        .map(({ alias, aliases }) => ({ id, alias, found: aliases.split('\n')[line] ?? alias }))
    })
}

type Known = [foldedAliases: string, id: string]

/**
 * Everybody whose letters are let through. In one text, of which only those are parsed: thousands of rows would take longer to hand over than to
 * read, and thousands of values would fill the memory at each search.
 */
function peopleWho(reader: Reader, mayBe: (letters: number) => boolean): Known[] {
  const people = reader.all(everybody())[0]?.people ?? '[]'
  const found: Known[] = []
  // [["aliases","id"],["aliases","id"]]: a quote inside a text has its backslash, so that these marks are nowhere else
  for (let from = people.indexOf('["'); from >= 0; from = people.indexOf('["', from)) {
    const middle = people.indexOf('","', from)
    const end = people.indexOf('"]', middle + 3) + 2
    // escapes add letters that are not there: more is parsed, nothing is missed
    if (mayBe(lettersOf(people, from + 2, middle))) found.push(JSON.parse(people.slice(from, end)))
    from = end
  }
  return found
}

const everybody = prepared(0, () =>
  sql<{ people: string }>`
    select json_group_array(json_array(foldedAliases, id)) as people
    from (select foldedAliases, id from person where mergedInto is null order by foldedAliases, id)`.compile(
    query,
  ),
)

interface Sought {
  word: string
  letters: number
  /** Slips. */
  allowed: number
}

/** A letter that is nowhere takes a slip of its own: most aliases are out at a glance. */
function lacks(present: number, { letters, allowed }: Sought): boolean {
  let missing = letters & ~present
  let count = 0
  for (; missing !== 0; missing &= missing - 1) count++
  return count > allowed
}

/** One bit a letter; some share one. */
function lettersOf(folded: string, from = 0, to = folded.length): number {
  let letters = 0
  for (let at = from; at < to; at++) letters |= 1 << (folded.charCodeAt(at) % 32)
  return letters
}

/** Slips in all; null when a word is not there. */
function slipsIn(sought: readonly Sought[], known: readonly string[]): number | null {
  let sum = 0
  for (const one of sought) {
    const { word, allowed } = one
    const near = known.filter((of) => !lacks(lettersOf(of), one)).map((of) => slipsToBegin(word, of, allowed))
    const slips = Math.min(...near)
    if (slips > allowed) return null
    sum += slips
  }
  return sum
}
