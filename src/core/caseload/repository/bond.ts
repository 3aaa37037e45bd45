import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import { dayOf } from '../calendar.ts'
import type { Writer } from '../changes.ts'
import { query, type Tables } from '../tables.ts'
import type { Context, Removed } from './rows.ts'

/** Bond stages, oldest first. */
export function bondStages(reader: Reader, personId: string): Tables['bondStageChange'][] {
  return reader.all(
    query
      .selectFrom('bondStageChange')
      .selectAll()
      .where('personId', '=', personId)
      .orderBy('changedOn')
      .compile(),
  )
}

/** Says the stage of a day; `replaces` is the day of the entry it corrects. The last one said is the present stage. */
export function saveBondStage(
  writer: Writer,
  { personId, stage, on, replaces }: { personId: string; stage: string; on: string; replaces: string | null },
  { now }: Context,
): Result<Removed, 'not-found' | 'in-the-future'> {
  const person = writer.find('person', { id: personId })
  if (!person || person.mergedInto !== null) return failed('not-found')
  if (replaces !== null && !writer.find('bondStageChange', { personId, changedOn: replaces }))
    return failed('not-found')
  if (on > dayOf(now)) return failed('in-the-future')
  if (replaces !== null) writer.remove('bondStageChange', { personId, changedOn: replaces })
  writer.put('bondStageChange', { personId, changedOn: on, stage })
  return ok({ subject: setPresentStage(writer, person) })
}

export function removeBondStage(
  writer: Writer,
  { personId, on }: { personId: string; on: string },
): Result<Removed, 'not-found' | 'only-bond-stage'> {
  const person = writer.find('person', { id: personId })
  const change = writer.find('bondStageChange', { personId, changedOn: on })
  if (!person || person.mergedInto !== null || !change) return failed('not-found')
  if (bondStages(writer, personId).length === 1) return failed('only-bond-stage')
  writer.remove('bondStageChange', { personId, changedOn: on })
  return ok({ subject: setPresentStage(writer, person) })
}

function setPresentStage(writer: Writer, person: Tables['person']): string {
  const last = bondStages(writer, person.id).at(-1)
  if (last) writer.put('person', { ...person, bondStage: last.stage })
  return person.alias
}
