import { fold } from './folding.ts'

const length = 16

interface Word {
  start: number
  end: number
  /** Which of the sought words it begins with; none is -1. */
  sought: number
}

/**
 * About 16 words of the text that says most of what is sought, around it; plain, the words found between U+0002 and U+0003,
 * one line. A sought word is folded, and begins a word of the text.
 */
export function excerptOf(texts: readonly string[], sought: readonly string[]): string {
  const found = texts.map((text) => bestOf(text, wordsIn(text, sought)))
  const best = found.reduce((best, one) => (one.value > best.value ? one : best))
  return cut(best).replaceAll('\n', ' · ')
}

function wordsIn(text: string, sought: readonly string[]): Word[] {
  const initials = new Set(sought.map((word) => word.charAt(0)))
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}\p{Co}]+/gu), ({ 0: word, index }) => {
    // folding takes longer than all the rest, and an ASCII letter stays the first one: most words need none
    const initial = word.charAt(0)
    const mayBegin = initial > '\u007f' || initials.has(initial.toLowerCase())
    return { start: index, end: index + word.length, sought: mayBegin ? soughtBy(fold(word), sought) : -1 }
  })
}

const soughtBy = (folded: string, sought: readonly string[]): number =>
  sought.findIndex((one) => folded.startsWith(one))

interface Passage {
  text: string
  words: readonly Word[]
  /** Places of the first word, and of the one after the last. */
  from: number
  to: number
  /** How many of the sought words are in it. */
  value: number
}

/** The first passage with the most of the sought words, what was found in its middle. */
function bestOf(text: string, words: readonly Word[]): Passage {
  let best: Passage = { text, words, from: 0, to: Math.min(length, words.length), value: 0 }
  for (const [first, { sought }] of words.entries()) {
    if (sought < 0) continue
    const within = words.slice(first, first + length)
    const value = new Set(within.filter((word) => word.sought >= 0).map((word) => word.sought)).size
    if (value <= best.value) continue
    const last = first + within.findLastIndex((word) => word.sought >= 0)
    const before = Math.floor((length - (last - first + 1)) / 2)
    const from = Math.max(0, Math.min(first - before, words.length - length))
    best = { text, words, from, to: Math.min(from + length, words.length), value }
  }
  return best
}

function cut({ text, words, from, to }: Passage): string {
  const start = from === 0 ? 0 : (words[from]?.start ?? 0)
  const end = to === words.length ? text.length : (words[to - 1]?.end ?? text.length)
  let cut = ''
  let at = start
  for (const word of words.slice(from, to)) {
    if (word.sought < 0) continue
    cut += `${text.slice(at, word.start)}\u0002${text.slice(word.start, word.end)}\u0003`
    at = word.end
  }
  return `${from === 0 ? '' : '…'}${cut}${text.slice(at, end)}${to === words.length ? '' : '…'}`
}
