import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '#shared/contract'
import { fictional } from '../testing/fictional.ts'
import { savedId } from '../testing/test-engine.ts'
import { canaries, releaseDesk, type ReleaseDesk } from '../testing/release-desk.ts'

let desk: ReleaseDesk
let engine: ReleaseDesk['engine']
let folder: ReleaseDesk['folder']
let caseload: ReleaseDesk['caseload']
let publish: ReleaseDesk['publish']
let statesOf: ReleaseDesk['statesOf']
beforeEach(async () => {
  desk = await releaseDesk()
  ;({ engine, folder, caseload, publish, statesOf } = desk)
})
afterEach(() => desk.remove())

const failureOf = async (reply: ReturnType<typeof publish>) => {
  const result = await reply
  return result.ok ? null : result.failure
}

describe('publishing a quarter', () => {
  test('the preview is what leaves, and the folder is whole', async () => {
    await caseload('2026-07', '2026-08')
    expect(await statesOf()).toMatchObject({ '2026-Q3': 'closable', '2026-Q4': 'open', '2026': 'open' })
    const preview = await engine.handlers['releases.preview']({ period: '2026-Q3' })
    if (!preview.ok) throw new Error(preview.failure)
    expect(commands['releases.preview'].output.parse(preview.value)).toEqual(preview.value)
    expect(preview.value.total).toBe(20)
    expect(preview.value.exact).toEqual([
      { measure: 'hours', code: null, value: 5 },
      { measure: 'aid-given', code: 'socks', value: 20 },
    ])

    const published = await publish()
    if (!published.ok) throw new Error(published.failure)
    expect(commands['releases.publish'].output.parse(published.value)).toEqual(published.value)
    expect(readdirSync(folder)).toEqual(['2026-Q3'])
    expect(readdirSync(published.value.folder).toSorted()).toEqual(published.value.files)
    expect(published.value.files).toEqual([
      'aidItem.csv',
      'catalogue.json',
      'datapackage.json',
      'incidentIntensity.csv',
      'publication.json',
      'rapport.pdf',
      'registre.pdf',
      'sommes.sha256',
      'tableaux.xlsx',
      'themeGroup.csv',
      'total.csv',
    ])
    const sums = readFileSync(join(published.value.folder, 'sommes.sha256'), 'utf8').trim().split('\n')
    expect(sums).toHaveLength(published.value.files.length - 1)
    for (const line of sums) {
      const [hash, name = ''] = line.split('  ')
      const bytes = readFileSync(join(published.value.folder, name))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
    }
    expect(await statesOf()).toMatchObject({ '2026-Q3': 'published' })
  })

  test('a table is tidy CSV for a French spreadsheet', async () => {
    await caseload('2026-07')
    await publish()
    const csv = readFileSync(join(folder, '2026-Q3', 'themeGroup.csv'), 'utf8')
    expect(csv).toBe(
      '\uFEFFperiod;attribute;code;label;measure;value;obs_status;conf_status\r\n' +
        '2026-Q3;themeGroup;housing+mental-health+living-conditions+substance-use+belonging+physical-health+rights+unspecified;' +
        'Toutes les catégories réunies;contacts;10;A;F\r\n',
    )
  })

  test('no word of the caseload leaves, in any file or in the printed page', async () => {
    await caseload('2026-07')
    const published = await publish()
    if (!published.ok) throw new Error(published.failure)
    const left = published.value.files.map((name) =>
      readFileSync(join(published.value.folder, name), 'latin1'),
    )
    for (const text of [...left, ...engine.printer.pages]) {
      for (const canary of canaries) expect(text).not.toContain(canary)
    }
  })

  test('the PDF says the day of publication and nothing of the machine', async () => {
    await caseload('2026-07')
    await publish()
    const pdf = await PDFDocument.load(readFileSync(join(folder, '2026-Q3', 'rapport.pdf')), {
      updateMetadata: false,
    })
    expect([pdf.getCreator(), pdf.getProducer(), pdf.getAuthor()]).toEqual([
      'Filigrane',
      'Filigrane',
      'Filigrane',
    ])
    expect(pdf.getCreationDate()).toEqual(new Date('2026-11-24T00:00:00Z'))
    expect(pdf.getTitle()).toContain('trimestre 2026')
  })

  test('asking again gives the stored bytes, whatever was written since', async () => {
    await caseload('2026-07')
    await publish()
    const before = readFileSync(join(folder, '2026-Q3', 'rapport.pdf'))
    expect(await failureOf(publish())).toBe('already-published')
    rmSync(join(folder, '2026-Q3'), { recursive: true })
    await caseload('2026-07', '2026-08')
    engine.wall.now = '2027-03-01T09:00'
    const again = await publish()
    expect(again.ok).toBe(true)
    expect(readFileSync(join(folder, '2026-Q3', 'rapport.pdf')).equals(before)).toBe(true)
  })

  test('late entries count in the next quarter, once', async () => {
    await caseload('2026-07')
    await publish()
    await caseload('2026-08', '2026-10')
    engine.wall.now = '2027-01-05T09:00'
    const preview = await engine.handlers['releases.preview']({ period: '2026-Q4' })
    expect(preview.ok && preview.value.total).toBe(20)
  })

  test('a quarter of fewer than five persons is withheld, like an empty one', async () => {
    await savedId(engine.handlers['contacts.save'](fictional.contact({ at: '2026-08-10T14:00' })))
    const empty = await engine.handlers['releases.preview']({ period: '2026-Q2' })
    const few = await engine.handlers['releases.preview']({ period: '2026-Q3' })
    if (!empty.ok || !few.ok) throw new Error('both can be previewed')
    const { selfCheck, ...said } = few.value
    expect(selfCheck.replayedWorlds).toBeGreaterThan(0)
    expect({ ...said, period: '' }).toEqual({ ...empty.value, period: '', selfCheck: undefined })
    expect(few.value).toMatchObject({ total: null, tables: [], exact: [] })
    expect((await publish()).ok).toBe(true)
  })
})

