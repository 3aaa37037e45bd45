/** A state in which the vault did not hold to its promise. */
export interface Violation {
  kind: string
  /** Enough to find it again, the seed and the number of states being given. */
  state: string
  /** What was found instead of what was promised. */
  found: string
}

/** What trying one kind of states gave. */
export interface Verdict {
  states: number
  violations: number
  /** The first of them. */
  shown: Violation[]
}
