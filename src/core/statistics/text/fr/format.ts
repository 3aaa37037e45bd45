import { firstDayOf, isQuarter, lastDayOf, yearOf, type Period } from '../../period.ts'

/** How numbers, days and periods are written in a published French document. */

const whole = new Intl.NumberFormat('fr-CA')
const longDate = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeZone: 'UTC' })
const ordinals: Record<string, string> = { 1: '1ᵉʳ', 2: '2ᵉ', 3: '3ᵉ', 4: '4ᵉ' }

/** No line breaks before a high mark or a middle dot, inside guillemets, after ≈, inside a number, a span of numbers or the number of a law. */
export function typeset(text: string): string {
  return text
    .replaceAll(/ (?=[:;?!»%·])/gu, '\u00A0')
    .replaceAll(/(?<=[«≈]) /gu, '\u00A0')
    .replaceAll(/(?<=\d) (?=\d{3})/gu, '\u00A0')
    .replaceAll(/(?<=\d)–(?=\d)/gu, '–\u2060')
    .replaceAll(/(?<=\b\p{Lu})-(?=\d)/gu, '-\u2060')
    .replaceAll(/(?<=\b(?:art|r)\.) (?=\d)/gu, '\u00A0')
}

export const number = (value: number): string => whole.format(value)
export const approximately = (value: number): string => `≈ ${number(value)}`

/** With its sign, and a true minus. Zero is said to be zero. */
export function change(value: number): string {
  if (value === 0) return '0'
  return `${value > 0 ? '+' : '−'}\u00A0${number(Math.abs(value))}`
}

export function date(day: string): string {
  const text = longDate.format(Date.parse(day))
  return text.replace(/^1\s/u, '1ᵉʳ ').replaceAll(' ', '\u00A0')
}

/** 62 h 30; the value is in hours. */
export function hours(value: number): string {
  const minutes = Math.round(value * 60)
  const rest = minutes % 60
  const past = rest === 0 ? '' : `\u00A0${String(rest).padStart(2, '0')}`
  return `${number(Math.floor(minutes / 60))}\u00A0h${past}`
}

export function periodName(period: Period): string {
  if (!isQuarter(period)) return `Année ${period}`
  return `${ordinals[period.slice(6)]} trimestre ${yearOf(period)}`
}

/** For the head of a column: « T2 2026 ». */
export const shortPeriod = (period: Period): string =>
  isQuarter(period) ? `T${period.slice(6)}\u00A0${yearOf(period)}` : period

/** Inside a sentence: « au 2ᵉ trimestre 2026 », « en 2026 ». */
export const inPeriod = (period: Period): string =>
  isQuarter(period) ? `au ${periodName(period)}` : `en\u00A0${period}`

export const periodDays = (period: Period): string =>
  `du ${date(firstDayOf(period))} au ${date(lastDayOf(period))}`

/** « a, b et c ». */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1)
  if (last === undefined) return ''
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} et ${last}`
}
