import type { ContactFilter } from '#core/caseload/filter'

/**
 * A filter as the phrases it is said with, each a word and its value: `theme:housing`, `period:2026-11-01/2026-11-30`.
 * An open end of a period is empty.
 */
export function phrasesOfContacts(filter: ContactFilter): string[] {
  const { from, to, kinds = [], themes = [], places = [], mandateAxis, personId, incomplete } = filter
  return [
    ...(from === undefined && to === undefined ? [] : [`period:${from ?? ''}/${to ?? ''}`]),
    ...(personId === undefined ? [] : [`person:${personId}`]),
    ...kinds.map((code) => `kind:${code}`),
    ...themes.map((code) => `theme:${code}`),
    ...places.map((code) => `place:${code}`),
    ...(mandateAxis === undefined ? [] : [`axis:${mandateAxis}`]),
    ...(incomplete === undefined ? [] : [`incomplete:${incomplete ? 'yes' : 'no'}`]),
  ]
}

/** The filter those phrases say. Where only one can be said, a period for instance, the last one is. */
export function contactsSaidBy(phrases: readonly string[]): ContactFilter {
  const period = lastOf(phrases, 'period')?.split('/')
  const [from = '', to = ''] = period ?? []
  const personId = lastOf(phrases, 'person')
  const mandateAxis = lastOf(phrases, 'axis')
  const incomplete = lastOf(phrases, 'incomplete')
  return {
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
    ...(personId !== undefined && { personId }),
    ...several(phrases, 'kind', 'kinds'),
    ...several(phrases, 'theme', 'themes'),
    ...several(phrases, 'place', 'places'),
    ...(mandateAxis !== undefined && { mandateAxis }),
    ...(incomplete !== undefined && { incomplete: incomplete === 'yes' }),
  }
}

export function splitPhrase(phrase: string): [word: string, value: string] {
  const colon = phrase.indexOf(':')
  return [phrase.slice(0, colon), phrase.slice(colon + 1)]
}

/** What comes after the word, in each phrase that begins with it. */
const valuesOf = (phrases: readonly string[], word: string): string[] =>
  phrases.filter((phrase) => phrase.startsWith(`${word}:`)).map((phrase) => phrase.slice(word.length + 1))

export const lastOf = (phrases: readonly string[], word: string): string | undefined =>
  valuesOf(phrases, word).at(-1)

/** The field and its codes, or nothing when no phrase says one. */
export function several<K extends string>(
  phrases: readonly string[],
  word: string,
  field: K,
): { [F in K]?: string[] } {
  const codes = [...new Set(valuesOf(phrases, word))]
  return codes.length === 0 ? {} : ({ [field]: codes } as { [F in K]: string[] })
}
