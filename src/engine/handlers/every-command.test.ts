import { beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import { commands, type CommandsOf, type Handlers, type Input, type Output } from '#shared/contract'
import { createOpenEngine, createTestEngine, passphrase, type TestEngine } from '../testing/test-engine.ts'
import { memoryWords } from '../testing/memory-vault.ts'
import { fictional } from '../testing/fictional.ts'

/** Commands of the release road: tested beside their own handlers. */
const elsewhere = [
  'import.preview',
  'import.apply',
  'statistics.explore',
  'releases.list',
  'releases.preview',
  'releases.publish',
  'releases.printRegister',
  'catalogue.read',
  'catalogue.propose',
  'catalogue.simulate',
  'catalogue.adopt',
]
const engineCommands = Object.entries(commands)
  .filter(([name, { host }]) => host === 'engine' && !elsewhere.includes(name))
  .map(([name]) => name as CommandsOf<'engine'>)

/** Answers through the contract: a strict input in, a strict output out. */
async function ask<N extends CommandsOf<'engine'>>(
  { handlers }: TestEngine,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  asked.add(name)
  const command: { input: z.ZodType; output: z.ZodType } = commands[name]
  const handler = handlers[name] as (input: unknown) => ReturnType<Handlers<'engine'>[N]>
  const reply = await handler(command.input.parse(input))
  if (!reply.ok) throw new Error(`${name}: ${reply.failure}`)
  expect(command.output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}

const asked = new Set<string>()
let engine: TestEngine
beforeAll(async () => {
  engine = await createOpenEngine()
})

test('a vault is made, opened, recovered', async () => {
  const fresh = await createTestEngine()
  const { words, check } = await ask(fresh, 'vault.proposeRecovery', undefined)
  const retyped: [string, string] = [words[check[0]] ?? '', words[check[1]] ?? '']
  await ask(fresh, 'vault.create', { passphrase, retyped })
  await ask(fresh, 'vault.unlock', { passphrase })
  await ask(fresh, 'vault.recover', { words: memoryWords, newPassphrase: 'une autre phrase' })
  await ask(fresh, 'vault.health', undefined)
})

test('every caseload command answers what the contract says', async () => {
  expect(await ask(engine, 'lists.all', undefined)).toContainEqual(
    expect.objectContaining({ list: 'theme', code: 'homelessness', group: 'housing', validTo: null }),
  )
  const { id: personId } = await ask(engine, 'people.save', fictional.person())
  const { id: contactId } = await ask(
    engine,
    'contacts.save',
    fictional.contact({
      personIds: [personId],
      themes: ['housing'],
      aidGiven: [{ item: 'socks', quantity: 2 }],
      note: 'Cherche un toit',
    }),
  )
  const { id: resourceId } = await ask(engine, 'resources.save', fictional.resource())
  const { id: referralId } = await ask(
    engine,
    'referrals.save',
    fictional.referral({ personId, resourceId, contactId }),
  )
  const { id: followUpId } = await ask(engine, 'followUps.save', fictional.followUp({ personId }))
  const { id: incidentId } = await ask(engine, 'incidents.save', fictional.incident({ personId }))

  const today = await ask(engine, 'today.read', undefined)
  expect(today).toMatchObject({
    today: '2026-11-24',
    counts: { people: 1, followUpsDue: 0, openReferrals: 1 },
  })
  expect(today.followUps).toHaveLength(1)
  expect(today.latestContacts).toHaveLength(1)
  expect(await ask(engine, 'people.list', { text: 'marc', limit: 5 })).toMatchObject([
    { contactCount: 1, contactMinutes: 10, openReferrals: 1, nextFollowUpOn: '2026-11-25' },
  ])
  const file = await ask(engine, 'people.read', { id: personId })
  expect(file.timeline.map(({ type }) => type)).toEqual([
    'followUp',
    'bondStage',
    'incident',
    'contact',
    'referral',
  ])
  expect(await ask(engine, 'contacts.list', { limit: 10, offset: 0 })).toMatchObject({
    total: 1,
    rows: [{ people: [{ id: personId, alias: 'Le grand Marc' }], note: 'Cherche un toit' }],
  })
  expect(await ask(engine, 'contacts.defaults', undefined)).toMatchObject({
    place: 'hall',
    durationMinutes: 10,
  })
  await ask(engine, 'referrals.advance', { id: referralId, state: 'accepted', on: '2026-11-05', reason: '' })
  expect(await ask(engine, 'referrals.list', undefined)).toMatchObject([
    { state: 'accepted', open: true, ageDays: 23, alias: 'Le grand Marc', resourceName: 'La Passerelle' },
  ])
  expect(await ask(engine, 'resources.list', undefined)).toMatchObject([{ openReferrals: 1 }])
  expect(await ask(engine, 'incidents.list', undefined)).toMatchObject([{ alias: 'Le grand Marc' }])
  await ask(engine, 'followUps.complete', { id: followUpId })
  expect(await ask(engine, 'followUps.list', { done: false })).toEqual([])
  expect(await ask(engine, 'followUps.list', { done: true })).toMatchObject([{ doneAt: '2026-11-24T10:00' }])

  await ask(engine, 'draft.keep', { note: 'à moitié' })
  expect(await ask(engine, 'draft.read', undefined)).toEqual({ note: 'à moitié' })
  await ask(engine, 'draft.keep', null)
  expect(await ask(engine, 'draft.read', undefined)).toBeNull()

  expect(await ask(engine, 'search.run', { text: 'toit', limit: 10 })).toEqual([
    {
      type: 'contact',
      id: contactId,
      personId,
      title: 'Le grand Marc',
      excerpt: 'Cherche un \u0002toit\u0003',
      at: '2026-11-20T14:00',
    },
  ])

  expect(await ask(engine, 'history.read', undefined)).toEqual({
    undo: { command: 'followUps.complete', subject: 'Rappeler' },
    redo: null,
  })
  await ask(engine, 'history.undo', undefined)
  await ask(engine, 'history.redo', undefined)

  await ask(engine, 'incidents.remove', { id: incidentId })
  await ask(engine, 'followUps.remove', { id: followUpId })
  await ask(engine, 'referrals.remove', { id: referralId })
  await ask(engine, 'resources.remove', { id: resourceId })
  await ask(engine, 'contacts.remove', { id: contactId })
  await ask(engine, 'people.remove', { id: personId })
  expect(await ask(engine, 'people.list', {})).toEqual([])
})

test('no command of the engine was left out', () => {
  expect(engineCommands.filter((name) => !asked.has(name))).toEqual([])
})
