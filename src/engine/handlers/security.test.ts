import { existsSync, readdirSync, rmSync } from 'node:fs'
import { v4 as uuid } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { failed, ok } from '#core/result'
import type { Input } from '#shared/contract'
import { FileFault } from '#core/vault/ports'
import { securityCommands } from '#shared/contract/security'
import { files } from '../adapters/files.ts'
import { fictional } from '../testing/fictional.ts'
import { createRealEngine, lastTwo, newSheet, type RealEngine } from '../testing/real-engine.ts'
import { act, passphrase } from '../testing/test-engine.ts'

const another = 'une toute autre phrase'
const hers = 'la phrase de la coordination'
let engine: RealEngine
beforeEach(async () => {
  engine = await createRealEngine()
  await engine.handlers['people.save'](fictional.person())
})
afterEach(() => engine.remove())

const rolesNow = async () => {
  const read = await engine.handlers['security.read']()
  return read.ok ? read.value.slots.map(({ role }) => role).toSorted() : read.failure
}
const opens = async (typed: string, role: 'worker' | 'coordinator' = 'worker') => {
  engine.session.close()
  return engine.handlers['vault.unlock']({ act, passphrase: typed, role })
}
const recovers = async (words: string) => {
  engine.session.close()
  return engine.handlers['vault.recover']({ act, words, newPassphrase: another })
}
type Slots = Input<'security.rekey'>['slots']
const rekey = (slots: Slots, typed = passphrase) =>
  engine.handlers['security.rekey'](
    // as the router does: a contract that cannot be parsed is no contract
    securityCommands['security.rekey'].input.parse({ act: uuid(), passphrase: typed, slots }),
  )
const worker = { role: 'worker', passphrase } as const
const generations = () => readdirSync(engine.places.vault).filter((name) => name.endsWith('.manifest'))

test('every command answers that the vault is locked', async () => {
  engine.session.close()
  const { handlers } = engine
  const locked = failed('vault-locked')
  expect(await handlers['security.read']()).toEqual(locked)
  expect(await handlers['security.changePassphrase']({ act, passphrase, newPassphrase: another })).toEqual(
    locked,
  )
  expect(
    await handlers['security.letCoordinatorIn']({ act: uuid(), passphrase, newPassphrase: hers }),
  ).toEqual(locked)
  expect(await rekey([worker])).toEqual(locked)
  expect(await handlers['security.recalibrate']({ act, passphrase })).toEqual(locked)
  expect(await handlers['vault.verify']()).toEqual(locked)
  expect(await handlers['vault.pauseVerification']()).toEqual(locked)
  expect(await handlers['vault.writeAgain']()).toEqual(locked)
})

test('each change asks for the passphrase again, and a wrong one changes nothing', async () => {
  const before = generations()
  const wrong = { act, passphrase: 'fausse', newPassphrase: another }
  const refused = failed('wrong-passphrase')
  expect(await engine.handlers['security.changePassphrase'](wrong)).toEqual(refused)
  expect(await engine.handlers['security.letCoordinatorIn'](wrong)).toEqual(refused)
  expect(await engine.handlers['security.recalibrate']({ act, passphrase: 'fausse' })).toEqual(refused)
  expect(await rekey([worker], 'fausse')).toEqual(refused)
  expect(generations()).toEqual(before)
  expect(await opens(passphrase)).toMatchObject({ ok: true })
})

test('a changed passphrase takes the place of the old one, in every generation left', async () => {
  await engine.handlers['vault.writeAgain']()
  expect(generations().length).toBeGreaterThan(1)
  expect(
    await engine.handlers['security.changePassphrase']({ act, passphrase, newPassphrase: another }),
  ).toEqual(ok())
  expect(generations()).toHaveLength(1)
  expect(await opens(passphrase)).toEqual(failed('wrong-passphrase'))
  expect(await opens(another)).toMatchObject({ ok: true })
  expect(await engine.handlers['people.list']({ limit: 10, offset: 0 })).toMatchObject({
    ok: true,
    value: { rows: [{}] },
  })
})

