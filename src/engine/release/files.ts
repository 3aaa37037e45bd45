import type { Prepared } from '#core/statistics/publication'
import { catalogueJson } from '#core/statistics/disclosure/catalogue'
import { checksums, type Entry, type PublishedFile } from '#core/statistics/disclosure/ledger'
import { tidyTables } from '#core/statistics/report/tidy'
import { toCsv } from './csv.ts'
import { dataPackage } from './data-package.ts'
import { hashing } from './hashing.ts'
import { workbook } from './xlsx.ts'

/** The tables of a release in every form but paper, and the catalogue they follow. */
export async function tableFiles(
  { release, catalogue }: Prepared,
  publishedOn: string,
): Promise<PublishedFile[]> {
  const tables = tidyTables(release, catalogue)
  return [
    { name: 'tableaux.xlsx', bytes: await workbook(tables, publishedOn) },
    { name: 'datapackage.json', bytes: dataPackage(release.period, tables) },
    { name: 'catalogue.json', bytes: Buffer.from(catalogueJson(catalogue)) },
    ...tables.map(({ name, rows }) => ({ name: `${name}.csv`, bytes: toCsv(rows) })),
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
