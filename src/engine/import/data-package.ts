import { dirname, join } from 'node:path'
import { realpathSync } from 'node:fs'
import { dataPackage } from '#core/import/data-package'
import { hsdsFromTables, hsdsTables, type HsdsTable } from '#core/import/hsds'
import type { ImportTable } from '#core/import/mapping'
import { failed, ok, type Result } from '#core/result'
import { readBytes } from './bytes.ts'
import { parseCsv } from './csv.ts'
import { decode } from './encoding.ts'
import { limits, type ReadFailure } from './limits.ts'

/** How the files a package names are had: beside it in its folder, or in the same archive. Null when one is absent. */
type FileLoader = (path: string) => Result<Uint8Array, ReadFailure> | null

export const isDataPackage = (document: unknown): boolean => dataPackage.safeParse(document).success

/** The resources an HSDS tabular data package holds. A table it names and does not bring is empty. */
export function readDataPackage(document: unknown, load: FileLoader): Result<ImportTable, ReadFailure> {
  const described = dataPackage.safeParse(document)
  if (!described.success) return failed('import-format')
  const tables = new Map<HsdsTable, Record<string, unknown>[]>()
  let bytesLeft: number = limits.fileBytes
  for (const { name, path } of described.data.resources) {
    const table = tableNamed(name)
    if (!table) continue
    if (!isPlainPath(path)) return failed('import-archive-suspicious')
    // the specification’s own examples are named after their table, not as its descriptor says
    const bytes = load(path) ?? load(`${table}.csv`)
    if (bytes === null) continue
    if (!bytes.ok) return bytes
    bytesLeft -= bytes.value.length
    if (bytesLeft < 0) return failed('import-too-large')
    const rows = recordsOf(bytes.value)
    if (!rows.ok) return rows
    tables.set(table, rows.value)
  }
  if (!tables.has('organization') && !tables.has('service')) return failed('import-format')
  return ok(hsdsFromTables((name) => tables.get(name) ?? []))
}

/** The files beside datapackage.json, and under its folder; a link that leads out of it is not followed. */
export function besides(packagePath: string): FileLoader {
  const folder = realpathOf(dirname(packagePath))
  return (path) => {
    const real = realpathOf(join(folder ?? '', path))
    if (folder === null || real === null) return null
    return real.startsWith(join(folder, '/')) ? readBytes(real) : failed('import-archive-suspicious')
  }
}

function realpathOf(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

/** Inside the package: neither an address, nor a way out. */
const isPlainPath = (path: string): boolean =>
  /^[\w. -]+(?:\/[\w. -]+)*$/u.test(path) && !path.split('/').includes('..')

/** Version 3 names its tables in the singular; earlier files in the plural. */
const tableNamed = (name: string): HsdsTable | undefined =>
  hsdsTables.find((table) => name === table || name === `${table}s` || name === table.replace(/y$/, 'ies'))

function recordsOf(bytes: Uint8Array): Result<Record<string, unknown>[], ReadFailure> {
  const text = decode(bytes)
  if (!text.ok) return text
  const rows = parseCsv(text.value)
  if (!rows.ok) return rows
  const [headings = [], ...rest] = rows.value
  if (rest.length > limits.rows) return failed('import-too-many-rows')
  // `fromEntries` defines keys, it does not assign them: a column named __proto__ is a column like any other
  return ok(
    rest.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading.trim(), cells[at] ?? '']))),
  )
}
