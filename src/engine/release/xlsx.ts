import { unzipSync, zipSync } from 'fflate'
import writeExcelFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node'
import type { TidyTable } from '#core/statistics/report/tidy'
import { workbookText as text } from '#core/statistics/text/fr/workbook'

const heading: Partial<CellObject> = {
  fontWeight: 'bold',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#716959',
}

/**
 * One sheet per table, French headings, numbers as numbers and `x` as text; no formula. The archive says the day of
 * publication and no minute.
 */
export async function workbook(tables: readonly TidyTable[], publishedOn: string): Promise<Uint8Array> {
  const sheets = tables.map(sheetOf)
  const written = await writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer()
  return zipSync(unzipSync(written), { mtime: `${publishedOn}T12:00:00` })
}

function sheetOf({ title, rows }: TidyTable): Sheet<never> {
  return {
    sheet: sheetName(title),
    columns: [{ width: 16 }, { width: 64 }, { width: 24 }, { width: 14 }, { width: 30 }],
    stickyRowsCount: 1,
    data: [
      text.headings.map((value) => ({ value, type: String, ...heading })),
      ...rows.map((row): Row => [
        { value: row.period, type: String },
        { value: row.label, type: String, wrap: true },
        { value: text.measures[row.measure] ?? row.measure, type: String },
        row.obs_status === 'Q'
          ? { value: row.value, type: String, align: 'right' }
          : {
              value: Number(row.value),
              type: Number,
              format: row.measure.endsWith('hours') ? '#,##0.00' : '#,##0',
            },
        { value: row.code, type: String },
      ]),
    ],
  }
}

/** Spreadsheets take 31 characters and refuse some. */
const sheetName = (title: string): string => title.replaceAll(/[\\/*?:[\]]/gu, ' ').slice(0, 31)
