import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { DuckDBConnection } from '@duckdb/node-api'
import { PDFDocument } from 'pdf-lib'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cheapCosts, cheapPolicy, temporaryFolder } from '../engine/store/testing/real-ports.ts'
import { runDemo } from './demo.ts'

/** What other programs make of a release: two fictional libraries publish the same year. */
const libraries = ['drummondville', 'victoriaville']
const usual = { persons: 82, contacts: 251, months: 5, until: '2025-12-31', leave: 0, truth: null }
const columns = [
  'period',
  'attribute',
  'code',
  'label',
  'measure',
  'value',
  'obs_status',
  'conf_status',
] as const

let root: ReturnType<typeof temporaryFolder>
/** The folder of a release of the first library. */
const release = (period: string) => join(root.path, 'publications', 'drummondville', period)

beforeAll(async () => {
  root = temporaryFolder()
  for (const [index, library] of libraries.entries()) {
    const out = join(root.path, library)
    const told = await runDemo(
      { ...usual, seed: index + 1, out },
      { print: blank, tell: () => {}, kdf: { costs: cheapCosts, policy: cheapPolicy } },
    )
    if (!told.ok) throw new Error(told.failure)
    mkdirSync(join(root.path, 'publications'), { recursive: true })
    renameSync(join(out, 'releases'), join(root.path, 'publications', library))
  }
}, 120_000)
afterAll(() => root.remove())

async function blank(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage()
  return document.save()
}

type Row = Record<(typeof columns)[number], string>
const csvFiles = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.csv'))
const rowsOf = (path: string): Row[] =>
  parse(readFileSync(path), { bom: true, delimiter: ';', columns: true })

describe('DuckDB', () => {
  let duck: DuckDBConnection
  beforeAll(async () => {
    duck = await DuckDBConnection.create()
  })
  afterAll(() => duck.closeSync())
  const query = async (sql: string) => (await duck.runAndReadAll(sql)).getRowObjects()

  test('reads every CSV file, rejects no line, and finds numbers where there are numbers', async () => {
    for (const period of ['2025-Q1', '2025-Q3', '2025-Q4', '2025']) {
      for (const name of csvFiles(release(period))) {
        const path = join(release(period), name)
        const from = `read_csv('${path}', delim = ';', nullstr = 'x', store_rejects = true)`
        const described = await query(`DESCRIBE SELECT * FROM ${from}`)
        expect(described.map(({ column_name }) => column_name)).toEqual([...columns])
        const rows = rowsOf(path)
        const said = rows.filter(({ value }) => value !== 'x')
        const [counted] = await query(`SELECT count(*) AS lines, count(value) AS said FROM ${from}`)
        expect([Number(counted?.['lines']), Number(counted?.['said'])]).toEqual([rows.length, said.length])
        if (said.length === 0) continue
        const type = described.find(({ column_name }) => column_name === 'value')?.['column_type']
        expect(type).toBe(said.some(({ value }) => value.includes('.')) ? 'DOUBLE' : 'BIGINT')
        const [told] = await query(`SELECT sum(value) AS total FROM ${from}`)
        expect(Number(told?.['total'])).toBeCloseTo(
          said.reduce((sum, { value }) => sum + Number(value), 0),
          6,
        )
      }
    }
    expect(await query('SELECT * FROM reject_errors')).toEqual([])
  })

  test('adds up the releases of two libraries with the query of the documentation', async () => {
    const sql = readFileSync(join(import.meta.dirname, '../../docs/add-up-releases.sql'), 'utf8')
    const added = await query(sql.replace("'publications/", `'${join(root.path, 'publications')}/`))
    const all = libraries.flatMap((library) =>
      ['2025-Q3', '2025-Q4', '2025'].flatMap((period) => {
        const folder = join(root.path, 'publications', library, period)
        return csvFiles(folder).flatMap((name) => rowsOf(join(folder, name)))
      }),
    )
    // whatever was merged, each table holds what the tables of the libraries held
    const keys = new Set(all.map(({ period, attribute, measure }) => `${period} ${attribute} ${measure}`))
    expect(keys.size).toBeGreaterThan(12)
    const matching = <R extends Record<string, unknown>>(rows: readonly R[], key: string) =>
      rows.filter((row) => [row['period'], row['attribute'], row['measure']].join(' ') === key)
    for (const key of keys) {
      const expected = matching(all, key).reduce(
        (sum, { value }) => sum + (value === 'x' ? 0 : Number(value)),
        0,
      )
      const found = matching(added, key).reduce((sum, { value }) => sum + Number(value), 0)
      expect(found, key).toBeCloseTo(expected, 6)
    }
    // no code is in two lines of one table
    for (const key of keys) {
      const codes = matching(added, key).flatMap(({ code }) => String(code).split('+'))
      expect(new Set(codes).size, key).toBe(codes.length)
    }
    const total = added.find(({ period, measure }) => period === '2025' && measure === 'contacts')
    expect(Number(total?.['libraries'])).toBe(2)
  })
})

