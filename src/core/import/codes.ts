import { fold } from '../caseload/folding.ts'
import { isValidOn, labelOn, type ListName, type ListValue } from '../caseload/lists.ts'

/** The lists as an import reads them: a code, a French or an English label, accents and case ignored. */
export interface CodeMatcher {
  /** Of several values of the same name, the one that was valid that day, and so called. */
  find(list: ListName, text: string, day?: string): ListValue | null
  /** The French label nearest to a text no value has; null when nothing is near. */
  suggest(list: ListName, text: string): string | null
}

export function codeMatcher(values: readonly ListValue[]): CodeMatcher {
  const byName = new Map<string, ListValue[]>()
  for (const value of values) {
    for (const name of new Set(namesOf(value))) {
      const key = `${value.list}\n${name}`
      byName.set(key, [...(byName.get(key) ?? []), value])
    }
  }
  return {
    find(list, text, day = '') {
      const name = simplify(text)
      const found = byName.get(`${list}\n${name}`) ?? []
      return found.length > 1 ? bestOf(found, name, day) : (found[0] ?? null)
    },
    suggest: (list, text) => nearest(values, list, simplify(text))?.label.fr ?? null,
  }
}

function bestOf(values: readonly ListValue[], name: string, day: string): ListValue | null {
  const fitness = (value: ListValue) => {
    const { fr, en } = day === '' ? value.label : labelOn(value, day)
    const isSoCalled = [fr, en].some((label) => simplify(label) === name)
    return (day !== '' && isValidOn(value, day) ? 2 : 0) + (isSoCalled ? 1 : 0)
  }
  return values.toSorted((a, b) => fitness(b) - fitness(a))[0] ?? null
}

/** Its code, and every label it has ever had: an old file says the old words. */
const namesOf = ({ code, label, labels }: ListValue): string[] =>
  [code, ...[label, ...labels].flatMap(({ fr, en }) => [fr, en])].map(simplify)

/** Letters and digits only, one space between words: `Relation d’aide` is `relation d aide`. */
export function simplify(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The values a cell names. The whole cell may be one label; then come the parts between `;`, `|` or line breaks; a
 * comma or a slash separates only in a part that is no label itself.
 */
export function splitValues(text: string, isKnown: (part: string) => boolean): string[] {
  if (text === '' || isKnown(text)) return text === '' ? [] : [text]
  return partsOf(text, /[;|\r\n]+/u).flatMap((part) => (isKnown(part) ? [part] : partsOf(part, /[,/]+/u)))
}

const partsOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function nearest(values: readonly ListValue[], list: ListName, sought: string): ListValue | null {
  if (sought.length < 3 || sought.length > 60) return null
  let best: { value: ListValue; distance: number } | null = null
  for (const value of values.filter((value) => value.list === list)) {
    for (const name of namesOf(value)) {
      const begins = name.startsWith(sought) || sought.startsWith(name)
      const distance = begins ? 1 : editDistance(sought, name)
      if (!best || distance < best.distance) best = { value, distance }
    }
  }
  return best && best.distance <= Math.max(1, Math.floor(sought.length / 3)) ? best.value : null
}

/** How many letters to add, drop or change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[b.length] ?? 0
}
