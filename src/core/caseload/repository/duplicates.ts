import type { Reader } from '../../database.ts'
import { failed, ok, type Result } from '../../result.ts'
import type { Steps } from '../../steps.ts'
import type { Writer } from '../changes.ts'
import { findDuplicates, type Duplicate, type Ear } from '../duplicates.ts'
import { query, type Tables } from '../tables.ts'
import type { Removed } from './rows.ts'
import type { Page, Stretch } from './stretch.ts'

export interface LookAlikes {
  /** Pairs that may be one person and were not dismissed, the likeliest first. All is read in the first step. */
  list(stretch: Stretch): Steps<Page<Duplicate>>
  /** Nothing of what was found, or is being sought, stays in memory: somebody of it was erased. */
  forget(): void
}

/**
 * The pairs found are kept for as long as everybody’s aliases are the same, whatever changes them: to read them all costs far less
 * than to compare them.
 */
export function keepLookAlikes(reader: Reader, ear: Ear): LookAlikes {
  let kept: { from: string; pairs: readonly Duplicate[] } | null = null
  let timesForgotten = 0
  function* find(): Steps<readonly Duplicate[]> {
    const people = reader.all(everybody)
    const from = JSON.stringify(people)
    if (kept?.from === from) return kept.pairs
    kept = null
    const before = timesForgotten
    const pairs = yield* findDuplicates(people, ear)
    if (timesForgotten === before) kept = { from, pairs }
    return pairs
  }
  return {
    *list({ limit, offset }) {
      const dismissed = reader.all(query.selectFrom('dismissedDuplicate').selectAll().compile())
      const isDismissed = new Set(dismissed.map(({ oneId, otherId }) => `${oneId} ${otherId}`))
      const pairs = (yield* find()).filter(({ one, other }) => !isDismissed.has(`${one.id} ${other.id}`))
      return { total: pairs.length, rows: pairs.slice(offset, offset + limit) }
    },
    forget() {
      kept = null
      timesForgotten++
    },
  }
}

const everybody = query
  .selectFrom('person')
  .select(['id', 'alias', 'aliases'])
  .where('mergedInto', 'is', null)
  .orderBy('id')
  .compile()

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
