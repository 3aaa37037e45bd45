import { chmodSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestEngine } from '../testing/test-engine.ts'
import { order, releaseDesk, type ReleaseDesk } from '../testing/release-desk.ts'

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

describe('refusals', () => {
  test('an open period, a year before everything, a lock', async () => {
    expect(await failureOf(publish({ period: '2026-Q4' }))).toBe('period-open')
    expect(await failureOf(publish({ period: '2025-Q4' }))).toBe('nothing-to-publish')
    const locked = await createTestEngine()
    expect(await locked.handlers['releases.publish'](order)).toEqual({ ok: false, failure: 'vault-locked' })
    expect(await locked.handlers['releases.list']()).toEqual({ ok: false, failure: 'vault-locked' })
  })

  test('a wrong passphrase, no folder, a folder gone', async () => {
    await caseload('2026-07')
    expect(await failureOf(publish({ passphrase: 'autre' }))).toBe('wrong-passphrase')
    engine.places.releases = join(folder, 'gone')
    expect(await failureOf(publish())).toBe('no-folder')
    engine.places.releases = null
    expect(await failureOf(publish())).toBe('no-folder')
    expect(await statesOf()).toMatchObject({ '2026-Q3': 'closable' })
  })

  test('a place already taken and a broken printer leave nothing, on disk or in the vault', async () => {
    await caseload('2026-07')
    writeFileSync(join(folder, '2026-Q3'), '')
    expect(await failureOf(publish())).toBe('folder-not-empty')
    rmSync(join(folder, '2026-Q3'))
    engine.printer.broken = true
    expect(await failureOf(publish())).toBe('printing-failed')
    expect(readdirSync(folder)).toEqual([])
    expect(await statesOf()).toMatchObject({ '2026-Q3': 'closable' })
  })

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written', async () => {
    await caseload('2026-07')
    chmodSync(folder, 0o555)
    expect(await failureOf(publish())).toBe('no-permission')
    expect(await statesOf()).toMatchObject({ '2026-Q3': 'closable' })
  })

  test('a vault that cannot commit leaves no folder', async () => {
    await caseload('2026-07')
    const { store } = engine.vaults
    const open = engine.session.current()
    if (!open) throw new Error('the vault is open')
    Object.assign(open.vault, { transact: () => ({ ok: false, failure: 'disk-full' }) })
    expect(await failureOf(publish())).toBe('disk-full')
    expect(readdirSync(folder)).toEqual([])
    expect(store.rows('select count(*) from closing')).toEqual([[0]])
  })

  test('a crash between the vault and the folder is repaired by asking again', async () => {
    await caseload('2026-07')
    const published = await publish()
    if (!published.ok) throw new Error(published.failure)
    // as a crash would leave it: committed, still hidden
    renameSync(join(folder, '2026-Q3'), join(folder, '.2026-Q3.partiel'))
    writeFileSync(join(folder, '.2026-Q3.partiel', 'half-written'), '')
    const again = await publish()
    expect(again).toEqual({ ok: true, value: { ...published.value, selfCheck: null } })
    expect(readdirSync(folder)).toEqual(['2026-Q3'])
    expect(readdirSync(join(folder, '2026-Q3'))).not.toContain('half-written')
    expect(existsSync(join(folder, '2026-Q3', 'sommes.sha256'))).toBe(true)
  })

  test.each([
    'drop trigger ledgerEntryIsFinal; update ledgerEntry set purpose = "autre"',
    'drop trigger releaseFileIsFinal; update releaseFile set bytes = x\'00\' where name = "total.csv"',
    'drop trigger releaseFileStays; delete from releaseFile where name = "total.csv"',
    'drop trigger catalogueIsFinal; update releaseYear set catalogue = "{}"',
    'drop trigger releaseFileStays; drop trigger ledgerEntryStays; delete from releaseFile; delete from ledgerEntry',
  ])('an altered ledger disables publishing: %s', async (tampering) => {
    engine.wall.now = '2027-01-15T10:00'
    await caseload('2026-07', '2026-10')
    await publish()
    engine.vaults.store.rows(tampering)
    expect(await failureOf(publish({ period: '2026-Q4' }))).toBe('ledger-altered')
    const listed = await engine.handlers['releases.list']()
    expect(listed.ok && listed.value.intact).toBe(false)
  })

  test('the schema itself refuses to rewrite a closing or the ledger', async () => {
    await caseload('2026-07')
    await publish()
    const { store } = engine.vaults
    for (const statement of [
      'update closing set facts = "{}"',
      'delete from closing',
      'update ledgerEntry set approver = "x"',
      'delete from ledgerEntry',
      'update releaseFile set name = "x"',
      'delete from releaseFile',
      'update releaseYear set catalogue = "{}"',
      'delete from releaseYear',
    ]) {
      expect(() => store.rows(statement), statement).toThrow('append-only')
    }
  })
})
