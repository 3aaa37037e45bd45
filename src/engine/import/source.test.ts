import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { failed } from '#core/result'
import { limits } from './limits.ts'
import { readSource } from './source.ts'
import { sourceFolder } from './testing/sources.ts'

const { folder, read, tableOf, rows, remove } = sourceFolder()
afterAll(remove)

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
