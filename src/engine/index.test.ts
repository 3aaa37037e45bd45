import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { failed } from '#core/result'
import type { CommandsOf, Input, Output, Reply } from '#shared/contract'
import type { FromEngine, ToEngine } from '#shared/engine-protocol'
import { fictional } from './testing/fictional.ts'

const folder = mkdtempSync(join(tmpdir(), 'filigrane-'))
const places = {
  vault: join(folder, 'carnet.filigrane'),
  releases: null,
  registerFile: null,
  importFile: null,
  documents: null,
  newBackup: null,
  backup: null,
  restored: null,
  update: null,
  newCard: null,
  card: null,
  newPackage: null,
  reviewPackage: null,
  seen: {},
}
const act = '0195b5a0-0000-7000-8000-000000000000'
const passphrase = 'marguerite-tricote-un-soir'

const sent: FromEngine[] = []
const waiting = new Map<unknown, (message: FromEngine) => void>()
let receive: (event: { data: ToEngine }) => void = () => {}

beforeAll(async () => {
  const parentPort = {
    postMessage(message: FromEngine) {
      sent.push(message)
      waiting.get(message.type === 'reply' ? message.id : message.type)?.(message)
    },
    on: (_event: 'message', listener: typeof receive) => void (receive = listener),
  }
  Object.assign(process, { parentPort })
  const bugs = process.listeners('uncaughtException')
  await import('./index.ts')
  // the engine's own way of dying must not take the place of the test runner's
  for (const added of process.listeners('uncaughtException')) {
    if (!bugs.includes(added)) process.removeListener('uncaughtException', added)
  }
})
afterAll(() => {
  Reflect.deleteProperty(process, 'parentPort')
  rmSync(folder, { recursive: true })
})

function when(key: unknown): Promise<FromEngine> {
  return new Promise((resolve) => waiting.set(key, resolve))
}
let lastId = 0
async function ask<N extends CommandsOf<'engine'>>(name: N, input: Input<N>): Promise<Reply<N>> {
  const id = ++lastId
  const answer = when(id)
  receive({ data: { type: 'call', id, name, input, places } })
  const message = await answer
  if (message.type !== 'reply') throw new Error(message.type)
  return message.reply as Reply<N>
}
async function get<N extends CommandsOf<'engine'>>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await ask(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.failure}`)
  return reply.value
}
async function close(): Promise<void> {
  const closed = when('closed')
  receive({ data: { type: 'close' } })
  await closed
}

test('a lock does not wait for a key being derived', async () => {
  const { words, check } = await get('vault.proposeRecovery', undefined)
  const retyped: [string, string] = [words[check[0]] ?? '', words[check[1]] ?? '']
  const creating = ask('vault.create', { act, passphrase, retyped })
  await new Promise((resolve) => setTimeout(resolve, 50))
  await close()
  expect(sent.at(-1)).toEqual({ type: 'closed' })
  expect(await creating).toEqual(failed('cancelled'))
  expect(readdirSync(folder)).toEqual([])
})

test('a notebook given up before it is made is not there, and can be made with the same words', async () => {
  const { words, check } = await get('vault.proposeRecovery', undefined)
  const retyped: [string, string] = [words[check[0]] ?? '', words[check[1]] ?? '']
  const creating = ask('vault.create', { act, passphrase, retyped })
  await new Promise((resolve) => setTimeout(resolve, 50))
  await get('acts.cancel', { act })
  expect(await creating).toEqual(failed('cancelled'))
  expect(readdirSync(folder)).toEqual([])
  expect(await get('vault.create', { act, passphrase, retyped })).toMatchObject({ closedCleanly: true })
  await close()
  rmSync(places.vault, { recursive: true })
})

test('the whole engine keeps a caseload in a folder, from its creation to its recovery', async () => {
  const { words, check } = await get('vault.proposeRecovery', undefined)
  const retyped: [string, string] = [words[check[0]] ?? '', words[check[1]] ?? '']
  expect(await get('vault.create', { act, passphrase, retyped })).toMatchObject({ closedCleanly: true })
  const { id } = await get('people.save', fictional.person({ aliases: ['Zoé'] }))
  await get('contacts.save', fictional.contact({ personIds: [id], note: 'Un café à l’entrée' }))
  await get('history.undo', { act })
  await get('history.redo', { act })
  await close()

  expect(await ask('people.list', { limit: 10, offset: 0 })).toEqual(failed('vault-locked'))
  expect(await ask('vault.unlock', { act, passphrase: 'une fausse phrase' })).toEqual(
    failed('wrong-passphrase'),
  )
  expect(await get('vault.unlock', { act, passphrase })).toMatchObject({
    closedCleanly: true,
    tornFrameDropped: false,
    // four acts, and the entry of the access log that says the notebook was opened
    sequence: 5,
  })
  expect(await get('search.run', { text: 'entree', limit: 5 })).toMatchObject([{ title: 'Zoé' }])
  expect((await get('lists.all', undefined)).length).toBeGreaterThan(80)
  await close()

  const newPassphrase = 'le-foulard-rouge-du-mardi'
  expect(await get('vault.recover', { act, words: words.join(' '), newPassphrase })).toMatchObject({
    sequence: 6,
  })
  expect(await get('people.list', { limit: 10, offset: 0 })).toMatchObject({
    total: 1,
    rows: [{ id, contactCount: 1 }],
  })
  expect(sent.filter(({ type }) => type === 'bug')).toEqual([])
  await close()
})

test('nothing of all this was a bug, the warm-up included', () => {
  expect(sent.filter(({ type }) => type === 'bug')).toEqual([])
})
