import { isValidOn, labelOn, type ListName, type ListValue } from '#core/caseload/lists'
import type { Language } from '#shared/language'
import type { Option } from './ui/select.tsx'

/** The labels of the editable lists. A code without a label (a list not loaded yet) reads as nothing. */
export type Lists = {
  label: (list: ListName, code: string) => string
  labels: (list: ListName, codes: readonly string[]) => string
  /** The values valid that day, plus those already chosen: a retired value stays on the records that have it. */
  options: (list: ListName, chosen?: readonly string[]) => readonly Option[]
  /** As they were on the day or minute of a record: renaming a value does not rewrite what was written before. */
  on: (dayOrMinute: string) => Lists
}

/** The lists as they were that day, in that language. */
export function listsOn(values: readonly ListValue[], dayOrMinute: string, language: Language): Lists {
  // a long list asks for thousands of labels, of a few hundred days
  const byCode = new Map(values.map((value) => [`${value.list} ${value.code}`, value]))
  const days = new Map<string, Lists>()
  const on = (dayOrMinute: string): Lists => {
    const day = dayOrMinute.slice(0, 10)
    const known = days.get(day) ?? listsOfDay(values, byCode, day, language, on)
    days.set(day, known)
    return known
  }
  return on(dayOrMinute)
}

function listsOfDay(
  values: readonly ListValue[],
  byCode: ReadonlyMap<string, ListValue>,
  day: string,
  language: Language,
  on: Lists['on'],
): Lists {
  const offered = new Map<ListName, readonly Option[]>()
  const textOf = (value: ListValue) => labelOn(value, day)[language]
  const label = (list: ListName, code: string) => {
    const value = byCode.get(`${list} ${code}`)
    return value === undefined ? '' : textOf(value)
  }
  return {
    label,
    labels: (list, codes) =>
      codes
        .map((code, index) => (index === 0 ? label(list, code) : inSentence(label(list, code))))
        .join(', '),
    options: (list, chosen = []) => {
      // every row of a list may ask for the same ones
      const known = chosen.length === 0 ? offered.get(list) : undefined
      if (known !== undefined) return known
      const options = values
        .filter((value) => value.list === list && (isValidOn(value, day) || chosen.includes(value.code)))
        .sort((a, b) => a.position - b.position)
        .map((value) => ({ key: value.code, label: textOf(value) }))
      if (chosen.length === 0) offered.set(list, options)
      return options
    },
    on,
  }
}

/** A label inside a sentence: « Logement » reads « logement », « ITSS » stays. */
export const inSentence = (label: string): string =>
  label.slice(1, 2) === label.slice(1, 2).toLowerCase()
    ? label.slice(0, 1).toLowerCase() + label.slice(1)
    : label
