import { CsvError, parse } from 'csv-parse/sync'
import { failed, ok, type Result } from '#core/result'
import { limits, type ReadFailure } from './limits.ts'

const separators = [',', ';', '\t', '|'] as const

/** The rows of a separated text, whatever separator it uses. Formulas are text like any other: nothing is ever computed. */
export function parseCsv(text: string): Result<string[][], ReadFailure> {
  const delimiter = separatorOf(text)
  try {
    const rows = parse(text, {
      delimiter,
      relax_column_count: true,
      max_record_size: limits.recordCharacters,
      // one more than allowed is enough to know
      to: limits.rows + 2,
    })
    return rows.some((row) => row.length > limits.columns) ? failed('import-too-many-columns') : ok(rows)
  } catch (error) {
    if (error instanceof CsvError) return failed('import-malformed')
    throw error
  }
}

/** The separator most used in the headings, outside quotes. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>(separators.map((separator) => [separator, 0]))
  let isQuoted = false
  for (const character of text.slice(0, limits.recordCharacters)) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === '\n' || character === '\r')) break
    else if (!isQuoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a)
  return best?.[0] ?? ','
}
