import { stringify } from 'csv-stringify/sync'
import { tidyColumns, type TidyRow } from '#core/statistics/report/tidy'

/** For a French spreadsheet: `;`, a byte order mark, no cell that could be taken for a formula. */
export function toCsv(rows: readonly TidyRow[]): Uint8Array {
  const text = stringify([...rows], {
    header: true,
    columns: [...tidyColumns],
    delimiter: ';',
    record_delimiter: 'windows',
    bom: true,
    escape_formulas: true,
  })
  return Buffer.from(text, 'utf8')
}
