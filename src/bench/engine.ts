/** What the bench asks of a database: the same acts, on the same caseload. */
export interface Engine {
  /** Makes the whole caseload, once, in an empty folder. */
  build(): void
  /** From the key in hand to the rows of the first screen. */
  unlock(): void
  search(): number
  yearly(): number
  /** Saves the k-th new contact, durably. */
  save(k: number): void
  checkpoint(): void
  /** The longest time, in milliseconds, that background verification holds the process; null when there is none. */
  longestSlice(): number | null
  close(): void
}
