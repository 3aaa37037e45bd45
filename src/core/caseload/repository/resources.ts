import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import { dayOf } from '../calendar.ts'
import type { Writer } from '../changes.ts'
import { byName } from '../folding.ts'
import { openReferralStates } from '../referral.ts'
import { isStale, resourceName, type Resource, type ResourceFields } from '../resource.ts'
import { query, type Tables } from '../tables.ts'
import { idToWrite, parseCodes, toCodes, type Context, type Input, type Removed, type Saved } from './rows.ts'

export type ResourceRow = Resource & { openReferrals: number; stale: boolean }

const resourcesWithFigures = query
  .selectFrom('resource')
  .selectAll('resource')
  .select((eb) =>
    eb.fn
      .coalesce(
        eb
          .selectFrom('referral')
          .whereRef('referral.resourceId', '=', 'resource.id')
          .where('state', 'in', openReferralStates)
          .select((eb) => eb.fn.countAll<number>().as('count')),
        eb.lit(0),
      )
      .as('openReferrals'),
  )

/** By name, accents and case ignored; the retired ones too. */
export function listResources(reader: Reader, now: string): ResourceRow[] {
  const rows = reader.all(resourcesWithFigures.compile())
  return byName(rows, resourceName).map((row) => resourceFrom(row, dayOf(now)))
}

/** Saving again leaves a retired resource retired. */
export function saveResource(
  writer: Writer,
  { id: given, ...fields }: Input<ResourceFields>,
  context: Context,
): Result<Saved, 'not-found' | 'in-the-future'> {
  if (fields.lastCheckedOn !== null && fields.lastCheckedOn > dayOf(context.now))
    return failed('in-the-future')
  const target = idToWrite(writer, 'resource', given, context)
  if (!target.ok) return target
  const id = target.value
  const retiredOn = writer.find('resource', { id })?.retiredOn ?? null
  writer.put('resource', {
    ...fields,
    id,
    languages: toCodes(fields.languages),
    pivotContacts: JSON.stringify(fields.pivotContacts),
    retiredOn,
  })
  return ok({ id, subject: resourceName(fields) })
}

/** Somebody verified today that all of it still holds. */
export function checkResource(writer: Writer, id: string, { now }: Context): Result<Saved, 'not-found'> {
  return changeResource(writer, id, { lastCheckedOn: dayOf(now) })
}

/** No new referral leads there from that day on; null opens it again. */
export function retireResource(
  writer: Writer,
  { id, on }: { id: string; on: string | null },
): Result<Saved, 'not-found'> {
  return changeResource(writer, id, { retiredOn: on })
}

function changeResource(
  writer: Writer,
  id: string,
  changes: Partial<Tables['resource']>,
): Result<Saved, 'not-found'> {
  const before = writer.find('resource', { id })
  if (!before) return failed('not-found')
  writer.put('resource', { ...before, ...changes })
  return ok({ id, subject: resourceName(before) })
}

/** Referrals that lead to it, ended or not, hold it back: it can be retired. */
export function removeResource(
  writer: Writer,
  id: string,
): Result<Removed, 'not-found' | 'still-referenced'> {
  const resource = writer.find('resource', { id })
  if (!resource) return failed('not-found')
  const referrals = query.selectFrom('referral').select('id').where('resourceId', '=', id).limit(1)
  const consents = query.selectFrom('consent').select('id').where('resourceId', '=', id).limit(1)
  const isNamed = [referrals, consents].some((naming) => writer.all(naming.compile()).length > 0)
  if (isNamed) return failed('still-referenced')
  writer.remove('resource', { id })
  return ok({ subject: resourceName(resource) })
}

function resourceFrom(row: Tables['resource'] & { openReferrals: number }, today: string): ResourceRow {
  return {
    ...row,
    languages: parseCodes(row.languages),
    pivotContacts: JSON.parse(row.pivotContacts),
    stale: isStale(row, today),
  }
}
