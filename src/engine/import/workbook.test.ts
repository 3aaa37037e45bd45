import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { failed } from '#core/result'
import { limits } from './limits.ts'
import { sheetOf, workbookOf } from './testing/workbooks.ts'
import { sourceFolder } from './testing/sources.ts'

const { read, tableOf, rows, remove } = sourceFolder()
afterAll(remove)

describe('an archive', () => {
  test('that is no workbook is refused', async () => {
    expect(await read(zipSync({ 'notes.txt': strToU8('bonjour') }))).toEqual(failed('import-format'))
  })

  test('cut short is refused', async () => {
    const whole = workbookOf([sheetOf([['date'], ['2026-11-20']])])
    expect((await read(whole.slice(0, whole.length / 2))).ok).toBe(false)
  })

  test('that swells is refused, whatever it says of its sizes', async () => {
    const bomb = workbookOf(['<row r="1"/>'], { 'xl/media/a.xml': new Uint8Array(150_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await read(bomb)).toEqual(failed('import-archive-suspicious'))
    // the size an entry announces is at 22 bytes in its header, and in the directory
    const lying = bomb.slice()
    lying.set([1, 0, 0, 0], 22)
    expect(await read(lying)).toEqual(failed('import-archive-suspicious'))
  })

  test('of too much in all is refused, no entry of it being suspicious', async () => {
    const noise = new Uint8Array(1_000_000)
    const parts = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`xl/media/${at}.bin`, noise]))
    expect(await read(workbookOf(['<row r="1"/>'], parts, { level: 9 }))).toEqual(failed('import-too-large'))
  })

  test('of too many entries is refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: limits.archiveEntries + 1 }, (_, at) => [`${at}.xml`, new Uint8Array(1)]),
    )
    expect(await read(zipSync(parts))).toEqual(failed('import-archive-suspicious'))
  })

  test.each(['../escape.xml', '/root.xml', 'a\\b.xml', 'xl/../../a.xml'])(
    'with an entry named %s is refused',
    async (name) => {
      expect(await read(zipSync({ [name]: strToU8('x') }))).toEqual(failed('import-archive-suspicious'))
    },
  )
})

describe('a workbook', () => {
  test('gives its first sheet, days and hours as one types them', async () => {
    const first = `${sheetOf([['date', 'heure', 'qui', 'durée']])}<row r="2"><c r="A2" s="1"><v>46346</v></c><c r="B2" s="2"><v>0.6041666666666666</v></c><c r="C2" t="inlineStr"><is><t>Momo</t></is></c><c r="D2"><v>15</v></c></row>`
    const source = await read(workbookOf([first, sheetOf([['autre'], ['feuille']])]))
    expect(source).toMatchObject({ ok: true, value: { format: 'xlsx' } })
    expect(source.ok && source.value.table).toEqual({
      headings: ['date', 'heure', 'qui', 'durée'],
      rows: [{ line: 2, cells: ['2026-11-20', '14:30', 'Momo', '15'] }],
    })
  })

  test('written by a spreadsheet library is read, shared strings and styles included', async () => {
    const date = { value: new Date('2026-11-20T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }
    const bytes = await writeExcelFile([
      [{ value: 'Date' }, { value: 'Qui' }, { value: 'Durée' }, { value: 'Note' }],
      [date, { value: 'L’éclair & <fils>' }, { value: 15.5, type: Number }, { value: true, type: Boolean }],
      [null, null, null, null],
      [{ value: '🧣 ' }, { value: 'L’éclair & <fils>' }],
    ]).toBuffer()
    expect(await rows(new Uint8Array(bytes))).toEqual([
      [2, '2026-11-20', 'L’éclair & <fils>', '15.5', 'true'],
      [4, '🧣', 'L’éclair & <fils>', '', ''],
    ])
  })

  test('says where its formulas are, of the first sheet alone', async () => {
    const first = `${sheetOf([['date', 'durée']])}<row r="2"><c r="A2" t="inlineStr"><is><t>2026-11-20</t></is></c><c r="B2"><f>A9*2</f><v>15</v></c></row>`
    const second = '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>'
    expect((await tableOf(workbookOf([first, second]))).rows).toEqual([
      { line: 2, cells: ['2026-11-20', '15'], formulas: [1] },
    ])
  })

  test.each([
    [
      'a cell at the far corner',
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      'import-too-many-rows',
    ],
    ['a column beyond', '<row r="1"><c r="ZZZ1"><v>1</v></c></row>', 'import-too-many-columns'],
    [
      'a rectangle nobody filled',
      '<row r="1"><c r="SF1"><v>1</v></c></row><row r="15000"><c r="A15000"><v>1</v></c></row>',
      'import-too-large',
    ],
    [
      'a place hidden behind another attribute',
      '<row r="1"><c x=">" r="XFD1"><v>1</v></c></row>',
      'import-too-many-columns',
    ],
    [
      'a place written with entities',
      '<row r="1"><c r="X&#70;D1"><v>1</v></c></row>',
      'import-archive-suspicious',
    ],
    ['tags hidden in a section', '<![CDATA[<c r="A1"/>]]>', 'import-archive-suspicious'],
    ['a type declaration', '<!DOCTYPE x [<!ENTITY a "aaaa">]><row r="1"/>', 'import-archive-suspicious'],
  ])('is refused for %s', async (_, rows, failure) => {
    expect(await read(workbookOf([rows]))).toEqual(failed(failure))
  })

  test('that its reader cannot read is refused', async () => {
    expect(await read(workbookOf(['<row r="1"><c r="A1" t="s"><v>99</v></c></row>']))).toEqual(
      failed('import-malformed'),
    )
  })
})
