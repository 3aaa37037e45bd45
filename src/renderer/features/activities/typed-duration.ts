import * as z from 'zod'
import { workHoursFields } from '#core/caseload/activity'

const forms = [
  // 3 h, 3h30, 3 h 30, 3:30, 3 h 30 min
  /^(?<hours>\d{1,2}) ?[h:] ?(?:(?<minutes>[0-5]?\d) ?(?:m|min)?)?$/,
  // 3,5 h and 3,5: a lone number is hours
  /^(?<decimal>\d{1,2}(?:[.,]\d{1,2})?) ?h?$/,
  // 90 min
  /^(?<minutes>\d{1,4}) ?(?:m|min)$/,
]

/** Minutes in a length of time as people type it, « 3 h 30 », « 3,5 », « 90 min »; null for anything else. */
export function minutesTyped(text: string): number | null {
  const typed = text.trim().toLowerCase().replaceAll(/\s+/gu, ' ')
  for (const form of forms) {
    const groups = form.exec(typed)?.groups
    if (groups === undefined) continue
    const { hours = '0', minutes = '0', decimal = '0' } = groups
    return Number(hours) * 60 + Number(minutes) + Math.round(Number(decimal.replace(',', '.')) * 60)
  }
  return null
}

/** Hours as the form holds them: the length as it was typed. */
export const hoursForm = workHoursFields.extend({
  minutes: z.string().transform(minutesTyped).pipe(workHoursFields.shape.minutes),
})
