/**
 * How tall each row of a list is: as supposed, until it is measured. Where a row begins is told in steps of log n, however many rows
 * were measured before it.
 */
export interface RowHeights {
  readonly count: number
  of: (index: number) => number
  /** By how much the row is taller than it was thought to be. */
  measure: (index: number, height: number) => number
  startOf: (index: number) => number
  /** The row at that distance from the top, or the nearest one. */
  at: (distance: number) => number
  /** Of a list that has grown or shrunk at its end. */
  resized: (count: number) => RowHeights
}

export function rowHeights(count: number, supposed: number): RowHeights {
  const measured = new Map<number, number>()
  // a Fenwick tree of what measured rows have beyond what was supposed
  const beyond = new Float64Array(count + 1)
  const of = (index: number) => measured.get(index) ?? supposed
  const measure = (index: number, height: number) => {
    const more = height - of(index)
    if (more === 0) return 0
    measured.set(index, height)
    for (let at = index + 1; at <= count; at += at & -at) beyond[at] = (beyond[at] ?? 0) + more
    return more
  }
  const startOf = (index: number) => {
    let start = index * supposed
    for (let at = index; at > 0; at -= at & -at) start += beyond[at] ?? 0
    return start
  }
  return {
    count,
    of,
    measure,
    startOf,
    at(distance) {
      let [from, to] = [0, count - 1]
      while (from < to) {
        const middle = (from + to + 1) >> 1
        if (startOf(middle) <= distance) from = middle
        else to = middle - 1
      }
      return from
    },
    resized(newCount) {
      const rows = rowHeights(newCount, supposed)
      for (const [index, height] of measured) if (index < newCount) rows.measure(index, height)
      return rows
    },
  }
}
