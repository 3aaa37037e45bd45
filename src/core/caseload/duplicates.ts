import type { Steps } from '../steps.ts'
import { fold } from './folding.ts'

/** How French words sound and resemble one another: from outside, the core knows no phonetics. */
export interface Ear {
  /** The sound of a word of folded Latin letters, as a code; empty when nothing of it can be said. */
  soundOf: (word: string) => string
  /** From 0 (nothing in common) to 1 (the same). */
  likeness: (one: string, other: string) => number
}

interface Named {
  id: string
  alias: string
}
export interface Duplicate {
  one: Named
  other: Named
  reason: 'same-alias' | 'same-sound' | 'near-spelling'
  aliases: [string, string]
  score: number
}

/** An alias as words that tell somebody apart: no article, no title, no punctuation. */
interface Spoken extends Named {
  text: string
  words: readonly string[]
  written: string
  /** Empty when a word cannot be said. */
  sound: string
}

const empty = new Set([
  'le',
  'la',
  'les',
  'l',
  'un',
  'une',
  'de',
  'du',
  'des',
  'd',
  'a',
  'au',
  'aux',
  'et',
  'm',
])
const titles = new Set(['mme', 'mr', 'mlle', 'monsieur', 'madame', 'mademoiselle'])

/** Words closer than this may be one word misspelt. */
const nearEnough = 0.88
/** Shorter words differ by too little to be told apart from a slip. */
const enoughLetters = 4
const soundScore = 0.95

/** Comparisons of one step: a millisecond or so. */
const comparisonsOfAStep = 500

/** Pairs that may be one person: the same alias, the same sound, or words a letter apart. The likeliest first. */
export function* findDuplicates(
  people: readonly { id: string; alias: string; aliases: string }[],
  ear: Ear,
): Steps<Duplicate[]> {
  const spoken: Spoken[] = []
  for (const { id, alias, aliases } of people) {
    spoken.push(...aliases.split('\n').map((text) => speak({ id, alias }, text, ear)))
    yield { done: 0, total: 0 }
  }
  const pairs = new Map<string, Duplicate>()
  let compared = 0
  for (const group of groupsOf(spoken)) {
    for (const [at, one] of group.entries()) {
      for (const other of group.slice(at + 1)) {
        keepBest(pairs, compare(one, other, ear))
        if (++compared % comparisonsOfAStep === 0) yield { done: 0, total: 0 }
      }
    }
  }
  return [...pairs.values()].sort((a, b) => b.score - a.score || (a.one.id < b.one.id ? -1 : 1))
}

function speak(named: Named, text: string, { soundOf }: Ear): Spoken {
  const all = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = all.filter((word) => !empty.has(word) && !titles.has(word))
  const words = (telling.length > 0 ? telling : all).toSorted()
  const sounds = words.map(soundOf)
  const sound = sounds.includes('') ? '' : sounds.toSorted().join(' ')
  return { ...named, text, words, written: words.join(' '), sound }
}

/** Comparing everybody with everybody would take seconds: only those whose words begin, or sound, alike. */
function groupsOf(spoken: readonly Spoken[]): Spoken[][] {
  const sayable = spoken.filter(({ words }) => words.length > 0)
  const byInitials = Map.groupBy(sayable, ({ words }) => words.map((word) => word.slice(0, 1)).join(' '))
  const bySound = Map.groupBy(
    sayable.filter(({ sound }) => sound !== ''),
    ({ sound }) => sound,
  )
  return [...byInitials.values(), ...bySound.values()]
}

function compare(one: Spoken, other: Spoken, ear: Ear): Duplicate | null {
  if (one.id === other.id) return null
  if (one.written === other.written) return pairOf(one, other, 'same-alias', 1)
  if (one.sound !== '' && one.sound === other.sound) return pairOf(one, other, 'same-sound', soundScore)
  const score = spellingScore(one.words, other.words, ear)
  return score === null ? null : pairOf(one, other, 'near-spelling', score * soundScore)
}

function pairOf(one: Spoken, other: Spoken, reason: Duplicate['reason'], score: number): Duplicate {
  const [first, second] = one.id < other.id ? [one, other] : [other, one]
  return {
    one: { id: first.id, alias: first.alias },
    other: { id: second.id, alias: second.alias },
    reason,
    aliases: [first.text, second.text],
    score,
  }
}

/** The mean likeness of words taken two by two; null when a pair is not near enough. Both are sorted. */
function spellingScore(ones: readonly string[], others: readonly string[], { likeness }: Ear): number | null {
  let sum = 0
  for (const [at, one] of ones.entries()) {
    const other = others[at] ?? ''
    const isSlip = one.length >= enoughLetters && other.length >= enoughLetters && !/\p{N}/u.test(one + other)
    const score = one === other ? 1 : isSlip ? likeness(one, other) : 0
    if (score < nearEnough) return null
    sum += score
  }
  return sum / ones.length
}

function keepBest(pairs: Map<string, Duplicate>, found: Duplicate | null): void {
  if (!found) return
  const key = `${found.one.id} ${found.other.id}`
  const known = pairs.get(key)
  if (!known || known.score < found.score) pairs.set(key, found)
}
