import type { Table } from '#core/statistics/disclosure/export'
import { beyond, type Notebook } from './notebook.ts'

/** Which exporter the attacker knows to have made the releases. */
export type KnownRule = 'real' | 'no-remainder' | 'zero-allowed'

/**
 * What the walk along the public order tells of persons: `persons` of each code, `remainders` of each code and all that
 * follow. Codes shown alone passed the test; the first merged one did not; of the others nothing is known.
 */
export function learnFromWalk(
  notes: Notebook,
  { rows }: Table,
  persons: readonly number[],
  remainders: readonly number[],
  k: number,
  rule: KnownRule,
): void {
  const alone = rows.findIndex(({ codes }) => codes.length > 1)
  const stop = alone === -1 ? persons.length : alone
  for (const [place, here] of persons.entries()) {
    const next = remainders[place + 1]
    if (next === undefined || place > stop) continue
    if (place < stop) passed(notes, here, next, k, rule)
    else stopped(notes, here, next, k, rule)
  }
}

function passed(notes: Notebook, here: number, next: number, k: number, rule: KnownRule): void {
  if (rule === 'zero-allowed') {
    notes.nobodyOr(k, here)
    notes.nobodyOr(k, next)
    return
  }
  notes.atLeast([[here, 1]], k)
  if (rule === 'real') notes.atLeast([[next, 1]], k)
}

/** One of the two has fewer than k; where zero is allowed, at least one. */
function stopped(notes: Notebook, here: number, next: number, k: number, rule: KnownRule): void {
  const tests = rule === 'no-remainder' ? [here] : [here, next]
  const failures = tests.map((persons) => {
    const fails = notes.between(0, 1)
    // fails = 1 forces persons ≤ k − 1
    notes.atLeast(
      [
        [persons, -1],
        [fails, k - 1 - beyond],
      ],
      -beyond,
    )
    if (rule === 'zero-allowed') notes.noMoreThan(fails, persons)
    return fails
  })
  notes.atLeast(
    failures.map((fails) => [fails, 1] as const),
    1,
  )
}
