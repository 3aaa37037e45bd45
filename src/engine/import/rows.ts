import type { ImportRow, ImportTable } from '#core/import/mapping'
import { failed, ok, type Result } from '#core/result'
import { limits, type ReadFailure } from './limits.ts'

/** Rows of text, the headings first, as a table; rows without a word are left out, the others keep their number. */
export function tableFrom(
  rows: readonly (readonly string[])[],
  formulasOf: (line: number) => readonly number[] | undefined = () => undefined,
): Result<ImportTable, ReadFailure> {
  const [headings, ...rest] = rows
  if (!headings || rest.length === 0) return failed('import-empty')
  if (rest.length > limits.rows) return failed('import-too-many-rows')
  if (headings.length > limits.columns) return failed('import-too-many-columns')
  const numbered = rest.map((cells, at): ImportRow => {
    const formulas = formulasOf(at + 2)
    return { line: at + 2, cells, ...(formulas && { formulas }) }
  })
  const written = numbered.filter(
    ({ cells, formulas }) => formulas || cells.some((cell) => cell.trim() !== ''),
  )
  return written.length === 0 ? failed('import-empty') : ok({ headings, rows: written })
}
