import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Writer } from '../changes.ts'
import { findDuplicates, type Duplicate, type Ear } from '../duplicates.ts'
import { query, type Tables } from '../tables.ts'
import type { Removed } from './rows.ts'

/** Pairs that may be one person and were not dismissed, the likeliest first. */
export function suggestDuplicates(reader: Reader, ear: Ear): Duplicate[] {
  const people = reader.all(
    query
      .selectFrom('person')
      .select(['id', 'alias', 'aliases'])
      .where('mergedInto', 'is', null)
      .orderBy('id')
      .compile(),
  )
  const dismissed = reader.all(query.selectFrom('dismissedDuplicate').selectAll().compile())
  const isDismissed = new Set(dismissed.map(({ oneId, otherId }) => `${oneId} ${otherId}`))
  return findDuplicates(people, ear).filter(({ one, other }) => !isDismissed.has(`${one.id} ${other.id}`))
}

/** These two are not one person: no longer suggested. */
export function dismissDuplicate(
  writer: Writer,
  { oneId, otherId }: { oneId: string; otherId: string },
): Result<Removed, 'unknown-person' | 'same-person'> {
  if (oneId === otherId) return failed('same-person')
  const one = writer.find('person', { id: oneId })
  if (!one || !writer.find('person', { id: otherId })) return failed('unknown-person')
  writer.put('dismissedDuplicate', orderedPair(oneId, otherId))
  return ok({ subject: one.alias })
}

export const orderedPair = (a: string, b: string): Tables['dismissedDuplicate'] =>
  a < b ? { oneId: a, otherId: b } : { oneId: b, otherId: a }
