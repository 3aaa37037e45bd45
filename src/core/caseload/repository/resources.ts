import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Writer } from '../changes.ts'
import { fold } from '../folding.ts'
import { openReferralStates } from '../referral.ts'
import { resourceName, type Resource, type ResourceFields } from '../resource.ts'
import { query } from '../tables.ts'
import { idToWrite, type Context, type Input, type Removed, type Saved } from './rows.ts'

export type ResourceRow = Resource & { openReferrals: number }

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

/** By name, accents and case ignored. */
export function listResources(reader: Reader): ResourceRow[] {
  const named = reader
    .all(resourcesWithFigures.compile())
    .map((row) => ({ row, name: fold(resourceName(row)) }))
  return named.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name))).map(({ row }) => row)
}

export function saveResource(
  writer: Writer,
  { id: given, ...fields }: Input<ResourceFields>,
  context: Context,
): Result<Saved, 'not-found'> {
  const target = idToWrite(writer, 'resource', given, context)
  if (!target.ok) return target
  const id = target.value
  writer.put('resource', { ...fields, id })
  return ok({ id, subject: resourceName(fields) })
}

/** Referrals that lead to it, ended or not, hold it back. */
export function removeResource(
  writer: Writer,
  id: string,
): Result<Removed, 'not-found' | 'still-referenced'> {
  const resource = writer.find('resource', { id })
  if (!resource) return failed('not-found')
  const referrals = query.selectFrom('referral').select('id').where('resourceId', '=', id).limit(1)
  if (writer.all(referrals.compile()).length > 0) return failed('still-referenced')
  writer.remove('resource', { id })
  return ok({ subject: resourceName(resource) })
}
