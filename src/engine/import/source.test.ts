import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { ImportKind } from '#core/import/mapping'
import { failed } from '#core/result'
import { limits } from './limits.ts'
import { readSource } from './source.ts'
import { sheetOf, workbookOf } from './testing/workbooks.ts'

const folder = mkdtempSync(join(tmpdir(), 'import-source-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let written = 0
function read(content: string | Uint8Array, kind: ImportKind = 'contacts', name = 'tableau') {
  const path = join(folder, `${written++}-${name}`)
  writeFileSync(path, content)
  return readSource(path, kind)
}
async function tableOf(content: string | Uint8Array, kind: ImportKind = 'contacts') {
  const source = await read(content, kind)
  if (!source.ok) throw new Error(source.failure)
  return source.value.table
}
const rows = async (content: string | Uint8Array) =>
  (await tableOf(content)).rows.map(({ line, cells }) => [line, ...cells])

describe('a separated text', () => {
  test.each([
    ['commas', 'date,qui\n2026-11-20,Momo'],
    ['semicolons, as a French spreadsheet writes', 'date;qui\r\n2026-11-20;Momo\r\n'],
    ['tabs', 'date\tqui\n2026-11-20\tMomo'],
    ['bars', 'date|qui\n2026-11-20|Momo'],
  ])('is read with %s', async (_, text) => {
    expect(await tableOf(text)).toEqual({
      headings: ['date', 'qui'],
      rows: [{ line: 2, cells: ['2026-11-20', 'Momo'] }],
    })
  })

  test('keeps separators, quotes and line breaks inside quotes, and the numbers of its lines past empty ones', async () => {
    expect(await rows('date,note\n2026-11-20,"un, ""deux""\ntrois"\n\n , \n2026-11-21,quatre')).toEqual([
      [2, '2026-11-20', 'un, "deux"\ntrois'],
      [5, '2026-11-21', 'quatre'],
    ])
  })

  test('is text all through: what looks like a formula, HTML, emoji or right-to-left stays as typed', async () => {
    const cells = ['=HYPERLINK("http://x")', '<b>gras</b>', '🧣 é', 'مرحبا', '+1', '@SUM(A1)']
    const line = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
    expect(await rows(`a,b,c,d,e,f\n${line}`)).toEqual([[2, ...cells]])
  })

  test('may have headings of any name', async () => {
    const table = await tableOf('__proto__,constructor,__proto__,\n1,2,3,4')
    expect(table).toEqual({
      headings: ['__proto__', 'constructor', '__proto__', ''],
      rows: [{ line: 2, cells: ['1', '2', '3', '4'] }],
    })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('an encoding', () => {
  const text = 'qui;note\nL’été;cœur à 5 €'
  const utf16 = (mark: number[], swap: boolean) => {
    const bytes = Buffer.from(text, 'utf16le')
    return Buffer.concat([Buffer.from(mark), swap ? bytes.swap16() : bytes])
  }
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16([0xff, 0xfe], false)],
    ['UTF-16, big end first', utf16([0xfe, 0xff], true)],
    ['Windows-1252', Buffer.from('qui;note\nL\x92\xe9t\xe9;c\x9cur \xe0 5 \x80', 'latin1')],
  ])('is told: %s', async (_, bytes) => {
    expect(await tableOf(bytes)).toEqual({
      headings: ['qui', 'note'],
      rows: [{ line: 2, cells: ['L’été', 'cœur à 5 €'] }],
    })
  })

  test.each([
    ['UTF-16 without its mark', Buffer.from(text, 'utf16le')],
    ['a NUL byte', Buffer.from('date,qui\n2026-11-20,Mo\0mo')],
    ['bytes Windows-1252 does not define', Buffer.from('qui\nMomo \x81\x8d', 'latin1')],
    ['half a UTF-16 character', Buffer.concat([utf16([0xff, 0xfe], false), Buffer.from([0x41])])],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])],
  ])('is refused: %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(failed('import-encoding'))
  })
})

