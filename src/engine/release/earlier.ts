import { parse } from 'csv-parse/sync'
import type { Reader } from '#core/database'
import type { PublishedFile } from '#core/statistics/disclosure/ledger'
import { filesOf, ledgerEntries } from '#core/statistics/ledger-repository'
import type { EarlierRelease } from '#core/statistics/report/earlier'
import { tidyRow, type TidyRow } from '#core/statistics/report/tidy'

/** Every release that left, oldest first, read back from its own bytes and nothing else. */
export function earlierReleases(reader: Reader): EarlierRelease[] {
  return ledgerEntries(reader).map(({ sequence, period }) => ({
    period,
    rows: rowsOf(filesOf(reader, sequence)),
  }))
}

/** Rows of the CSV files of a release. */
function rowsOf(files: readonly PublishedFile[]): TidyRow[] {
  return files
    .filter(({ name }) => name.endsWith('.csv'))
    .flatMap(({ bytes }) => {
      const records: unknown[] = parse(Buffer.from(bytes), { bom: true, delimiter: ';', columns: true })
      return records.map((record) => tidyRow.parse(record))
    })
}
