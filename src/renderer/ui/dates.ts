import { DateFormatter, getLocalTimeZone, parseDate, today, type CalendarDate } from '@internationalized/date'
import { locale, t } from '../text/i18n.ts'

/** The formats of a language, made once: making one costs more than using it. */
function formatsIn(locale: string) {
  // days have no hour: reading them all at UTC spares looking up the offset of each
  const timeZone = 'UTC'
  const day = { day: 'numeric', month: 'short', timeZone } as const
  const weekday = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const
  return {
    short: new DateFormatter(locale, { weekday: 'short', ...day }),
    shortWithYear: new DateFormatter(locale, { weekday: 'short', ...day, year: 'numeric' }),
    long: new DateFormatter(locale, weekday),
    longWithYear: new DateFormatter(locale, { ...weekday, year: 'numeric' }),
    month: new DateFormatter(locale, { month: 'long', timeZone }),
    monthWithYear: new DateFormatter(locale, { month: 'long', year: 'numeric', timeZone }),
  }
}
const made = new Map<string, ReturnType<typeof formatsIn>>()
function formats(): ReturnType<typeof formatsIn> {
  const present = made.get(locale()) ?? formatsIn(locale())
  made.set(locale(), present)
  return present
}

const here = () => today(getLocalTimeZone())
const startOf = (day: CalendarDate) => day.toDate('UTC')
/** The day of a day or of a minute: both begin with `YYYY-MM-DD`. */
export const dayOf = (dayOrMinute: string): string => dayOrMinute.slice(0, 10)
const parse = (dayOrMinute: string) => parseDate(dayOf(dayOrMinute))

export const todayHere = (): string => here().toString()
/** The present local minute, `YYYY-MM-DDTHH:mm`. */
export function nowHere(): string {
  const now = new Date()
  return `${todayHere()}T${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`
}
export const addDays = (day: string, days: number): string => parse(day).add({ days }).toString()
/** Days from today to that day; negative when it is past. */
export const daysUntil = (day: string): number =>
  (startOf(parse(day)).getTime() - startOf(here()).getTime()) / 86_400_000

/** Only the first of a month is an ordinal in French, which the formats of `Intl` do not know. */
const written = (format: DateFormatter, date: CalendarDate): string => {
  const text = format.format(startOf(date))
  return date.day === 1 && locale().startsWith('fr') ? text.replace(/\b1(?=\s\p{L})/u, '1ᵉʳ') : text
}

/** « mar. 3 nov. », with the year only when it is not this one. */
export function shortDay(day: string): string {
  const date = parse(day)
  return written(formats()[date.year === here().year ? 'short' : 'shortWithYear'], date)
}
/** « mardi 3 novembre ». */
export function longDay(day: string): string {
  const date = parse(day)
  return written(formats()[date.year === here().year ? 'long' : 'longWithYear'], date)
}
/** « mardi 3 novembre 2026 », for what outlives the year. */
export const fullDay = (day: string): string => written(formats().longWithYear, parse(day))
/** « novembre », « novembre 2025 ». */
export function monthOf(day: string): string {
  const date = parse(day)
  return formats()[date.year === here().year ? 'month' : 'monthWithYear'].format(startOf(date))
}
/** « aujourd’hui », « hier », « demain », else the short day. */
export function nearDay(day: string): string {
  const days = daysUntil(day)
  if (days === 0) return t('time.today')
  if (days === -1) return t('time.yesterday')
  if (days === 1) return t('time.tomorrow')
  return shortDay(day)
}
/** « 14 h 05 », « 9 h » from `14:05` or from a minute. */
export function clock(minuteOrTime: string): string {
  const [hours = '', minutes = ''] = minuteOrTime.slice(-5).split(':')
  if (minutes === '00') return t('time.hours', { hours: Number(hours) })
  return t('time.clock', { hours: Number(hours), minutes })
}
/** « hier, 14 h 05 ». */
export const nearMoment = (minute: string): string =>
  t('time.moment', { day: nearDay(minute), clock: clock(minute) })
/** Two words at most for a narrow column: the hour today, « hier », else the short day. */
export const glance = (minute: string): string => (daysUntil(minute) === 0 ? clock(minute) : nearDay(minute))

/** « 20 min », « 2 h », « 6 h 20 ». */
export function duration(totalMinutes: number): string {
  const hours = Math.floor(totalMinutes / 60)
  const minutes = totalMinutes % 60
  if (hours === 0) return t('time.minutes', { minutes })
  if (minutes === 0) return t('time.hours', { hours })
  return t('time.hoursMinutes', { hours, minutes: String(minutes).padStart(2, '0') })
}
