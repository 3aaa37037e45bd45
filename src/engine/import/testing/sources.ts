import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportKind } from '#core/import/mapping'
import { readSource } from '../source.ts'

/** A folder of files written for a test and read as an import reads them. To be removed at the end. */
export function sourceFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'import-source-'))
  let written = 0
  const read = (content: string | Uint8Array, kind: ImportKind = 'contacts', name = 'tableau') => {
    const path = join(folder, `${written++}-${name}`)
    writeFileSync(path, content)
    return readSource(path, kind)
  }
  const tableOf = async (content: string | Uint8Array, kind: ImportKind = 'contacts') => {
    const source = await read(content, kind)
    if (!source.ok) throw new Error(source.failure)
    return source.value.table
  }
  return {
    folder,
    read,
    tableOf,
    /** Each row as its line number, then its cells. */
    rows: async (content: string | Uint8Array) =>
      (await tableOf(content)).rows.map(({ line, cells }) => [line, ...cells]),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
