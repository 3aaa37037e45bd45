import { strToU8, zipSync, type ZipOptions } from 'fflate'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A workbook whose sheets are the given XML of rows, in order; `extra` parts come before them. */
export function workbookOf(
  sheets: readonly string[],
  extra: Record<string, Uint8Array> = {},
  options: ZipOptions = {},
): Uint8Array {
  const numbers = sheets.map((_, at) => at + 1)
  const parts: Record<string, Uint8Array> = {
    ...extra,
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbers
        .map((number) => `<sheet name="Feuille ${number}" sheetId="${number}" r:id="rId${number}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packaged}">${numbers
        .map(
          (number) =>
            `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
        )
        .join('')}<Relationship Id="rIdS" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    // style 1 shows a day, style 2 an hour
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    ),
  }
  sheets.forEach((rows, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    )
  })
  return zipSync(parts, options)
}

/** Rows of text cells, as a spreadsheet program would write them. */
export function sheetOf(rows: readonly (readonly string[])[]): string {
  return rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((text, column) => textCell(text, column, at + 1)).join('')}</row>`,
    )
    .join('')
}

const textCell = (text: string, column: number, line: number): string =>
  `<c r="${String.fromCharCode(65 + column)}${line}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