describe('a file is refused with its reason', () => {
  test('when it is of a gigabyte, before any of it is read', async () => {
    const path = join(folder, 'sparse.csv')
    const file = openSync(path, 'w')
    writeSync(file, 'date,qui\n')
    ftruncateSync(file, 1_000_000_000)
    closeSync(file)
    const before = process.memoryUsage().arrayBuffers
    expect(await readSource(path, 'contacts')).toEqual(failed('import-too-large'))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
  })

  test('when it is gone, or is no file', async () => {
    expect(await readSource(join(folder, 'absent.csv'), 'contacts')).toEqual(failed('import-unreadable'))
    expect(await readSource(folder, 'contacts')).toEqual(failed('import-unreadable'))
  })

  test.each([
    ['nothing in it', '', 'import-empty'],
    ['headings alone', 'date,qui\n', 'import-empty'],
    ['rows without a word', 'date,qui\n,\n , \n', 'import-empty'],
    ['a quote never closed', 'date,note\n2026-11-20,"un\n2026-11-21,deux\n', 'import-malformed'],
    [
      'a quote never closed over a megabyte',
      `date,note\n2026-11-20,"${'x\n'.repeat(600_000)}`,
      'import-malformed',
    ],
    ['10,000 columns', `${'a,'.repeat(10_000)}\n${'1,'.repeat(10_000)}`, 'import-too-many-columns'],
    ['10,000 cells in one row', `a,b\n${'1,'.repeat(10_000)}`, 'import-too-many-columns'],
    ['too many rows', `a\n${'1\n'.repeat(limits.rows + 1)}`, 'import-too-many-rows'],
    ['JSON for contacts', '{"contacts":[]}', 'import-format'],
    ['a workbook of before 2007', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'import-format'],
    ['a PDF', '%PDF-1.7', 'import-format'],
  ])('%s', async (_, content, failure) => {
    expect(await read(content)).toEqual(failed(failure))
  })

  test('all the rows allowed are read', async () => {
    expect((await tableOf(`a\n${'1\n'.repeat(limits.rows)}`)).rows).toHaveLength(limits.rows)
  })
})

describe('a JSON document is refused', () => {
  test.each([
    ['100,000 arrays deep', '['.repeat(100_000) + ']'.repeat(100_000), 'import-too-deep'],
    ['100,000 objects deep, cut short', '{"a":'.repeat(100_000), 'import-too-deep'],
    ['cut short', '{"name": "La Passerelle"', 'import-malformed'],
    ['of something else', '{"recipe": "soupe"}', 'import-format'],
    ['empty', '[]', 'import-empty'],
    ['a package without services', '{"resources":[{"name":"recipe","path":"a.csv"}]}', 'import-format'],
  ])('%s', async (_, text, failure) => {
    expect(await read(text, 'resources')).toEqual(failed(failure))
  })

  test('but brackets inside its strings are words', async () => {
    const name = '['.repeat(500)
    const source = await read(JSON.stringify({ name: `${name}"\\`, description: '' }), 'resources')
    expect(source).toMatchObject({ ok: true, value: { format: 'hsds' } })
  })

  test('and keys of prototypes are keys like any other', async () => {
    const text =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"name":"Organisme","services":[{"__proto__":{"name":"x"},"name":"Repas"}]}'
    const table = await tableOf(text, 'resources')
    expect(table.rows[0]?.cells.slice(0, 2)).toEqual(['Organisme', 'Repas'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('a data package', () => {
  const descriptor = JSON.stringify({
    resources: [
      { name: 'organization', path: 'organization.csv' },
      { name: 'service', path: 'tables/service.csv' },
    ],
  })
  const organizations = 'id,name,__proto__\n1,La Passerelle,x\n'
  const services = 'id,organization_id,name,status\n7,1,Repas,active\n8,2,Gîte,active\n'
  function lay(name: string, text: string, extra: (inside: string) => void = () => {}) {
    const inside = join(folder, name)
    mkdirSync(join(inside, 'tables'), { recursive: true })
    writeFileSync(join(inside, 'organization.csv'), organizations)
    writeFileSync(join(inside, 'tables', 'service.csv'), services)
    extra(inside)
    writeFileSync(join(inside, 'datapackage.json'), text)
    return readSource(join(inside, 'datapackage.json'), 'resources')
  }

  test('is read with the files beside it', async () => {
    const source = await lay('besides', descriptor)
    if (!source.ok) throw new Error(source.failure)
    expect(source.value.table.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['La Passerelle', 'Repas'],
      ['', 'Gîte'],
    ])
  })

  test('or inside one archive', async () => {
    const archive = zipSync({
      'hsds/datapackage.json': strToU8(descriptor),
      'hsds/organization.csv': strToU8(organizations),
      'hsds/tables/service.csv': strToU8(services),
    })
    expect((await tableOf(archive, 'resources')).rows).toHaveLength(2)
  })

  test.each([
    '../../../etc/passwd',
    '/etc/passwd',
    'https://example.com/service.csv',
    'tables/../../x.csv',
    'a\\b.csv',
  ])('is refused when it points elsewhere: %s', async (path) => {
    const text = JSON.stringify({ resources: [{ name: 'service', path }] })
    expect(await lay('elsewhere', text)).toEqual(failed('import-archive-suspicious'))
  })

  test('is refused when a link leads out of it', async () => {
    writeFileSync(join(folder, 'outside.csv'), services)
    const text = JSON.stringify({ resources: [{ name: 'service', path: 'link.csv' }] })
    const refused = await lay('linked', text, (inside) =>
      symlinkSync(join(folder, 'outside.csv'), join(inside, 'link.csv')),
    )
    expect(refused).toEqual(failed('import-archive-suspicious'))
  })
})

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
      '<row r="1"><c r="CV1"><v>1</v></c></row><row r="150000"><c r="A150000"><v>1</v></c></row>',
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
