/** One line of a table: the places it covers and the facts that lie there. */
export type Line<Fact> = { places: readonly number[]; facts: readonly Fact[] }

/** How one attribute parts the facts of a period. */
export type Partition<Fact> = {
  /** Number of codes in the public order. */
  size: number
  placeOf: (fact: Fact) => number
  /** Distinct persons of some facts (for incidents, the incidents). More facts never weigh less. */
  weigh: (facts: readonly Fact[]) => number
}

/** May this code be shown alone, given its persons, those of the codes still to come, and k? */
export type StandsAlone = (alone: number, remainder: number, k: number) => boolean

/** Both must reach k: a lone code, and what its subtraction from the total would reveal. Zero is too few. */
export const standsAlone: StandsAlone = (alone, remainder, k) => alone >= k && remainder >= k

/**
 * Walks the public order and shows codes alone until one may not be; all the rest is one merged line. Nothing but the
 * order and the weights decides: there is no second pass and no exception, which is what the argument rests on
 * (docs/disclosure-control.md).
 */
export function cut<Fact>(
  facts: readonly Fact[],
  { size, placeOf, weigh }: Partition<Fact>,
  k: number,
  rule: StandsAlone = standsAlone,
): Line<Fact>[] {
  const lines: Line<Fact>[] = []
  let rest = facts
  let head = 0
  for (; head < size - 1; head += 1) {
    const here = head
    const alone = rest.filter((fact) => placeOf(fact) === here)
    const remainder = rest.filter((fact) => placeOf(fact) !== here)
    if (!rule(weigh(alone), weigh(remainder), k)) break
    lines.push({ places: [head], facts: alone })
    rest = remainder
  }
  lines.push({ places: range(head, size), facts: rest })
  return lines
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
