import { fold } from '../caseload/folding.ts'
import type { Mapping } from './mapping.ts'

/** Months as French and English write them, long or short, once folded. */
const months: readonly (readonly string[])[] = [
  ['janvier', 'january', 'janv', 'jan'],
  ['fevrier', 'february', 'fevr', 'fev', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'april', 'avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'july', 'juil', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'september', 'sept', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
]
const weekday =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+/
// « mar. » is a Tuesday or a March: a day of the week comes before a day and the name of its month
const shortWeekday =
  /^(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b\.?,?\s+(?=\d{1,2}(?:er|st|nd|rd|th)?[\s-]+[a-z]|[a-z])/
const article = /^le\s+/

/** A day and, when the text goes on with one, an hour. Null when it is no day of the calendar. */
export function parseDate(
  text: string,
  order: Mapping['dateOrder'],
): { day: string; time: string | null } | null {
  const folded = fold(text.trim())
    .replace('ᵉʳ', 'er')
    .replace(weekday, '')
    .replace(article, '')
    .replace(shortWeekday, '')
  const found = yearFirst(folded) ?? numeric(folded, order) ?? written(folded)
  if (!found) return null
  const day = calendarDay(found.year, found.month, found.day)
  if (day === null) return null
  const rest = found.rest.replace(/^[\st,]+/, '').replace(/^(a|at)\s/, '')
  if (rest === '') return { day, time: null }
  const time = parseTime(rest)
  return time === null ? null : { day, time }
}

interface Found {
  year: number
  month: number
  day: number
  rest: string
}

function yearFirst(text: string): Found | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)$/s.exec(text)
  if (!match) return null
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), rest: match[4] ?? '' }
}

function numeric(text: string, order: Mapping['dateOrder']): Found | null {
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)(.*)$/s.exec(text)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[2])]
  const [day, month] = order === 'day-first' ? [first, second] : [second, first]
  return { year: Number(match[3]), month, day, rest: match[4] ?? '' }
}

/** « 24 novembre 2026 », « 1er mars 2026 », « November 24, 2026 ». */
function written(text: string): Found | null {
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th)?[\s-]+([a-z]+)\.?[\s,-]+(\d{4})(?!\d)(.*)$/s.exec(text)
  const monthFirst = /^([a-z]+)\.?\s+(\d{1,2})(?:er|st|nd|rd|th)?,?\s+(\d{4})(?!\d)(.*)$/s.exec(text)
  const match = dayFirst ?? monthFirst
  if (!match) return null
  const [day, name] = dayFirst ? [match[1], match[2]] : [match[2], match[1]]
  const month = months.findIndex((names) => names.includes(name ?? '')) + 1
  return { year: Number(match[3]), month, day: Number(day), rest: match[4] ?? '' }
}

function calendarDay(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const time = Date.parse(text)
  // 31 February parses in some engines: it must come back as it went
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null
}

/** `14:30`, `14 h 30`, `14h`, `2:30 pm`, with seconds or not: an hour of the day as `HH:mm`. */
export function parseTime(text: string): string | null {
  const match =
    /^(\d{1,2})(?:\s*[:h]\s*(\d{2})?(?::\d{2}(?:\.\d+)?)?|(?=\s*[ap]\.?m))\s*(?:z|([ap])\.?m\.?)?$/.exec(
      fold(text).trim(),
    )
  if (!match) return null
  const half = match[3]
  const given = Number(match[1])
  const minute = Number(match[2] ?? 0)
  if (half && (given < 1 || given > 12)) return null
  const hour = half ? (given % 12) + (half === 'p' ? 12 : 0) : given
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Day first, as French writes, unless a date of the column can only be read with the month first. */
export function guessDateOrder(texts: readonly string[]): Mapping['dateOrder'] {
  const pairs = texts.flatMap((text) => {
    const match = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(text)
    return match ? [{ first: Number(match[1]), second: Number(match[2]) }] : []
  })
  const onlyMonthFirst = pairs.some(({ second }) => second > 12) && pairs.every(({ first }) => first <= 12)
  return onlyMonthFirst ? 'month-first' : 'day-first'
}
