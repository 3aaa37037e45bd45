import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { v4 as uuid } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { vaultCommands } from '#shared/contract/vault'
import { recoveryWordsFrom } from '../adapters/words.ts'
import { folderHash } from '../store/testing/folder-hash.ts'
import { fictional } from '../testing/fictional.ts'
import { createRealEngine, type RealEngine } from '../testing/real-engine.ts'
import { createTestEngine, passphrase } from '../testing/test-engine.ts'

const act = uuid()
let engine: RealEngine
let vault: string
beforeEach(async () => {
  engine = await createRealEngine()
  vault = engine.places.vault
})
afterEach(() => engine.remove())

const unlock = (given = passphrase) => engine.handlers['vault.unlock']({ act, passphrase: given })
const find = (given = passphrase) => engine.handlers['vault.findWhole']({ act, passphrase: given })
const fallBack = (given = passphrase) => engine.handlers['vault.fallBack']({ act, passphrase: given })

/** A session that saves persons of that name, then is closed. */
async function workDay(...names: string[]): Promise<void> {
  for (const alias of names) await engine.handlers['people.save'](fictional.person({ aliases: [alias] }))
  engine.session.close()
}

async function names(): Promise<string[]> {
  const listed = await engine.handlers['people.list']({ limit: 10, offset: 0 })
  return listed.ok ? listed.value.rows.map(({ aliases }) => aliases.join()).toSorted() : [listed.failure]
}

/** Another byte in the manifest that counts. */
function spoil(): string {
  const last = readdirSync(vault)
    .filter((name) => name.endsWith('.manifest'))
    .toSorted()
    .at(-1)
  const path = `${vault}/${last}`
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.with(50, (bytes[50] ?? 0) ^ 1))
  return path
}

describe('a damaged vault', () => {
  let before: string
  beforeEach(async () => {
    await workDay('Ana')
    await unlock()
    await workDay('Basile', 'Cléo')
    spoil()
    before = folderHash(vault)
  })

  test('is not opened; the state before is found, with nothing missing that was saved then', async () => {
    expect(await unlock()).toEqual(failed('vault-damaged'))
    const found = await find()
    expect(found).toMatchObject(ok({ savedAt: '2026-11-24T14:32', missing: 0 }))
    if (found.ok) expect(vaultCommands['vault.findWhole'].output.parse(found.value)).toEqual(found.value)
    expect(folderHash(vault)).toBe(before)
  })

  test('falls back, keeps its damaged files and says where; then opens as any other', async () => {
    const fallen = await fallBack()
    expect(fallen).toMatchObject(ok({ fellBack: { missing: 0 }, olderThan: null, closedCleanly: true }))
    if (!fallen.ok || !fallen.value.fellBack) throw new Error('not fallen back')
    expect(vaultCommands['vault.fallBack'].output.parse(fallen.value)).toEqual(fallen.value)
    expect(await names()).toEqual(['Ana', 'Basile', 'Cléo'])
    expect(readdirSync(`${vault}/${fallen.value.fellBack.aside}`)).toContain('packs')
    engine.session.close()
    expect(await unlock()).toMatchObject(ok({ fellBack: null, olderThan: null }))
    expect(await names()).toEqual(['Ana', 'Basile', 'Cléo'])
  })

  test('what this computer saw is missing, even where no file tells it any more', async () => {
    const known = engine.seen.at(-1)
    if (!known) throw new Error('nothing remembered')
    engine.places.seen = { [known.id]: { generation: known.generation, sequence: known.sequence + 5 } }
    expect(await find()).toMatchObject(ok({ missing: 5 }))
    expect(await fallBack()).toMatchObject(ok({ fellBack: { missing: 5 }, olderThan: null }))
  })

  test('falls back with the recovery words too, and takes the new passphrase they allow', async () => {
    const typed = { act, words: engine.words, newPassphrase: 'une autre phrase de passe' }
    expect(await engine.handlers['vault.recover'](typed)).toEqual(failed('vault-damaged'))
    expect(folderHash(vault)).toBe(before)
    expect(await engine.handlers['vault.findWhole'](typed)).toMatchObject(ok({ missing: 0 }))
    expect(folderHash(vault)).toBe(before)
    const fallen = await engine.handlers['vault.fallBack'](typed)
    expect(fallen).toMatchObject(ok({ fellBack: { missing: 0 } }))
    const aside = fallen.ok ? (fallen.value.fellBack?.aside ?? 'nowhere') : 'nowhere'
    expect(readdirSync(`${vault}/${aside}`)).toContain('0002.manifest')
    expect(await names()).toEqual(['Ana', 'Basile', 'Cléo'])
    engine.session.close()
    expect(await unlock()).toEqual(failed('wrong-passphrase'))
    expect(await unlock(typed.newPassphrase)).toMatchObject(ok({ fellBack: null }))
  })

  test('other words, or none of the list, are offered nothing', async () => {
    const typed = { act, words: 'pas les bons mots', newPassphrase: 'une autre phrase de passe' }
    expect(await engine.handlers['vault.findWhole'](typed)).toEqual(failed('recovery-words-invalid'))
    expect(await engine.handlers['vault.fallBack'](typed)).toEqual(failed('recovery-words-invalid'))
    const other = { ...typed, words: recoveryWordsFrom(new Uint8Array(16).fill(99)) }
    expect(await engine.handlers['vault.findWhole'](other)).toEqual(failed('recovery-words-other'))
    expect(await engine.handlers['vault.fallBack'](other)).toEqual(failed('recovery-words-other'))
    expect(folderHash(vault)).toBe(before)
  })

  test('a wrong passphrase is offered nothing, and waits like any other', async () => {
    expect(await find('fausse')).toEqual(failed('wrong-passphrase'))
    expect(await fallBack('fausse')).toEqual(failed('wrong-passphrase'))
    expect(folderHash(vault)).toBe(before)
  })

  test('with nothing whole left is told so', async () => {
    for (const pack of readdirSync(`${vault}/packs`)) rmSync(`${vault}/packs/${pack}`)
    expect(await find()).toEqual(failed('nothing-whole'))
    expect(await fallBack()).toEqual(failed('nothing-whole'))
  })
})