test('the coordinator is let in once, and is put out by a re-keying', async () => {
  const letIn = () =>
    engine.handlers['security.letCoordinatorIn']({ act: uuid(), passphrase, newPassphrase: hers })
  expect(await rolesNow()).toEqual(['recovery', 'worker'])
  expect(await letIn()).toEqual(ok())
  expect(await rolesNow()).toEqual(['coordinator', 'recovery', 'worker'])
  expect(await letIn()).toEqual(failed('already-let-in'))
  expect(await opens(hers, 'coordinator')).toMatchObject({ ok: true })
  expect(await opens(passphrase)).toMatchObject({ ok: true })
  expect(await rekey([worker, { role: 'recovery', words: engine.words }])).toEqual(
    ok({ removed: 0, outOfReach: [], olderRemain: false }),
  )
  expect(await rolesNow()).toEqual(['recovery', 'worker'])
  expect(await opens(hers, 'coordinator')).toEqual(failed('wrong-passphrase'))
  expect(await recovers(engine.words)).toMatchObject({ ok: true })
})

test('what the disk would not remove after a re-keying is told, and goes at the next opening', async () => {
  const old = readdirSync(`${engine.places.vault}/packs`)
  const kept = () => readdirSync(`${engine.places.vault}/packs`).filter((name) => old.includes(name))
  const removing = vi.spyOn(files, 'removeFile').mockImplementation((path) => {
    if (path.includes('/packs/')) throw new FileFault('no-permission')
    rmSync(path)
  })
  expect(await rekey([worker, { role: 'recovery', words: engine.words }])).toMatchObject({
    value: { olderRemain: true },
  })
  removing.mockRestore()
  expect(kept()).toEqual(old)
  expect(await opens(passphrase)).toMatchObject({ ok: true })
  expect(kept()).toEqual([])
})

test('of two acts asked at once with the same passphrase, one alone is done', async () => {
  const { handlers } = engine
  const changed = handlers['security.changePassphrase']({ act: uuid(), passphrase, newPassphrase: another })
  const recalibrated = handlers['security.recalibrate']({ act: uuid(), passphrase })
  expect(await changed).toEqual(ok())
  expect(await recalibrated).toEqual(failed('wrong-passphrase'))
  expect(await opens(passphrase)).toEqual(failed('wrong-passphrase'))
  expect(await opens(another)).toMatchObject({ ok: true })
})

test('the costs of a slot are told, and calibrated again on demand', async () => {
  const read = await engine.handlers['security.read']()
  expect(read).toMatchObject({
    ok: true,
    value: { slots: expect.arrayContaining([{ role: 'worker', costs: { operations: 1, memory: 8 } }]) },
  })
  const costs = { operations: 2, memory: 16 }
  expect(await engine.handlers['security.recalibrate']({ act, passphrase })).toEqual(ok(costs))
  expect(await engine.handlers['security.read']()).toMatchObject({
    ok: true,
    value: { slots: expect.arrayContaining([{ role: 'worker', costs }]) },
  })
  expect(await opens(passphrase)).toMatchObject({ ok: true })
})

