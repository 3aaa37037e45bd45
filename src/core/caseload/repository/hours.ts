import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { WorkHours, WorkHoursFields, WorkPart } from '../activity.ts'
import { addDays, mondayOf } from '../calendar.ts'
import type { Writer } from '../changes.ts'
import { query } from '../tables.ts'
import { isAxisValid, momentRefusal, type MomentRefusal } from './moments.ts'
import { idToWrite, recordBefore, type Context, type Input, type Removed, type Saved } from './rows.ts'
import { readSettings } from './settings.ts'

type Parts = Record<WorkPart, number>
interface Week {
  monday: string
  minutes: Parts
  entries: WorkHours[]
}

/** Minutes against the agreement, by whole weeks (from Monday) that hold the days asked, in order. */
export function readHours(
  reader: Reader,
  from: string,
  to: string,
): { agreement: Parts; weeks: Week[]; total: Parts } {
  const { libraryMinutes, outsideMinutes } = readSettings(reader).agreement
  const first = mondayOf(from)
  const last = addDays(mondayOf(to), 6)
  const entries = entriesBetween(reader, first, last)
  const weeks: Week[] = []
  for (let monday = first; monday <= last; monday = addDays(monday, 7)) {
    const its = entries.filter(({ day }) => mondayOf(day) === monday)
    weeks.push({ monday, minutes: minutesOf(its), entries: its })
  }
  return {
    agreement: { library: libraryMinutes, outside: outsideMinutes },
    weeks,
    total: minutesOf(entries),
  }
}

function entriesBetween(reader: Reader, from: string, to: string): WorkHours[] {
  const rows = reader.all(
    query
      .selectFrom('workHours')
      .selectAll()
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('id')
      .compile(),
  )
  return rows.map((row) => ({ ...row, part: row.part as WorkPart }))
}

function minutesOf(entries: readonly WorkHours[]): Parts {
  const sum = { library: 0, outside: 0 }
  for (const { part, minutes } of entries) sum[part] += minutes
  return sum
}

/** In the history, its day says which. */
export function saveHours(
  writer: Writer,
  { id: given, ...fields }: Input<WorkHoursFields>,
  context: Context,
): Result<Saved, MomentRefusal | 'axis-not-valid' | 'not-found'> {
  const before = recordBefore(writer, 'workHours', given)
  const refusal = momentRefusal(writer, fields.day, context, before?.day)
  if (refusal) return failed(refusal)
  const { mandateAxis, day } = fields
  const former = before && { mandateAxis: before.mandateAxis, at: before.day }
  if (mandateAxis !== null && !isAxisValid(writer, { mandateAxis, at: day }, former))
    return failed('axis-not-valid')
  const target = idToWrite(writer, 'workHours', given, context)
  if (!target.ok) return target
  writer.put('workHours', { ...fields, id: target.value })
  return ok({ id: target.value, subject: day })
}

export function removeHours(writer: Writer, id: string): Result<Removed, 'not-found'> {
  const hours = writer.find('workHours', { id })
  if (!hours) return failed('not-found')
  writer.remove('workHours', { id })
  return ok({ subject: hours.day })
}
