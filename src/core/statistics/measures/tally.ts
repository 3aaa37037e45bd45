/** How many contacts bear a code, and how many distinct known persons were met in them. */
export interface ExactRow {
  code: string
  contacts: number
  persons: number
}

/** Counts contact by contact: a code counts once for a contact, however often it is named. */
export interface Tally {
  /** `contact` numbers must come one after the other: the last one seen is all that is remembered. */
  add(code: string, contact: number, person: number | null): void
  /** The most frequent first, then by code. */
  rows(): ExactRow[]
}

/** Persons are numbers up to `highest`: a set of them would take five times as long. */
export function createTally(highest: number): Tally {
  const counts = new Map<string, ExactRow & { last: number; seen: Uint8Array }>()
  return {
    add(code, contact, person) {
      let count = counts.get(code)
      if (!count) {
        count = { code, contacts: 0, persons: 0, last: -1, seen: new Uint8Array(highest + 1) }
        counts.set(code, count)
      }
      if (count.last !== contact) count.contacts++
      count.last = contact
      if (person === null || count.seen[person] === 1) return
      count.seen[person] = 1
      count.persons++
    },
    rows: () =>
      Array.from(counts.values(), ({ code, contacts, persons }) => ({ code, contacts, persons })).sort(
        (a, b) => b.contacts - a.contacts || (a.code < b.code ? -1 : 1),
      ),
  }
}
