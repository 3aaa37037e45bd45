import { createHash } from 'node:crypto'
import { hsdsFromJson } from '#core/import/hsds'
import type { ImportKind, ImportTable } from '#core/import/mapping'
import { failed, ok, type Result } from '#core/result'
import { readArchive } from './archive.ts'
import { readBytes } from './bytes.ts'
import { parseCsv } from './csv.ts'
import { besides, isDataPackage, readDataPackage } from './data-package.ts'
import { decode } from './encoding.ts'
import { parseJson } from './json.ts'
import { limits, type ReadFailure } from './limits.ts'
import { tableFrom } from './rows.ts'
import { readWorkbook } from './workbook.ts'

/** A file as an import reads it, and what tells one content from another. */
export interface ImportSource {
  format: 'csv' | 'xlsx' | 'hsds'
  table: ImportTable
  fingerprint: string
}
type Read = Pick<ImportSource, 'format' | 'table'>

/** What the file is, is told by its first bytes: endings lie. */
export async function readSource(path: string, kind: ImportKind): Promise<Result<ImportSource, ReadFailure>> {
  const bytes = readBytes(path)
  if (!bytes.ok) return bytes
  const read = isArchive(bytes.value) ? await readZip(bytes.value, kind) : readText(bytes.value, kind, path)
  if (!read.ok) return read
  if (read.value.table.rows.length > limits.rows) return failed('import-too-many-rows')
  if (lettersOf(read.value.table) > limits.letters) return failed('import-too-large')
  return ok({ ...read.value, fingerprint: fingerprintOf(bytes.value, read.value.table) })
}

function lettersOf({ rows }: ImportTable): number {
  let letters = 0
  for (const { cells } of rows) for (const cell of cells) letters += cell.length
  return letters
}

/** The table counts too: the files beside a data package are not in its own bytes. */
const fingerprintOf = (bytes: Uint8Array, table: ImportTable): string =>
  createHash('sha256').update(bytes).update(JSON.stringify(table)).digest('hex')

const startsWith = (bytes: Uint8Array, ...first: number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte)
const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
/** A workbook before 2007, or one locked by a password. */
const isCompoundFile = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)
const isPdf = (bytes: Uint8Array): boolean => startsWith(bytes, 0x25, 0x50, 0x44, 0x46)

async function readZip(bytes: Uint8Array, kind: ImportKind): Promise<Result<Read, ReadFailure>> {
  const unpacked = readArchive(bytes, (name) => /\.(?:xml|rels|json|csv)$/.test(name))
  if (!unpacked.ok) return unpacked
  const entries = unpacked.value
  const packagePath = [...entries.keys()].find((name) => /(?:^|\/)datapackage\.json$/.test(name))
  if (packagePath !== undefined && kind === 'resources') return readZippedPackage(entries, packagePath)
  const table = await readWorkbook(entries)
  return table.ok ? ok({ format: 'xlsx', table: table.value }) : table
}

function readZippedPackage(
  entries: ReadonlyMap<string, Uint8Array>,
  packagePath: string,
): Result<Read, ReadFailure> {
  const document = readJson(entries.get(packagePath) ?? new Uint8Array())
  if (!document.ok) return document
  const folder = packagePath.slice(0, -'datapackage.json'.length)
  return asHsds(
    readDataPackage(document.value, (path) => {
      const bytes = entries.get(folder + path)
      return bytes ? ok(bytes) : null
    }),
  )
}

function readText(bytes: Uint8Array, kind: ImportKind, path: string): Result<Read, ReadFailure> {
  if (bytes.length === 0) return failed('import-empty')
  if (isCompoundFile(bytes) || isPdf(bytes)) return failed('import-format')
  const text = decode(bytes)
  if (!text.ok) return text
  if (/^\s*[{[]/.test(text.value))
    return kind === 'resources' ? readHsds(text.value, path) : failed('import-format')
  const rows = parseCsv(text.value)
  if (!rows.ok) return rows
  const table = tableFrom(rows.value)
  return table.ok ? ok({ format: 'csv', table: table.value }) : table
}

function readHsds(text: string, path: string): Result<Read, ReadFailure> {
  const document = parseJson(text)
  if (!document.ok) return document
  if (isDataPackage(document.value)) return asHsds(readDataPackage(document.value, besides(path)))
  const table = hsdsFromJson(document.value)
  return table ? asHsds(ok(table)) : failed('import-format')
}

function readJson(bytes: Uint8Array): Result<unknown, ReadFailure> {
  const text = decode(bytes)
  return text.ok ? parseJson(text.value) : text
}

function asHsds(table: Result<ImportTable, ReadFailure>): Result<Read, ReadFailure> {
  if (!table.ok) return table
  return table.value.rows.length === 0 ? failed('import-empty') : ok({ format: 'hsds', table: table.value })
}
