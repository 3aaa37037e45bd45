import { fold } from '../../caseload/folding.ts'
import { slipsBetween, slipsToBegin } from '../../caseload/slips.ts'
import { commonWords } from './common-words.ts'

/** What a piece of text is for somebody who reads her own file. */
export type Mark = 'plain' | 'another' | 'hidden' | 'doubtful'
export interface Piece {
  text: string
  mark: Mark
}

export interface Masking {
  /** Aliases and legal names of everybody else, as typed. */
  others: readonly string[]
  /** The names of whom the file is about: they are never masked, even if somebody else has one of them. */
  own: readonly string[]
  /** Passages the worker hides as well. */
  hide: readonly string[]
  /** Words the worker says are nobody. */
  nobody: readonly string[]
  /** Words that are nobody wherever they stand: none, where what is missed is missed for good. */
  common?: ReadonlySet<string>
}

/** What stands in the place of a masked piece. */
export const replacements = { another: '[une autre personne]', hidden: '[masqué]' } as const

export interface Mask {
  /** The text in pieces, in order: joined, they are the text. */
  pieces(text: string): Piece[]
}

/**
 * Finds the others in a text, whatever the accents and the case. A whole name is masked, whatever article it is said with. A
 * capitalized word that is a part of one, or a slip of the finger away from one, is doubtful: somebody must say. A common
 * word is never doubtful: it begins sentences everywhere, and points at nobody.
 */
export function createMask({ others, own, hide, nobody, common = commonWords }: Masking): Mask {
  const mine = new Set(own.flatMap(saidAs))
  const names = others.flatMap(saidAs).filter((name) => name !== '' && !mine.has(name))
  const hidden = hide.map((passage) => compared(passage).trim()).filter((passage) => passage !== '')
  const spared = new Set([...common, ...nobody.map(fold), ...own.flatMap(wordsOf)])
  const parts = new Set(others.flatMap(partsOf).filter((part) => !spared.has(part)))
  const isDoubtful = (word: string): boolean => {
    const folded = fold(word)
    if (spared.has(folded) || !startsWithCapital(word)) return false
    return parts.has(folded) || [...parts].some((part) => isSlipAway(folded, part))
  }
  return {
    pieces(text) {
      const marks = markLetters(text, { names, hidden })
      for (const { word, from } of capitalizedWords(text)) {
        if (marks.slice(from, from + word.length).every((mark) => mark === 'plain') && isDoubtful(word))
          marks.fill('doubtful', from, from + word.length)
      }
      return piecesOf(text, marks)
    },
  }
}

/** The text as the person receives it. */
export const masked = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text, mark }) => (mark === 'another' || mark === 'hidden' ? replacements[mark] : text))
    .join('')

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** A name of several words is also known by the capitalized ones, by all where none is; a short one would be found everywhere. */
function partsOf(name: string): string[] {
  if (/\p{Lu}/u.test(name))
    return (name.match(/\p{Lu}[\p{L}\p{N}]{2,}/gu) ?? []).map(fold).filter((part) => part.length >= 3)
  // « marie tremblay », typed in a hurry, and not « la dame au chariot »
  const words = wordsOf(name)
  return words.some((word) => commonWords.has(word)) ? [] : words.filter((word) => word.length >= 3)
}

const contracted: Record<string, readonly string[]> = { le: ['du', 'au'], les: ['des', 'aux'] }

/** A hyphen, a line that turns or two spaces part the words of a name as one space does; what has no width is not there. */
const separator = /[\s\p{Pd}]+/gu
const unseen = /\p{Default_Ignorable_Code_Point}/gu
const compared = (text: string): string => fold(text).replaceAll(unseen, '').replaceAll(separator, ' ')

/** « marco 🎸 » and « marco ! » are said « marco » too, unless that is a word of any sentence. */
function bare(name: string): string | null {
  const letters = name.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return letters === name || letters.length < 2 || commonWords.has(letters) ? null : letters
}

/** « Le monsieur au béret » is also « du monsieur au béret » and « ce monsieur au béret »; « Le Poète », also « au poète ». */
function saidAs(typed: string): string[] {
  const name = compared(typed).trim()
  const alone = bare(name)
  return alone === null ? withAnyArticle(name) : [...withAnyArticle(name), ...withAnyArticle(alone)]
}

function withAnyArticle(name: string): string[] {
  const [, article, rest] = /^(?:(les?|la) |l')(.+)$/u.exec(name) ?? []
  if (rest === undefined) return [name]
  if (rest.includes(' ')) return [name, rest]
  return [name, ...(contracted[article ?? ''] ?? []).map((of) => `${of} ${rest}`)]
}

const startsWithCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

function isSlipAway(word: string, part: string): boolean {
  if (part.length < 4 || Math.abs(word.length - part.length) > 1) return false
  if (slipsBetween(word, part, 1) <= 1) return true
  // « Anny » for « Annie », a last letter missed besides; a short word has ordinary ones all around it (« Parc », « Marco »)
  const mayMissItsEnd = part.length > 5 || (part.length === 5 && word[0] === part[0])
  return mayMissItsEnd && slipsToBegin(word, part, 1) <= 1
}

function* capitalizedWords(text: string): Generator<{ word: string; from: number }> {
  for (const { 0: word, index } of text.matchAll(/\p{Lu}[\p{L}\p{N}\p{M}]+/gu)) yield { word, from: index }
}

/** One mark a UTF-16 unit of the text. */
function markLetters(
  text: string,
  { names, hidden }: { names: readonly string[]; hidden: readonly string[] },
): Mark[] {
  const { folded, from } = foldWithPlaces(text)
  const marks: Mark[] = Array.from({ length: text.length }, () => 'plain')
  const markAll = (passage: string, mark: Mark) => {
    for (let at = folded.indexOf(passage); at >= 0; at = folded.indexOf(passage, at + 1)) {
      let end = at + passage.length
      // a letter that folds into several (« œ ») is never marked in part
      while (end < from.length && from[end] === from[end - 1]) end += 1
      if (mark === 'another' && (isInsideWord(folded, at) || isInsideWord(folded, end))) continue
      marks.fill(mark, from[at] ?? 0, from[end] ?? text.length)
    }
  }
  // the longest last: a word hidden because it may be somebody does not cut the whole name where it stands
  const sought = [
    ...names.map((passage) => ({ passage, mark: 'another' as const })),
    ...hidden.map((passage) => ({ passage, mark: 'hidden' as const })),
  ].toSorted((a, b) => a.passage.length - b.passage.length)
  for (const { passage, mark } of sought) markAll(passage, mark)
  return marks
}

/** Between two letters or digits: not the edge of a word. */
const isInsideWord = (text: string, at: number): boolean =>
  /^[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1)) && at > 0 && at < text.length

/** The text as it is compared, and for each of its units the place in the text of the letter it comes from. */
function foldWithPlaces(text: string): { folded: string; from: number[] } {
  let folded = ''
  const from: number[] = []
  let place = 0
  for (const letter of text) {
    const said = compared(letter)
    const plain = said === ' ' && folded.endsWith(' ') ? '' : said
    for (let unit = 0; unit < plain.length; unit += 1) from.push(place)
    folded += plain
    place += letter.length
  }
  return { folded, from }
}

function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; at += 1) {
    const mark = marks[at] ?? 'plain'
    const last = pieces.at(-1)
    if (last?.mark === mark) last.text += text[at] ?? ''
    else pieces.push({ text: text[at] ?? '', mark })
  }
  return pieces
}