test('a whole vault has nothing to fall back from', async () => {
  await workDay('Ana')
  expect(await find()).toEqual(failed('vault-whole'))
  expect(await fallBack()).toEqual(failed('vault-whole'))
  expect(await unlock()).toMatchObject({ ok: true })
})

describe('a vault older than this computer remembers', () => {
  /** The vault as it was after a first day, put back after a second. */
  async function putBack(): Promise<void> {
    await workDay('Ana')
    cpSync(vault, `${engine.folder}/hier`, { recursive: true })
    await unlock()
    await workDay('Basile')
    rmSync(vault, { recursive: true })
    cpSync(`${engine.folder}/hier`, vault, { recursive: true })
  }

  test('is told, once, and opens', async () => {
    await putBack()
    const before = engine.seen.at(-1)?.sequence
    const opened = await unlock()
    expect(opened).toMatchObject(ok({ olderThan: before, fellBack: null }))
    expect(opened.ok && opened.value.sequence).toBeLessThan(before ?? 0)
    expect(await names()).toEqual(['Ana'])
    engine.session.close()
    expect(await unlock()).toMatchObject(ok({ olderThan: null }))
  })

  test('is told of an older generation too', async () => {
    await workDay('Ana')
    const { id, generation, sequence } = engine.seen.at(-1) ?? { id: '', generation: 0, sequence: 0 }
    engine.places.seen = { [id]: { generation: generation + 9, sequence } }
    expect(await unlock()).toMatchObject(ok({ olderThan: sequence }))
  })

  test('is no surprise when a copy was restored in the program', async () => {
    engine.places.newBackup = `${engine.folder}/copie`
    await engine.handlers['people.save'](fictional.person({ aliases: ['Ana'] }))
    await engine.handlers['backups.make']({ act })
    await workDay('Basile', 'Cléo')
    engine.places.backup = `${engine.folder}/copie`
    engine.places.restored = `${engine.folder}/restauré.filigrane`
    const secret = { kind: 'passphrase', passphrase, role: 'worker' } as const
    expect(await engine.handlers['restore.run']({ act, secret })).toMatchObject({ ok: true })
    engine.places.vault = engine.places.restored
    expect(await unlock()).toMatchObject(ok({ olderThan: null }))
    expect(await names()).toEqual(['Ana'])
  })

  test('the vault of another id, or never seen, is no older', async () => {
    await workDay('Ana')
    engine.places.seen = { '00': { generation: 99, sequence: 99 } }
    expect(await unlock()).toMatchObject(ok({ olderThan: null }))
  })
})

test('what is remembered is how far the vault was, and nothing of a trial', async () => {
  await workDay('Ana')
  expect(engine.seen.length).toBeGreaterThan(1)
  for (const seen of engine.seen)
    expect(seen).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      generation: expect.any(Number),
      sequence: expect.any(Number),
    })
  const trying = await createTestEngine()
  await trying.handlers['vault.tryOut']()
  trying.session.close()
  expect(trying.seen).toEqual([])
})
