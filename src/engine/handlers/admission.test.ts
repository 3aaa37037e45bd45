import { beforeEach, expect, test } from 'vitest'
import { failed } from '#core/result'
import { commands, type CommandsOf } from '#shared/contract'
import { memoryCoordinator, memoryWords } from '../testing/memory-vault.ts'
import { act, createOpenEngine, passphrase, type TestEngine } from '../testing/test-engine.ts'
import { fictional } from '../testing/fictional.ts'

const engineCommands = Object.entries(commands)
  .filter(([, { host }]) => host === 'engine')
  .map(([name, { who, failures }]) => ({
    name: name as CommandsOf<'engine'>,
    who,
    failures: failures as readonly string[],
  }))

let engine: TestEngine
beforeEach(async () => {
  engine = await createOpenEngine()
  engine.session.close()
})
const answer = (name: CommandsOf<'engine'>) =>
  (engine.handlers[name] as (input: unknown) => { failure?: string })(undefined)

test('the coordinator is refused every command of the worker, before it is even read', async () => {
  await engine.handlers['vault.unlock']({ act, passphrase: memoryCoordinator, role: 'coordinator' })
  const hers = engineCommands.filter(({ who }) => who === 'worker')
  expect(hers.length).toBeGreaterThan(30)
  for (const { name } of hers) expect(answer(name), name).toEqual(failed('worker-only'))
  expect(engine.vaults.store.rows('SELECT count(*) FROM person')).toEqual([[0]])
})

test('she reads, explores and previews like the worker', async () => {
  await engine.handlers['vault.unlock']({ act, passphrase: memoryCoordinator, role: 'coordinator' })
  expect(await engine.handlers['people.list']({ limit: 10, offset: 0 })).toMatchObject({ ok: true })
  expect(await engine.handlers['today.read']()).toMatchObject({ ok: true })
  expect(await engine.handlers['releases.list']()).toMatchObject({ ok: true })
})

test('her passphrase is not the worker’s, nor the worker’s hers', async () => {
  const unlock = engine.handlers['vault.unlock']
  expect(await unlock({ act, passphrase, role: 'coordinator' })).toEqual(failed('wrong-passphrase'))
  expect(await unlock({ act, passphrase: memoryCoordinator })).toEqual(failed('wrong-passphrase'))
})

test('whoever recovers stands in the worker’s place', async () => {
  const recovered = await engine.handlers['vault.recover']({
    act,
    words: memoryWords,
    newPassphrase: 'une toute autre phrase',
  })
  expect(recovered).toMatchObject({ ok: true, value: { role: 'recovery' } })
  expect(await engine.handlers['people.save'](fictional.person())).toMatchObject({ ok: true })
})

test('a closed vault answers that it is locked, whoever asks', async () => {
  expect(await engine.handlers['people.list']({ limit: 10, offset: 0 })).toEqual(failed('vault-locked'))
  expect(await engine.handlers['people.save'](fictional.person())).toEqual(failed('vault-locked'))
})

test('a write the disk refused for good is told to the window, as a state of the vault', async () => {
  await engine.handlers['vault.unlock']({ act, passphrase })
  let reason: string | null = null
  Object.assign(engine.session.current()?.vault ?? {}, {
    readOnlyReason: () => reason,
    transact: () => failed((reason = 'writing-stopped')),
  })
  engine.events.length = 0
  expect(await engine.handlers['people.save'](fictional.person())).toEqual(failed('writing-stopped'))
  expect(engine.events).toEqual(['vault.healthChanged'])
})

test('while the disk is full, whatever would write is refused before it tries, and reading goes on', async () => {
  await engine.handlers['vault.unlock']({ act, passphrase })
  const vault = engine.session.current()?.vault
  if (!vault) throw new Error('not open')
  let isFull = true
  let looks = 0
  let enough = Infinity
  const tried: string[] = []
  Object.assign(vault, {
    isDiskFull: () => isFull,
    readOnlyReason: () => (isFull ? 'disk-full' : null),
    findRoom: () => {
      looks += 1
      isFull = looks < enough
      return !isFull
    },
    transact: () => {
      tried.push('write')
      return failed('disk-full')
    },
  })
  const writing = engineCommands.filter(
    ({ name, who, failures }) =>
      failures.includes('read-only') &&
      who !== 'coordinator' &&
      name !== 'vault.writeAgain' &&
      name !== 'backups.make',
  )
  expect(writing.length).toBeGreaterThan(40)
  engine.events.length = 0
  for (const { name } of writing) expect(answer(name), name).toEqual(failed('disk-full'))
  expect(tried).toEqual([])
  expect(engine.events).toContain('vault.healthChanged')
  expect(await engine.handlers['today.read']()).toMatchObject({ ok: true })

  // it ends by itself, once there is room
  enough = looks + 3
  engine.runLater()
  expect([looks, isFull]).toEqual([enough, false])

  // and at once for whoever made room and tries again
  isFull = true
  enough = looks + 1
  await engine.handlers['people.save'](fictional.person())
  expect(tried).toEqual(['write'])
})
