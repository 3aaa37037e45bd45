import type { Reader } from '../../database.ts'
import type { SourceType } from '../follow-up.ts'
import { resourceName } from '../resource.ts'
import { query } from '../tables.ts'
import { parseCodes } from './rows.ts'

/** What a follow-up comes from, as far as a line can say it. */
export type Source =
  | { type: 'contact' | 'incident'; at: string; kinds: string[] }
  | { type: 'referral'; resourceName: string }

export function readSource(reader: Reader, { type, id }: { type: SourceType; id: string }): Source | null {
  if (type === 'referral') {
    const led = query
      .selectFrom('referral')
      .innerJoin('resource', 'resource.id', 'referral.resourceId')
      .select(['organization', 'service'])
      .where('referral.id', '=', id)
    const [resource] = reader.all(led.compile())
    return resource ? { type, resourceName: resourceName(resource) } : null
  }
  const [record] = reader.all(query.selectFrom(type).select(['at', 'kinds']).where('id', '=', id).compile())
  return record ? { type, at: record.at, kinds: parseCodes(record.kinds) } : null
}