describe('the workbook', () => {
  test('has a sheet per table: French headings, numbers as numbers, x as text, no formula', async () => {
    for (const period of ['2025-Q1', '2025-Q4', '2025']) {
      const sheets = await readExcelFile(join(release(period), 'tableaux.xlsx'))
      const files = csvFiles(release(period))
      expect(sheets).toHaveLength(files.length)
      const cells = sheets.flatMap(({ data }) => {
        const [head, ...lines] = data
        expect(head).toEqual(['Période', 'Catégorie', 'Ce qui est compté', 'Nombre', 'Code'])
        return lines.map((line) => ({ code: String(line[4]), value: line[3] }))
      })
      const rows = files.flatMap((name) => rowsOf(join(release(period), name)))
      const sorted = (lines: { code: string; value: unknown }[]) =>
        lines.map((line) => JSON.stringify([line.code, line.value])).toSorted()
      expect(sorted(cells)).toEqual(
        sorted(rows.map(({ code, value }) => ({ code, value: value === 'x' ? 'x' : Number(value) }))),
      )
    }
  })
})

const office = ['/usr/bin/soffice', '/opt/libreoffice/program/soffice'].find((path) => existsSync(path))

describe('LibreOffice', () => {
  /** Converts without a window, in a profile of its own; what it says on the terminal. */
  function convert(path: string, to: string, options: string[] = []): string {
    const run = spawnSync(
      office ?? '',
      [
        `-env:UserInstallation=file://${join(root.path, 'office')}`,
        '--headless',
        ...options,
        '--convert-to',
        to,
        '--outdir',
        join(root.path, 'converted'),
        path,
      ],
      { encoding: 'utf8', timeout: 120_000 },
    )
    expect(run.status).toBe(0)
    // its own complaint where there is no Java, whatever the file
    return `${run.stdout}${run.stderr}`.replaceAll(/^Warning: failed to launch javaldx.*$/gmu, '')
  }
  const absent = 'soffice is not installed: node .dev/setup.mjs --readers'

  test('opens the workbook without a warning, sheet by sheet', ({ skip }) => {
    skip(office === undefined, absent)
    // every sheet to a file of its own, `;`, UTF-8, cells as they are
    const said = convert(
      join(release('2025'), 'tableaux.xlsx'),
      'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1',
    )
    expect(said).not.toMatch(/warn|error|fail/iu)
    const kinds = rowsOf(join(release('2025'), 'kind.csv'))
    const sheet = readFileSync(join(root.path, 'converted', 'tableaux-Ce qui a été fait.csv'))
    const lines: string[][] = parse(sheet, { bom: true, delimiter: ';', from: 2 })
    expect(lines.map(([, , , value, code]) => [code, value])).toEqual(
      kinds.map(({ code, value }) => [code, value]),
    )
  }, 180_000)

  test('opens a CSV file as numbers', async ({ skip }) => {
    skip(office === undefined, absent)
    const said = convert(join(release('2025'), 'kind.csv'), 'xlsx', ['--infilter=CSV:59,34,76,1'])
    expect(said).not.toMatch(/warn|error|fail/iu)
    const [sheet] = await readExcelFile(join(root.path, 'converted', 'kind.xlsx'))
    const [head, ...lines] = sheet?.data ?? []
    expect(head).toEqual([...columns])
    expect(lines.map((line) => line[5])).toEqual(
      rowsOf(join(release('2025'), 'kind.csv')).map(({ value }) => Number(value)),
    )
  }, 180_000)
})

test.skipIf(process.platform === 'win32')('sha256sum checks every file of the folder', () => {
  for (const period of ['2025-Q1', '2025']) {
    const told = execFileSync('sha256sum', ['--strict', '-c', 'sommes.sha256'], {
      cwd: release(period),
      encoding: 'utf8',
    })
    const checked = told.trim().split('\n')
    expect(checked.every((line) => line.endsWith(': OK') || line.includes('OK'))).toBe(true)
    expect(checked).toHaveLength(readdirSync(release(period)).length - 1)
  }
})
