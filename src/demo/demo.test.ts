import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ListValue } from '#core/caseload/lists'
import { migrations } from '#core/caseload/migrations'
import { listContacts } from '#core/caseload/repository/contacts'
import { listReferrals } from '#core/caseload/repository/referrals'
import { primaryKeys, query } from '#core/caseload/tables'
import { isLedgerWhole, ledgerEntries } from '#core/statistics/ledger-repository'
import { hashing } from '../engine/release/hashing.ts'
import { openStore } from '../engine/store.ts'
import { cheapCosts, cheapPolicy, realPorts, temporaryFolder } from '../engine/store/testing/real-ports.ts'
import type { Caseload } from '../fiction/caseload.ts'
import { demoPassphrase, runDemo } from './demo.ts'
import { parseOptions } from './options.ts'

const kdf = { costs: cheapCosts, policy: cheapPolicy }
const usual = { seed: 1, persons: 82, contacts: 251, months: 5, until: '2026-06-30', leave: 0, truth: null }
const print = async () => {
  const document = await PDFDocument.create()
  document.addPage()
  return document.save()
}

let lines: string[] = []
const tell = (line: string) => void lines.push(line)

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  lines = []
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

async function opened() {
  const store = openStore(await realPorts({ clock: { now: () => '2026-07-02T09:00' } }), {
    folder: join(folder.path, 'carnet.filigrane'),
    secret: { kind: 'passphrase', passphrase: demoPassphrase },
    migrations,
    ...kdf,
  })
  if (!store.ok) throw new Error(store.failure)
  return store.value
}

/** A file as text; a workbook as the texts it packs. */
function textsIn(path: string): string[] {
  const bytes = new Uint8Array(readFileSync(path))
  return path.endsWith('.xlsx')
    ? Object.values(unzipSync(bytes)).map((entry) => strFromU8(entry))
    : [strFromU8(bytes)]
}