describe('publishing a year', () => {
  test('comes after its four quarters, with its distinct persons and its referrals', async () => {
    engine.wall.now = '2026-12-20T10:00'
    await caseload('2026-02', '2026-05', '2026-08', '2026-11')
    const people = await engine.handlers['people.list']({ limit: 500, offset: 0 })
    if (!people.ok) throw new Error(people.failure)
    const resourceId = await savedId(engine.handlers['resources.save'](fictional.resource()))
    for (const { id } of people.value.rows) {
      await savedId(
        engine.handlers['referrals.save'](
          fictional.referral({ personId: id, resourceId, proposedOn: '2026-05-11', note: 'raison-Zorglub' }),
        ),
      )
    }
    engine.wall.now = '2027-01-15T10:00'
    expect(await failureOf(publish({ period: '2026' }))).toBe('year-incomplete')
    for (const quarter of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']) {
      expect(await failureOf(publish({ period: quarter }))).toBeNull()
    }
    const preview = await engine.handlers['releases.preview']({ period: '2026' })
    if (!preview.ok) throw new Error(preview.failure)
    expect(commands['releases.preview'].output.parse(preview.value)).toEqual(preview.value)
    expect(preview.value).toMatchObject({ total: 40, persons: 5 })
    expect(preview.value.tables.find(({ attribute }) => attribute === 'outcome')?.rows).toEqual([
      { codes: expect.arrayContaining(['service-obtained', 'ongoing']), value: 5 },
    ])
    expect(await failureOf(publish({ period: '2026' }))).toBeNull()
    expect(engine.vaults.store.rows('select pseudonymKey from releaseYear')).toEqual([[null]])
    const listed = await engine.handlers['releases.list']()
    expect(listed.ok && listed.value.intact && listed.value.ledger).toHaveLength(5)
  })
})
