import type { Prepared } from '#core/statistics/publication'
import { catalogueJson } from '#core/statistics/disclosure/catalogue'
import { checksums, type Entry, type PublishedFile } from '#core/statistics/disclosure/ledger'
import { tidyTables } from '#core/statistics/report/tidy'
import { toCsv } from './csv.ts'
import { hashing } from './hashing.ts'

/** The files a ledger entry commits to. */
export function releaseFiles({ release, catalogue }: Prepared, pdf: Uint8Array): PublishedFile[] {
  return [
    { name: 'rapport.pdf', bytes: pdf },
    { name: 'catalogue.json', bytes: Buffer.from(catalogueJson(catalogue)) },
    ...tidyTables(release, catalogue).map(({ name, rows }) => ({ name: `${name}.csv`, bytes: toCsv(rows) })),
  ]
}

/** The whole folder: those files, what they are, and the sums to check them by (`sha256sum -c sommes.sha256`). */
export function folderFiles(files: readonly PublishedFile[], entry: Entry): PublishedFile[] {
  const { period, publishedAt, catalogueHash, hash } = entry
  const publication = {
    format: 'filigrane-publication',
    version: 1,
    period,
    publishedOn: publishedAt.slice(0, 10),
    catalogueHash,
    ledgerHash: hash,
  }
  const listed = [
    ...files,
    { name: 'publication.json', bytes: Buffer.from(`${JSON.stringify(publication, null, 2)}\n`) },
  ]
  return [...listed, { name: 'sommes.sha256', bytes: Buffer.from(checksums(listed, hashing.sha256)) }]
}