describe('the demonstration', () => {
  test('builds a vault the printed passphrase opens, and publishes each closed quarter', async () => {
    const truth = join(folder.path, 'truth.json')
    const told = await runDemo({ ...usual, out: folder.path, truth }, { print, tell, kdf })
    if (!told.ok) throw new Error(told.failure)
    expect(told.value.join('\n')).toContain('251\u00A0interventions avec 82\u00A0personnes différentes')
    expect(told.value.join('\n')).toContain(demoPassphrase)
    expect(readdirSync(join(folder.path, 'releases'))).toEqual(['2026-Q1', '2026-Q2'])
    // and says meanwhile how far it is
    expect(lines[0]).toContain('251\u00A0interventions')
    expect(lines.slice(1, -3).every((line) => /carnet inscrit à \d+\u00A0%$/u.test(line))).toBe(true)
    expect(lines.slice(-3)).toEqual([
      '  carnet inscrit à 100\u00A0%',
      'Publication 2026-Q1…',
      'Publication 2026-Q2…',
    ])

    const store = await opened()
    const written = JSON.parse(readFileSync(truth, 'utf8')) as Caseload
    const kept = new Map(
      listContacts(store, { limit: 1000, offset: 0 }).rows.map((contact) => [contact.id, contact]),
    )
    expect(kept.size).toBe(written.contacts.length)
    for (const contact of written.contacts) expect(kept.get(contact.id)).toMatchObject(contact)
    expect(
      new Map(
        listReferrals(store, {
          filter: {},
          today: '2026-07-02',
          limit: 1000,
          offset: 0,
        }).rows.map(({ id, steps }) => [id, steps]),
      ),
    ).toEqual(new Map(written.referrals.map(({ id, steps }) => [id, steps])))
    expect(ledgerEntries(store).map(({ period }) => period)).toEqual(['2026-Q1', '2026-Q2'])
    expect(isLedgerWhole(store, hashing.sha256)).toBe(true)
    // something of everything a worker records: left out are the settings as they come, a draft, and what she has yet to decide
    const isEmpty = (table: string) =>
      store.all(sql`select 1 from ${sql.table(table)} limit 1`.compile(query)).length === 0
    expect(Object.keys(primaryKeys).filter(isEmpty)).toEqual([
      'dismissedDuplicate',
      'settings',
      'contactDraft',
      'confidentialityIncidentPerson',
      'erasure',
      'retentionHold',
    ])
    store.close()
  })

  test('no alias and no note of the caseload is in a release', async () => {
    const pages: string[] = []
    const truth = join(folder.path, 'truth.json')
    const keep = async (html: string) => {
      pages.push(html)
      return print()
    }
    const told = await runDemo({ ...usual, out: folder.path, truth }, { print: keep, tell, kdf })
    expect(told.ok).toBe(true)
    const { persons, contacts } = JSON.parse(readFileSync(truth, 'utf8')) as Caseload
    const secrets = [...persons.flatMap(({ aliases }) => aliases), ...contacts.map(({ note }) => note)]
    const left = ['2026-Q1', '2026-Q2'].flatMap((period) =>
      readdirSync(join(folder.path, 'releases', period)).flatMap((name) =>
        textsIn(join(folder.path, 'releases', period, name)),
      ),
    )
    // what a workbook holds is really read
    expect(left.some((text) => text.includes('<worksheet'))).toBe(true)
    for (const text of [...left, ...pages]) {
      for (const secret of secrets) if (secret !== '') expect(text).not.toContain(secret)
    }
  })

  test('each published line holds, in the truth, the count it says and at least five persons', async () => {
    const path = join(folder.path, 'truth.json')
    await runDemo({ ...usual, out: folder.path, truth: path }, { print, tell, kdf })
    const truth = JSON.parse(readFileSync(path, 'utf8')) as Caseload & { lists: ListValue[] }
    const groupOf = (theme: string | undefined) =>
      truth.lists.find(({ list, code }) => list === 'theme' && code === theme)?.group ?? 'unspecified'
    for (const [period, from, to] of [
      ['2026-Q1', '2026-01', '2026-04'],
      ['2026-Q2', '2026-04', '2026-07'],
    ] as const) {
      const csv = readFileSync(join(folder.path, 'releases', period, 'themeGroup.csv'), 'utf8')
      const rows = csv.trim().split('\r\n').slice(1)
      expect(rows.length).toBeGreaterThan(3)
      for (const row of rows) {
        const [, , code = '', , , value] = row.split(';')
        const contacts = truth.contacts.filter(
          ({ at, themes: [theme] }) => at >= from && at < to && code.split('+').includes(groupOf(theme)),
        )
        expect(Number(value)).toBe(5 * Math.round(contacts.length / 5))
        expect(new Set(contacts.flatMap(({ personIds }) => personIds)).size).toBeGreaterThanOrEqual(5)
      }
    }
  })

  test('a complete year is published after its quarters', async () => {
    const told = await runDemo(
      { ...usual, months: 12, until: '2025-12-31', out: folder.path },
      { print, tell, kdf },
    )
    expect(told.ok).toBe(true)
    expect(readdirSync(join(folder.path, 'releases'))).toEqual([
      '2025',
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
    ])
  })

  test('tells the pilot’s story of its own accord: listening, referrals, aid, crises, conflicts fewer', async () => {
    const usual = parseOptions(['--out', folder.path])
    if ('refusal' in usual) throw new Error(usual.refusal)
    const told = await runDemo(usual, { print, tell, kdf })
    if (!told.ok) throw new Error(told.failure)
    const rowsOf = (period: string, table: string) =>
      readFileSync(join(folder.path, 'releases', period, `${table}.csv`), 'utf8')
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => ({ code: row.split(';')[2] ?? '', value: Number(row.split(';')[5]) }))
    const kinds = rowsOf('2025', 'kind')
    expect(kinds[0]?.code).toBe('listening')
    for (const { value } of kinds) expect(kinds[0]?.value).toBeGreaterThanOrEqual(value)
    const alone = kinds.map(({ code }) => code)
    expect(alone).toEqual(expect.arrayContaining(['referral', 'aid', 'crisis-management']))
    const conflicts = (period: string) =>
      rowsOf(period, 'incidentIntensity').reduce((sum, { value }) => sum + value, 0)
    expect(conflicts('2025-Q4')).toBeLessThan(conflicts('2025-Q3'))
    for (const table of ['outcome', 'sector', 'workPart', 'staffSupport', 'aidItem']) {
      expect(rowsOf('2025', table).length, table).toBeGreaterThan(0)
    }
  })

  test('leaves the last quarters to be published by hand, and so their year', async () => {
    const year = { ...usual, until: '2025-12-31', out: folder.path, leave: 1 }
    const told = await runDemo(year, { print, tell, kdf })
    if (!told.ok) throw new Error(told.failure)
    expect(readdirSync(join(folder.path, 'releases'))).toEqual(['2025-Q1', '2025-Q2', '2025-Q3'])
  })

  test('touches nothing where a vault already is, or where it cannot write', async () => {
    const vault = join(folder.path, 'carnet.filigrane')
    writeFileSync(vault, '')
    const refused = await runDemo({ ...usual, out: folder.path }, { print, tell, kdf })
    expect(!refused.ok && refused.failure).toContain('Il y a déjà un carnet')
    expect(existsSync(join(folder.path, 'releases'))).toBe(false)
    const elsewhere = join(folder.path, 'elsewhere')
    mkdirSync(join(elsewhere, 'releases'), { recursive: true })
    const published = await runDemo({ ...usual, out: elsewhere }, { print, tell, kdf })
    expect(!published.ok && published.failure).toContain('Il y a déjà des publications')
    expect(readdirSync(elsewhere)).toEqual(['releases'])
    const inFile = await runDemo({ ...usual, out: join(vault, 'under') }, { print, tell, kdf })
    expect(!inFile.ok && inFile.failure).toContain('Impossible d’écrire')
    const noTruth = { ...usual, out: join(folder.path, 'third'), truth: join(vault, 'truth.json') }
    const untold = await runDemo(noTruth, { print, tell, kdf })
    expect(!untold.ok && untold.failure).toContain('Impossible d’écrire')
    expect(existsSync(join(folder.path, 'third', 'carnet.filigrane'))).toBe(false)
  })
})
