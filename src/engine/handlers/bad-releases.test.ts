import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '#shared/contract'
import type { PublicOrder } from '#shared/contract/statistics'
import { fictional } from '../testing/fictional.ts'
import { createOpenEngine, passphrase, savedId, type TestEngine } from '../testing/test-engine.ts'

/** What a release is asked of when something is not as it should be: a code of its own, or the documented rule. */
let engine: TestEngine
let folder: string
beforeEach(async () => {
  engine = await createOpenEngine()
  folder = mkdtempSync(join(tmpdir(), 'filigrane-bad-'))
  engine.places.releases = folder
})
afterEach(() => rmSync(folder, { recursive: true }))

const order = { period: '2026-Q3', purpose: 'Reddition de comptes', approver: 'Coordination', passphrase }
const publish = async (changes: Partial<typeof order> & { reassessOn?: string } = {}) => {
  const published = await engine.handlers['releases.publish']({ ...order, ...changes })
  return published.ok ? null : published.failure
}
const preview = async (period: string) => {
  const previewed = await engine.handlers['releases.preview']({ period })
  if (!previewed.ok) throw new Error(previewed.failure)
  return previewed.value
}

async function meetPersons(
  count: number,
  month: string,
  codes: { themes?: string[]; ageBand?: string } = {},
) {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const person = fictional.person({ ageBand: codes.ageBand ?? '25-34' })
    const personId = await savedId(engine.handlers['people.save'](person))
    const met = { at: `${month}-10T14:00`, personIds: [personId], themes: codes.themes ?? ['housing'] }
    await savedId(engine.handlers['contacts.save'](fictional.contact({ ...met, unidentifiedCount: 0 })))
    ids.push(personId)
  }
  return ids
}

describe('refusals', () => {
  test('a clock moved back before the last release', async () => {
    await meetPersons(6, '2026-07')
    expect(await publish()).toBeNull()
    engine.wall.now = '2026-11-23T23:59'
    expect(await publish({ period: '2026-Q2' })).toBe('clock-moved-back')
    expect(readdirSync(folder)).toEqual(['2026-Q3'])
    engine.wall.now = '2026-11-24T00:00'
    expect(await publish({ period: '2026-Q2' })).toBeNull()
  })

  test.each(['2026-07', '2026-W30', '2026-Q5', '2026-Q3/2026-Q4', '2026-07-01..2026-09-30'])(
    'a period that would overlap others: %s',
    (period) => {
      expect(commands['releases.preview'].input.safeParse({ period }).success).toBe(false)
    },
  )

  test('a reassessment that is not ahead', async () => {
    await meetPersons(6, '2026-07')
    expect(await publish({ reassessOn: '2026-11-24' })).toBe('reassessment-past')
    expect(await publish({ reassessOn: '2027-05-01' })).toBeNull()
    const listed = await engine.handlers['releases.list']()
    expect(listed.ok && listed.value.ledger.map(({ reassessOn }) => reassessOn)).toEqual(['2027-05-01'])
  })

  test('a year whose every quarter has fewer than k persons says nothing; its quarters do', async () => {
    await meetPersons(4, '2026-07')
    engine.wall.now = '2027-01-10T10:00'
    for (const quarter of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']) {
      expect(await publish({ period: quarter })).toBeNull()
    }
    expect(await publish({ period: '2026' })).toBe('too-few-persons')
    expect(readdirSync(folder).toSorted()).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
  })

  test('each wrong passphrase makes the next attempt wait longer, and the right one forgets it', async () => {
    await meetPersons(6, '2026-07')
    for (let n = 0; n < 3; n += 1) expect(await publish({ passphrase: 'autre' })).toBe('wrong-passphrase')
    expect(engine.sleeps).toEqual([1000, 2000, 4000])
    expect(await publish()).toBeNull()
    expect(await publish({ passphrase: 'autre' })).toBe('wrong-passphrase')
    expect(engine.sleeps.at(-1)).toBe(1000)
  })
})

