import type { Verdict, Violation } from './verdict.ts'

/** Counts what one kind of states gives. */
export interface Tally {
  /** Counts a state; a complaint makes it a violation. */
  count(state: string, complaint: string | null): void
  verdict(): Verdict
}

/** So many violations say as much as all of them. */
const shownViolations = 10

export function createTally(kind: string): Tally {
  let states = 0
  let violations = 0
  const shown: Violation[] = []
  return {
    count(state, complaint) {
      states++
      if (complaint === null) return
      violations++
      if (shown.length < shownViolations) shown.push({ kind, state, found: complaint })
    },
    verdict: () => ({ states, violations, shown }),
  }
}

/** At most `count` of the whole numbers below `total`, evenly spread. */
export function spread(total: number, count: number): number[] {
  if (count >= total) return Array.from({ length: total }, (_, at) => at)
  return Array.from({ length: Math.ceil(count) }, (_, at) => Math.floor((at * total) / Math.ceil(count)))
}
