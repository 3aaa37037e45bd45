import type { Knowledge, Term } from './solver.ts'

/** What an attacker writes down: whole unknowns, and what is known of their sums. */
export type Notebook = Knowledge & {
  /** A new unknown. */
  between(low: number, high: number): number
  /** A count published as a multiple of `base`: before rounding to the nearest, halves upwards. */
  unrounded(value: number, base: number): number
  atLeast(terms: readonly Term[], low: number): void
  exactly(terms: readonly Term[], value: number): void
  /** `one` ≤ `factor` × `other`. */
  noMoreThan(one: number, other: number, factor?: number): void
  /** `whole` is the sum of its parts. */
  sumsTo(whole: number, parts: readonly number[]): void
  /** Persons of `whole` are those of its parts together, some of whom may be in several. */
  covers(whole: number, parts: readonly number[]): void
  /** Nobody, or at least k. */
  nobodyOr(k: number, persons: number): void
}

/** More than anything a caseload counts. */
export const beyond = 10_000

export function newNotebook(): Notebook {
  const unknowns: { low: number; high: number }[] = []
  const sums: { terms: readonly Term[]; low: number; high: number }[] = []
  const between = (low: number, high: number): number => unknowns.push({ low, high }) - 1
  const atLeast = (terms: readonly Term[], low: number) => void sums.push({ terms, low, high: Infinity })
  const exactly = (terms: readonly Term[], value: number) =>
    void sums.push({ terms, low: value, high: value })
  const all = (parts: readonly number[]) => parts.map((part): Term => [part, 1])
  const noMoreThan = (one: number, other: number, factor = 1) =>
    atLeast(
      [
        [other, factor],
        [one, -1],
      ],
      0,
    )
  return {
    unknowns,
    sums,
    between,
    atLeast,
    exactly,
    noMoreThan,
    unrounded: (value, base) =>
      between(Math.max(0, value - Math.floor(base / 2)), value + Math.floor((base - 1) / 2)),
    sumsTo: (whole, parts) => exactly([...all(parts), [whole, -1]], 0),
    covers(whole, parts) {
      for (const part of parts) noMoreThan(part, whole)
      atLeast([...all(parts), [whole, -1]], 0)
    },
    nobodyOr(k, persons) {
      const some = between(0, 1)
      atLeast(
        [
          [persons, 1],
          [some, -k],
        ],
        0,
      )
      noMoreThan(persons, some, beyond)
    },
  }
}