describe('documented rules', () => {
  test('releases asked for at the same time leave one after the other', async () => {
    await meetPersons(6, '2026-07')
    const asked = ['2026-Q1', '2026-Q2', '2026-Q3'].map((period) => publish({ period }))
    expect(await Promise.all(asked)).toEqual([null, null, null])
    const listed = await engine.handlers['releases.list']()
    expect(listed.ok && listed.value.intact && listed.value.ledger.map(({ sequence }) => sequence)).toEqual([
      1, 2, 3,
    ])
  })

  test('a code the catalogue no longer knows counts in the residual one', async () => {
    await meetPersons(6, '2026-07')
    await meetPersons(6, '2026-08', { themes: ['retired-in-august'] })
    const { tables } = await preview('2026-Q3')
    const groups = tables.find(({ attribute }) => attribute === 'themeGroup')
    expect(groups?.rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(10)
    expect(groups?.rows.at(-1)?.codes).toContain('unspecified')
  })

  test('an age band corrected after closing changes nothing that was closed', async () => {
    engine.wall.now = '2026-12-20T10:00'
    const ids = await meetPersons(6, '2026-02')
    engine.wall.now = '2027-01-10T10:00'
    for (const quarter of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']) await publish({ period: quarter })
    const before = await preview('2026')
    for (const id of ids) {
      await engine.handlers['people.save']({ ...fictional.person({ ageBand: '65-plus' }), id })
    }
    expect(await preview('2026')).toEqual(before)
    expect(before.tables.find(({ attribute }) => attribute === 'ageBand')?.rows[0]?.codes).toContain('25-34')
  })
})

describe('the catalogue', () => {
  const ordersFor = async (year: number): Promise<PublicOrder[]> => {
    const proposed = await engine.handlers['catalogue.propose']({ year })
    if (!proposed.ok) throw new Error(proposed.failure)
    expect(commands['catalogue.propose'].output.parse(proposed.value)).toEqual(proposed.value)
    return proposed.value.orders
  }

  test('is proposed, tried, adopted once, and used', async () => {
    const orders = await ordersFor(2026)
    const kinds = orders.map((one) =>
      one.attribute === 'kind'
        ? { ...one, codes: ['aid', ...one.codes.filter((code) => code !== 'aid')] }
        : one,
    )
    const draft = { year: 2026, k: 11 as const, orders: kinds }
    const tried = await engine.handlers['catalogue.simulate'](draft)
    if (!tried.ok) throw new Error(tried.failure)
    expect(commands['catalogue.simulate'].output.parse(tried.value)).toEqual(tried.value)
    const adopted = await engine.handlers['catalogue.adopt'](draft)
    if (!adopted.ok) throw new Error(adopted.failure)
    expect(commands['catalogue.adopt'].output.parse(adopted.value)).toEqual(adopted.value)
    expect(adopted.value).toMatchObject({ k: 11, fixed: true })
    expect(await engine.handlers['catalogue.read']({ year: 2026 })).toEqual(adopted)
    expect(adopted.value.orders.find(({ attribute }) => attribute === 'kind')?.entries[0]?.code).toBe('aid')
    await meetPersons(10, '2026-07')
    expect(await preview('2026-Q3')).toMatchObject({ k: 11, total: null })
  })

  test('cannot be changed once adopted, once used, or for a year that is neither this one nor the next', async () => {
    const draft = { year: 2026, k: 5 as const, orders: await ordersFor(2026) }
    const adopt = async (changes: Partial<typeof draft> = {}) => {
      const adopted = await engine.handlers['catalogue.adopt']({ ...draft, ...changes })
      return adopted.ok ? null : adopted.failure
    }
    expect(await adopt({ year: 2025 })).toBe('catalogue-fixed')
    expect(await adopt({ year: 2028 })).toBe('catalogue-fixed')
    expect(await adopt({ orders: draft.orders.slice(1) })).toBe('catalogue-invalid')
    await meetPersons(6, '2026-07')
    await publish()
    expect(await adopt()).toBe('catalogue-fixed')
    expect(await adopt({ year: 2027 })).toBeNull()
    expect(await adopt({ year: 2027 })).toBe('catalogue-fixed')
  })

  test('of next year is learnt from the release of this one, its stricter threshold too', async () => {
    engine.wall.now = '2026-12-20T10:00'
    await engine.handlers['catalogue.adopt']({ year: 2026, k: 11, orders: await ordersFor(2026) })
    await meetPersons(8, '2026-02', { themes: ['mental-health'], ageBand: '14-17' })
    await meetPersons(6, '2026-02', { themes: ['housing'] })
    engine.wall.now = '2027-01-10T10:00'
    for (const period of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2026']) await publish({ period })
    const proposed = await engine.handlers['catalogue.propose']({ year: 2027 })
    expect(proposed).toMatchObject({ ok: true, value: { basis: '2026', k: 11 } })
  })
})

describe('the register', () => {
  test('prints whole for the organization, and not at all when altered', async () => {
    engine.places.registerFile = join(folder, 'registre-interne.pdf')
    expect(await engine.handlers['releases.printRegister']()).toEqual({
      ok: false,
      failure: 'nothing-to-publish',
    })
    engine.places.registerFile = null
    await meetPersons(6, '2026-07')
    await publish()
    expect(await engine.handlers['releases.printRegister']()).toEqual({ ok: false, failure: 'no-folder' })
    engine.places.registerFile = join(folder, 'registre-interne.pdf')
    const printed = await engine.handlers['releases.printRegister']()
    if (!printed.ok) throw new Error(printed.failure)
    expect(commands['releases.printRegister'].output.parse(printed.value)).toEqual(printed.value)
    const page = engine.printer.pages.at(-1) ?? ''
    for (const said of ['Reddition de comptes', 'Coordination', 'Individualisation', 'novembre']) {
      expect(page).toContain(said)
    }
    engine.vaults.store.rows('drop trigger ledgerEntryIsFinal; update ledgerEntry set register = ""')
    expect(await engine.handlers['releases.printRegister']()).toMatchObject({ failure: 'ledger-altered' })
    expect(await publish({ period: '2026-Q2' })).toBe('ledger-altered')
  })

  test('has an entry for each release, in the words of the day it was sealed', async () => {
    await meetPersons(6, '2026-07')
    await publish()
    const listed = await engine.handlers['releases.list']()
    if (!listed.ok) throw new Error(listed.failure)
    expect(commands['releases.list'].output.parse(listed.value)).toEqual(listed.value)
    const [entry] = listed.value.ledger
    expect(entry?.analyses.map(({ risk }) => risk)).toEqual(['individualization', 'correlation', 'inference'])
    expect(entry?.techniques.length).toBeGreaterThan(3)
    expect(entry?.residualRisk).toMatch(/^Très faible/u)
    expect(entry?.reassessOn).toBe('2027-11-24')
  })
})
