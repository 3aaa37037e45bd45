import { beforeEach, expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { commands, type AnyFailure, type CommandsOf } from '#shared/contract'
import { caseloadCommands } from '#shared/contract/caseload'
import { storeFailures } from '#core/database'
import { query } from '#core/caseload/tables'
import { fictional } from '../testing/fictional.ts'
import { createOpenEngine, type TestEngine } from '../testing/test-engine.ts'

type Caseload = keyof typeof caseloadCommands
const nowhere = '01900000-0000-7000-8000-000000000000'

let engine: TestEngine
const made: Record<string, string> = {}
beforeEach(async () => {
  engine = await createOpenEngine()
  const { handlers } = engine
  made['person'] = await idOf(handlers['people.save'](fictional.person()))
  made['resource'] = await idOf(handlers['resources.save'](fictional.resource()))
  made['referral'] = await idOf(handlers['referrals.save'](referral()))
})

async function idOf(saving: Promise<{ ok: boolean }> | { ok: boolean }): Promise<string> {
  const saved = await saving
  if (!('value' in saved)) throw new Error('not saved')
  return (saved.value as { id: string }).id
}
const personId = () => made['person'] ?? ''
const resourceId = () => made['resource'] ?? ''
const referral = (fields = {}) =>
  fictional.referral({ personId: personId(), resourceId: resourceId(), ...fields })

/** How each refusal of the domain is met, one by one: `[command, failure, input]`. */
const refusals: [Caseload, AnyFailure, () => unknown][] = [
  ['people.read', 'not-found', () => ({ id: nowhere })],
  ['people.save', 'not-found', () => ({ ...fictional.person(), id: nowhere })],
  ['people.remove', 'not-found', () => ({ id: nowhere })],
  ['people.remove', 'still-referenced', () => ({ id: personId() })],
  ['contacts.save', 'not-found', () => ({ ...fictional.contact(), id: nowhere })],
  ['contacts.save', 'unknown-person', () => fictional.contact({ personIds: [nowhere] })],
  ['contacts.save', 'nobody-met', () => fictional.contact({ unidentifiedCount: 0 })],
  ['contacts.save', 'in-the-future', () => fictional.contact({ at: '2026-11-24T10:06' })],
  ['contacts.remove', 'not-found', () => ({ id: nowhere })],
  ['referrals.save', 'not-found', () => ({ ...referral(), id: nowhere })],
  ['referrals.save', 'unknown-person', () => referral({ personId: nowhere })],
  ['referrals.save', 'unknown-resource', () => referral({ resourceId: nowhere })],
  [
    'referrals.advance',
    'not-found',
    () => ({ id: nowhere, state: 'accepted', on: '2026-11-24', reason: '' }),
  ],
  [
    'referrals.advance',
    'step-not-allowed',
    () => ({ id: made['referral'], state: 'proposed', on: '2026-11-24', reason: '' }),
  ],
  ['referrals.remove', 'not-found', () => ({ id: nowhere })],
  ['followUps.save', 'not-found', () => ({ ...fictional.followUp(), id: nowhere })],
  ['followUps.save', 'unknown-person', () => fictional.followUp({ personId: nowhere })],
  ['followUps.complete', 'not-found', () => ({ id: nowhere })],
  ['followUps.remove', 'not-found', () => ({ id: nowhere })],
  ['resources.save', 'not-found', () => ({ ...fictional.resource(), id: nowhere })],
  ['resources.remove', 'not-found', () => ({ id: nowhere })],
  ['resources.remove', 'still-referenced', () => ({ id: resourceId() })],
  ['incidents.save', 'not-found', () => ({ ...fictional.incident(), id: nowhere })],
  ['incidents.save', 'unknown-person', () => fictional.incident({ personId: nowhere })],
  ['incidents.save', 'in-the-future', () => fictional.incident({ at: '2026-11-25T10:00' })],
  ['incidents.remove', 'not-found', () => ({ id: nowhere })],
  ['history.redo', 'nothing-to-undo', () => undefined],
]

async function ask({ handlers }: TestEngine, name: CommandsOf<'engine'>, input: unknown) {
  const handler = handlers[name] as (input: unknown) => unknown
  return handler(commands[name].input.parse(input))
}

test.each(refusals)('%s refuses: %s', async (name, failure, input) => {
  engine.events.length = 0
  const before = await engine.handlers['history.read']()
  expect(await ask(engine, name, input())).toEqual(failed(failure as 'not-found'))
  expect(engine.events).toEqual([])
  expect(await engine.handlers['history.read']()).toEqual(before)
})

test('undo and redo refuse when their rows changed since', async () => {
  const { handlers, vaults } = engine
  const setNote = (note: string) =>
    vaults.store.transact((tx) => {
      tx.run(query.updateTable('referral').set({ note }).compile())
      return ok()
    })
  const advance = { id: made['referral'] ?? '', state: 'accepted' as const, on: '2026-11-24', reason: '' }
  await handlers['referrals.advance'](advance)
  setNote('autre')
  expect(await handlers['history.undo']()).toEqual(failed('changed-since'))
  setNote('')
  expect(await handlers['history.undo']()).toMatchObject({ ok: true })
  setNote('autre')
  expect(await handlers['history.redo']()).toEqual(failed('changed-since'))
})

test('undo refuses when there is nothing to undo', async () => {
  const fresh = await createOpenEngine()
  expect(await fresh.handlers['history.undo']()).toEqual(failed('nothing-to-undo'))
})

/** An input each command accepts. */
const accepted: Record<Caseload, () => unknown> = {
  'lists.all': () => undefined,
  'today.read': () => undefined,
  'people.list': () => ({}),
  'people.read': () => ({ id: personId() }),
  'people.save': () => fictional.person(),
  'people.remove': () => ({ id: personId() }),
  'contacts.list': () => ({ limit: 10, offset: 0 }),
  'contacts.defaults': () => undefined,
  'contacts.save': () => fictional.contact(),
  'contacts.remove': () => ({ id: nowhere }),
  'referrals.list': () => undefined,
  'referrals.save': () => referral(),
  'referrals.advance': () => ({ id: made['referral'], state: 'accepted', on: '2026-11-24', reason: '' }),
  'referrals.remove': () => ({ id: made['referral'] }),
  'followUps.list': () => ({ done: false }),
  'followUps.save': () => fictional.followUp(),
  'followUps.complete': () => ({ id: nowhere }),
  'followUps.remove': () => ({ id: nowhere }),
  'resources.list': () => undefined,
  'resources.save': () => fictional.resource(),
  'resources.remove': () => ({ id: nowhere }),
  'incidents.list': () => undefined,
  'incidents.save': () => fictional.incident(),
  'incidents.remove': () => ({ id: nowhere }),
  'draft.read': () => undefined,
  'draft.keep': () => ({ note: 'à moitié' }),
  'search.run': () => ({ text: 'marc', limit: 10 }),
  'history.read': () => undefined,
  'history.undo': () => undefined,
  'history.redo': () => undefined,
}
const names = Object.keys(accepted) as Caseload[]
const declares = (name: Caseload, failure: string) =>
  (caseloadCommands[name].failures as readonly string[]).includes(failure)

test('every command answers `vault-locked` once the vault is closed', async () => {
  engine.session.close()
  engine.events.length = 0
  for (const name of names) {
    expect([name, await ask(engine, name, accepted[name]())]).toEqual([name, failed('vault-locked')])
    expect(declares(name, 'vault-locked')).toBe(true)
  }
  expect(engine.events).toEqual([])
})

test('every writing command hands on why the store could not write', async () => {
  await engine.handlers['followUps.save'](fictional.followUp())
  await engine.handlers['followUps.save'](fictional.followUp())
  await engine.handlers['history.undo']()
  const vault = engine.session.current()?.vault
  engine.events.length = 0
  for (const failure of storeFailures) {
    Object.assign(vault ?? {}, { transact: () => failed(failure) })
    for (const name of names.filter((name) => declares(name, failure))) {
      expect([name, await ask(engine, name, accepted[name]())]).toEqual([name, failed(failure)])
    }
  }
  expect(engine.events).toEqual([])
  expect(names.filter((name) => declares(name, 'disk-full')).length).toBeGreaterThan(15)
})

test('no declared failure was left out', () => {
  const covered = new Set(refusals.map(([name, failure]) => `${name}: ${failure}`))
  const elsewhere = [
    'history.undo: nothing-to-undo',
    'history.undo: changed-since',
    'history.redo: changed-since',
  ]
  const declared = names.flatMap((name) =>
    caseloadCommands[name].failures
      .filter(
        (failure) => failure !== 'vault-locked' && !(storeFailures as readonly string[]).includes(failure),
      )
      .map((failure) => `${name}: ${failure}`),
  )
  expect(declared.filter((failure) => !covered.has(failure) && !elsewhere.includes(failure))).toEqual([])
})
