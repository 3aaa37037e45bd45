/** SHA-256 of some bytes, or of a text in UTF-8, in lower-case hexadecimal. */
export type Sha256 = (content: Uint8Array | string) => string

/** What a release commits to. The ledger is append-only: an entry is written once and never changes. */
export type Entry = {
  /** From 1, without a gap. */
  sequence: number
  period: string
  /** Local minute. */
  publishedAt: string
  purpose: string
  approver: string
  catalogueHash: string
  /** Hash of the list of published files and their own hashes: see `filesHash`. */
  filesHash: string
  /** JSON of what the register says besides (see `register.ts`); empty for a release older than the register. */
  register: string
  /** Hash of the entry before; of nothing for the first. */
  previous: string
  hash: string
}

export type PublishedFile = { name: string; bytes: Uint8Array }

export const noPrevious = '0'.repeat(64)

/** Chains a new entry to the last one. */
export function seal(entry: Omit<Entry, 'hash'>, sha256: Sha256): Entry {
  return { ...entry, hash: entryHash(entry, sha256) }
}

/** `<hash>  <name>` per file, sorted by name: the lines of `sha256sum`, so that anyone can check them. */
export function checksums(files: readonly PublishedFile[], sha256: Sha256): string {
  return files
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`)
    .join('')
}

export const filesHash = (files: readonly PublishedFile[], sha256: Sha256): string =>
  sha256(checksums(files, sha256))

/** What the ledger is checked against: the bytes it keeps, the JSON of each year's catalogue, and the periods the vault says are closed. */
export type Evidence = {
  filesOf: (sequence: number) => readonly PublishedFile[]
  catalogueOf: (period: string) => string | null
  closedPeriods: readonly string[]
}

/** Whole: no gap, every link and every stored byte as it was hashed, and an entry for each closed period. */
export function isWhole(entries: readonly Entry[], evidence: Evidence, sha256: Sha256): boolean {
  let previous = noPrevious
  for (const [index, entry] of entries.entries()) {
    const catalogue = evidence.catalogueOf(entry.period)
    const holds =
      entry.sequence === index + 1 &&
      entry.previous === previous &&
      entry.hash === entryHash(entry, sha256) &&
      entry.filesHash === filesHash(evidence.filesOf(entry.sequence), sha256) &&
      catalogue !== null &&
      entry.catalogueHash === sha256(catalogue)
    if (!holds) return false
    previous = entry.hash
  }
  const published = entries.map(({ period }) => period).toSorted()
  const closed = evidence.closedPeriods.toSorted()
  return published.length === closed.length && published.every((period, index) => period === closed[index])
}

/** Fields in a fixed order as JSON: unambiguous, whatever the purpose or the approver's name contain. */
function entryHash(entry: Omit<Entry, 'hash'>, sha256: Sha256): string {
  const { sequence, period, publishedAt, purpose, approver, catalogueHash, filesHash, previous, register } =
    entry
  const sealed = [sequence, period, publishedAt, purpose, approver, catalogueHash, filesHash, previous]
  return sha256(JSON.stringify(register === '' ? sealed : [...sealed, register]))
}