describe('re-keying', () => {
  test('cannot leave the worker out', async () => {
    expect(await rekey([])).toEqual(failed('worker-slot-needed'))
    expect(await rekey([{ role: 'recovery', words: engine.words }])).toEqual(failed('worker-slot-needed'))
    expect(await rolesNow()).toEqual(['recovery', 'worker'])
  })

  test('keeps a sheet only if it is this vault’s, and takes a new one only once retyped', async () => {
    const words = await newSheet(engine)
    const wrong: [string, string] = ['abaisser', 'abandon']
    expect(await rekey([worker, { role: 'recovery', words: words.join(' ') }])).toEqual(
      failed('recovery-words-other'),
    )
    expect(await rekey([worker, { role: 'recovery', words: 'abaisser' }])).toEqual(
      failed('recovery-words-other'),
    )
    expect(await rekey([worker, { role: 'recovery', retyped: wrong }])).toEqual(
      failed('recovery-words-mismatch'),
    )
    expect(await rekey([worker, { role: 'recovery', retyped: lastTwo(words) }])).toMatchObject({ ok: true })
    expect(await recovers(engine.words)).toEqual(failed('recovery-words-other'))
    expect(await recovers(words.join(' '))).toMatchObject({ ok: true })
  })

  test('given up in the middle, leaves the vault as it was, keys included', async () => {
    const act = uuid()
    // the way the window gives it up: while it is under way
    const under = engine.handlers['security.rekey']({
      act,
      passphrase,
      slots: [{ role: 'worker', passphrase: another }],
    })
    await Promise.resolve()
    await engine.handlers['acts.cancel']({ act })
    expect(await under).toEqual(failed('cancelled'))
    expect(await opens(another)).toEqual(failed('wrong-passphrase'))
    expect(await opens(passphrase)).toMatchObject({ ok: true })
    expect(await recovers(engine.words)).toMatchObject({ ok: true })
    expect(await engine.handlers['people.list']({ limit: 10, offset: 0 })).toMatchObject({
      ok: true,
      value: { rows: [{}] },
    })
  })

  test('removes the copies it can reach, and lists the others', async () => {
    const make = async (name: string) => {
      engine.places.newBackup = `${engine.folder}/${name}.filigrane-sauvegarde`
      const made = await engine.handlers['backups.make']({ act: uuid() })
      if (!made.ok) throw new Error(made.failure)
      return engine.places.newBackup
    }
    const here = await make('ici')
    const away = await make('ailleurs')
    rmSync(away)
    expect(await rekey([worker, { role: 'recovery', words: engine.words }])).toMatchObject({
      ok: true,
      value: { removed: 1, outOfReach: [{ name: 'ailleurs.filigrane-sauvegarde', state: 'away' }] },
    })
    expect(existsSync(here)).toBe(false)
    expect(await engine.handlers['backups.list']()).toMatchObject({
      ok: true,
      value: [{ name: 'ailleurs.filigrane-sauvegarde', hasOldKeys: true }],
    })
  })
})

describe('the verification', () => {
  const health = async () => {
    const read = await engine.handlers['vault.health']()
    return read.ok ? read.value : null
  }

  test('ends with the minute it was found sound, and may be begun again or given up', async () => {
    expect(await health()).toMatchObject({ state: 'running', verifiedAt: null })
    engine.runLater()
    expect(await health()).toMatchObject({ state: 'ok', verifiedAt: '2026-11-24T10:00' })
    engine.wall.now = '2026-11-24T11:15'
    expect(await engine.handlers['vault.verify']()).toMatchObject({ ok: true, value: { state: 'running' } })
    expect(await engine.handlers['vault.pauseVerification']()).toMatchObject({
      ok: true,
      value: { state: 'paused', verifiedAt: '2026-11-24T10:00' },
    })
    engine.runLater()
    expect(await health()).toMatchObject({ state: 'paused' })
    await engine.handlers['vault.verify']()
    await engine.handlers['vault.verify']()
    engine.runLater()
    expect(await health()).toMatchObject({ state: 'ok', verifiedAt: '2026-11-24T11:15' })
  })

  test('given up in the middle, takes nothing from the vault', async () => {
    await engine.handlers['vault.pauseVerification']()
    await engine.handlers['people.save'](fictional.person())
    expect(await opens(passphrase)).toMatchObject({ ok: true })
    engine.runLater()
    expect(await health()).toMatchObject({ state: 'ok' })
    expect(await engine.handlers['people.list']({ limit: 10, offset: 0 })).toMatchObject({
      ok: true,
      value: { rows: [{}, {}] },
    })
  })
})
