import { zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import type { ImportTable } from '#core/import/mapping'
import { failed, ok, type Result } from '#core/result'
import { limits, type ReadFailure } from './limits.ts'
import { tableFrom } from './rows.ts'

const isPart = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.xml.rels')
const isSheet = (name: string): boolean => name.startsWith('xl/worksheets/')

/**
 * The first sheet of a workbook, from its parts as `readArchive` unpacked them. The reader never sees the file itself: the
 * parts that were counted and measured are packed again for it, with that sheet alone, so that it can find nothing else there.
 */
export async function readWorkbook(
  parts: ReadonlyMap<string, Uint8Array>,
): Promise<Result<ImportTable, ReadFailure>> {
  const path = firstSheetPath(parts)
  const sheet = path && parts.get(path)
  if (!sheet) return failed('import-format')
  const formulas = measureSheet(new TextDecoder().decode(sheet))
  if (!formulas.ok) return formulas
  const isRead = (name: string) => name === path || (isPart(name) && !isSheet(name))
  const rows = await readRows(new Map([...parts].filter(([name]) => isRead(name))))
  return rows.ok ? tableFrom(rows.value, (line) => formulas.value.get(line)) : rows
}

/** Where the workbook says its first sheet is. */
function firstSheetPath(parts: ReadonlyMap<string, Uint8Array>): string | null {
  const textOf = (name: string) => new TextDecoder().decode(parts.get(name) ?? new Uint8Array())
  const id = /<(?:\w+:)?sheet(?=\s)[^>]*?\s(?:\w+:)?id\s*=\s*["']([^"']+)["']/.exec(
    textOf('xl/workbook.xml'),
  )?.[1]
  const relations = textOf('xl/_rels/workbook.xml.rels').match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\s${name}\\s*=\\s*["']([^"']+)["']`).exec(tag)?.[1]
  const target = relations
    .filter((tag) => attribute(tag, 'Id') === id)
    .map((tag) => attribute(tag, 'Target'))[0]
  if (id === undefined || target === undefined) return null
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

async function readRows(parts: ReadonlyMap<string, Uint8Array>): Promise<Result<string[][], ReadFailure>> {
  const repacked = zipSync(Object.fromEntries(parts), { level: 0 })
  try {
    const rows = await readSheet(repacked.slice().buffer, 1, { parseNumber: (digits) => digits })
    return ok(rows.map((row) => row.map(cellText)))
  } catch {
    // whatever the reader finds wrong in the parts is one thing to the worker: this workbook cannot be read
    return failed('import-malformed')
  }
}

const tag = /<(?:\w+:)?(c|row|f)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/g
const opening = /<(?:\w+:)?(?:c|row|f)[\s/>]/g
const place = /\sr\s*=\s*["'](?:([A-Z]{0,3})(\d{1,7}))["']/
const placed = /\sr\s*=/

/**
 * Where a sheet has formulas (line, then columns from 0), once it is known to be no larger than it may: the reader
 * fills the whole rectangle, so that one cell at the far corner would cost gigabytes.
 */
function measureSheet(xml: string): Result<Map<number, number[]>, ReadFailure> {
  // without comments, sections or declarations, every `<` opens a tag: what follows misses none
  if (xml.includes('<!')) return failed('import-archive-suspicious')
  const formulas = new Map<number, number[]>()
  let tags = 0
  let [line, column] = [0, -1]
  let [lines, columns] = [0, 0]
  for (const match of xml.matchAll(tag)) {
    tags += 1
    const [, name, attributes = ''] = match
    const at = place.exec(attributes)
    if (!at && placed.test(attributes)) return failed('import-archive-suspicious')
    if (name === 'row') [line, column] = [at ? Number(at[2]) : line + 1, -1]
    else if (name === 'c') {
      column = at ? columnNumber(at[1] ?? '') : column + 1
      if (at) line = Number(at[2])
    } else formulas.set(line, [...(formulas.get(line) ?? []), column])
    ;[lines, columns] = [Math.max(lines, line), Math.max(columns, column + 1)]
  }
  if (tags !== (xml.match(opening)?.length ?? 0)) return failed('import-archive-suspicious')
  if (lines > limits.rows + 1) return failed('import-too-many-rows')
  if (columns > limits.columns) return failed('import-too-many-columns')
  return lines * columns > limits.cells ? failed('import-too-large') : ok(formulas)
}

/** `A` is 0, `AA` is 26. */
const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** A cell as one would type it: days as `2026-11-24`, hours as `14:30`. */
function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell
  if (!(cell instanceof Date)) return typeof cell === 'boolean' ? String(cell) : ''
  if (Number.isNaN(cell.getTime())) return ''
  const [day = '', time = ''] = cell.toISOString().split('T')
  const minute = time.slice(0, 5)
  // an hour alone is counted by spreadsheets from the end of 1899
  if (cell.getUTCFullYear() < 1901) return minute
  return minute === '00:00' ? day : `${day} ${minute}`
}
