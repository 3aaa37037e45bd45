import type { Reader, Transaction } from '../database.ts'
import { closedPeriods, storedCatalogueOf } from './closings.ts'
import { isWhole, type Entry, type PublishedFile, type Sha256 } from './disclosure/ledger.ts'
import type { Period } from './period.ts'
import { statisticsQuery as query } from './tables.ts'

/** Every entry, oldest first. */
export function ledgerEntries(reader: Reader): Entry[] {
  return reader.all(query.selectFrom('ledgerEntry').selectAll().orderBy('sequence').compile())
}

export const entryOf = (reader: Reader, period: Period): Entry | undefined =>
  ledgerEntries(reader).find((entry) => entry.period === period)

/** The bytes of a release as they left, sorted by name. */
export function filesOf(reader: Reader, sequence: number): PublishedFile[] {
  return reader.all(
    query
      .selectFrom('releaseFile')
      .select(['name', 'bytes'])
      .where('sequence', '=', sequence)
      .orderBy('name')
      .compile(),
  )
}

/** False when anything of the ledger, its bytes, its catalogues or its closings was altered or lost. */
export function isLedgerWhole(reader: Reader, sha256: Sha256): boolean {
  const evidence = {
    filesOf: (sequence: number) => filesOf(reader, sequence),
    catalogueOf: (period: Period) => storedCatalogueOf(reader, period),
    closedPeriods: closedPeriods(reader),
  }
  return isWhole(ledgerEntries(reader), evidence, sha256)
}

export function appendEntry(tx: Transaction, entry: Entry, files: readonly PublishedFile[]): void {
  tx.run(query.insertInto('ledgerEntry').values(entry).compile())
  for (const { name, bytes } of files) {
    tx.run(query.insertInto('releaseFile').values({ sequence: entry.sequence, name, bytes }).compile())
  }
}
