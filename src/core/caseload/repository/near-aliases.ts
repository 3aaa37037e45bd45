import { sql } from 'kysely'
import type { Reader } from '../../database.ts'
import { fold } from '../folding.ts'
import { slipsToBegin } from '../slips.ts'
import { prepared } from '../prepared.ts'
import { query } from '../tables.ts'

/** What is typed beyond is not sought. */
export const maxWords = 10

/** Shorter words have no room for a slip. */
const slipsAllowed = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0)

const words = /[\p{L}\p{N}]+/gu
const wordsOf = (text: string): string[] => fold(text).match(words) ?? []

/**
 * Persons one of whose aliases begins a word with each word of the text, give or take a slip (two in a long word). The
 * fewest slips first, then by alias.
 */
export function nearAliases(reader: Reader, text: string): { id: string; alias: string; found: string }[] {
  const sought = wordsOf(text)
    .slice(0, maxWords)
    .map((word) => ({ word, letters: lettersOf(word), allowed: slipsAllowed(word) }))
  if (!sought.some(({ allowed }) => allowed > 0)) return []
  return aliasesWhere(reader, (text, from, to) => mayHold(text, from, to, sought))
    .flatMap((foldedAliases) => {
      const nearest = foldedAliases
        .split('\n')
        .map((alias, line) => ({ line, slips: slipsIn(sought, alias.match(words) ?? []) }))
        .filter(({ slips }) => slips !== null)
        .sort((a, b) => (a.slips ?? 0) - (b.slips ?? 0))[0]
      return nearest ? [{ foldedAliases, ...nearest }] : []
    })
    .sort((a, b) => (a.slips ?? 0) - (b.slips ?? 0))
    .flatMap(({ foldedAliases, line }) =>
      reader
        .all(peopleCalled(foldedAliases))
        .map(({ id, alias, aliases }) => ({ id, alias, found: aliases.split('\n')[line] ?? alias })),
    )
}

/**
 * The folded aliases of everybody who is let through, each once, in their order. They come in one text, of which only those are parsed: thousands of
 * rows would take longer to hand over than to read, and thousands of values would fill the memory at each search.
 */
function aliasesWhere(reader: Reader, mayBe: (text: string, from: number, to: number) => boolean): string[] {
  const text = reader.all(everybodyAliases())[0]?.aliases ?? '[]'
  const found = new Set<string>()
  // ["aliases","aliases"]: a quote inside has its backslash, so that these marks are nowhere else
  for (let from = 2; from < text.length;) {
    const mark = text.indexOf('","', from)
    const to = mark < 0 ? text.length - 2 : mark
    if (mayBe(text, from, to)) found.add(JSON.parse(text.slice(from - 1, to + 1)))
    from = to + 3
  }
  return [...found]
}

const everybodyAliases = prepared(0, () =>
  sql<{ aliases: string }>`
    select json_group_array(foldedAliases) as aliases
    from (select foldedAliases from person where mergedInto is null order by foldedAliases)`.compile(query),
)

const peopleCalled = prepared(1, (foldedAliases: string) =>
  query
    .selectFrom('person')
    .select(['id', 'alias', 'aliases'])
    .where('foldedAliases', '=', foldedAliases)
    .where('mergedInto', 'is', null)
    .orderBy('id')
    .compile(),
)

interface Sought {
  word: string
  letters: number
  /** Slips. */
  allowed: number
}

/** A letter that is nowhere takes a slip of its own: most words are out at a glance. */
function lacks(present: number, { letters, allowed }: Sought): boolean {
  let missing = letters & ~present
  let count = 0
  for (; missing !== 0; missing &= missing - 1) count++
  return count > allowed
}

/**
 * Whether each word has another in the text that does not lack it, without any value made. What parts words is told by ASCII alone and escapes
 * add letters: more is let through, nothing is missed.
 */
function mayHold(text: string, from: number, to: number, sought: readonly Sought[]): boolean {
  let held = 0
  let letters = 0
  for (let at = from; at <= to; at++) {
    const code = at === to ? separator : text.charCodeAt(at)
    if (isInWord(code)) {
      letters |= letterBit(code)
      continue
    }
    if (letters !== 0) sought.forEach((one, index) => (held |= lacks(letters, one) ? 0 : 1 << index))
    letters = 0
  }
  return held === (1 << sought.length) - 1
}

const separator = 32
/** Of a folded text: a small letter, a digit, or whatever is beyond ASCII. */
const isInWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127

/** One bit a letter; some share one. */
const letterBit = (code: number): number => 1 << (code % 32)

function lettersOf(folded: string): number {
  let letters = 0
  for (let at = 0; at < folded.length; at++) letters |= letterBit(folded.charCodeAt(at))
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
