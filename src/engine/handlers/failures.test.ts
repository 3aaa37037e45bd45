import { beforeEach, expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { commands, type CommandsOf } from '#shared/contract'
import { caseloadCommands } from '#shared/contract/caseload'
import { storeFailures } from '#core/database'
import { query } from '#core/caseload/tables'
import {
  accepted,
  advanceInput,
  makeRecords,
  refusals,
  type CaseloadName,
} from '../testing/caseload-inputs.ts'
import { fictional } from '../testing/fictional.ts'
import { act, createOpenEngine, type TestEngine } from '../testing/test-engine.ts'

let engine: TestEngine
beforeEach(async () => {
  engine = await createOpenEngine()
  await makeRecords(engine)
})

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
  await handlers['referrals.advance'](advanceInput())
  setNote('autre')
  expect(await handlers['history.undo']({ act })).toEqual(failed('changed-since'))
  setNote('')
  expect(await handlers['history.undo']({ act })).toMatchObject({ ok: true })
  setNote('autre')
  expect(await handlers['history.redo']({ act })).toEqual(failed('changed-since'))
})

test('undo refuses when there is nothing to undo', async () => {
  const fresh = await createOpenEngine()
  expect(await fresh.handlers['history.undo']({ act })).toEqual(failed('nothing-to-undo'))
})

const names = Object.keys(accepted) as CaseloadName[]
const declares = (name: CaseloadName, failure: string) =>
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
  await engine.handlers['history.undo']({ act })
  const vault = engine.session.current()?.vault
  engine.events.length = 0
  for (const failure of storeFailures) {
    Object.assign(vault ?? {}, {
      transact: () => failed(failure),
      // oxlint-disable-next-line require-yield -- it fails at once
      *transactSlowly() {
        return failed(failure)
      },
    })
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
    // those of many rows: met beside the import
    ...['undo', 'redo'].flatMap((turn) => [
      `history.${turn}: cancelled`,
      `history.${turn}: transaction-too-large`,
    ]),
    // they take a consent: met beside the duties
    'referrals.save: consent-withdrawn',
    'referrals.save: consent-expired',
    'referrals.advance: consent-withdrawn',
    'referrals.advance: consent-expired',
    'people.save: sealed-copies-remain',
    'people.openSafetyNote: note-unreadable',
    'contacts.save: sealed-copies-remain',
    'contacts.openNote: note-unreadable',
    'draft.keep: sealed-copies-remain',
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
