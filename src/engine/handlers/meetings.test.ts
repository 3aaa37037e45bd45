import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type * as z from 'zod'
import { failed } from '#core/result'
import type { Handlers, Input, Output } from '#shared/contract'
import { meetingCommands } from '#shared/contract/meetings'
import { fictional } from '../testing/fictional.ts'
import { memoryCoordinator } from '../testing/memory-vault.ts'
import { act, createOpenEngine, passphrase, savedId, type TestEngine } from '../testing/test-engine.ts'

type Name = keyof typeof meetingCommands
const names = Object.keys(meetingCommands) as Name[]
const nowhere = '01900000-0000-7000-8000-000000000000'

let engine: TestEngine
beforeEach(async () => {
  engine = await createOpenEngine()
})
const reply = <N extends Name>(name: N, input: Input<N>) => {
  const command: { input: z.ZodType } = meetingCommands[name]
  const handler = engine.handlers[name] as (input: unknown) => ReturnType<Handlers<'engine'>[N]>
  return handler(command.input.parse(input))
}
/** Answers through the contract. */
async function ask<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await reply(name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.failure}`)
  const command: { output: z.ZodType } = meetingCommands[name]
  expect(command.output.parse(answer.value)).toEqual(answer.value)
  return answer.value
}
const person = (alias: string) =>
  savedId(engine.handlers['people.save'](fictional.person({ aliases: [alias] })))

test('a file goes from the agenda to the minutes, which name nobody', async () => {
  const personId = await person('Foulard mauve')
  const { id } = await ask('meetings.saveOnAgenda', { personId, question: 'Et si Foulard mauve part ?' })
  const { id: second } = await ask('meetings.saveOnAgenda', {
    personId: await person('Sac rayé'),
    question: '',
  })
  await ask('meetings.start', undefined)
  await ask('meetings.postpone', { id: second })
  expect(await ask('meetings.read', { id, hideNames: true })).toMatchObject({
    review: { alias: '•••', question: 'Et si ••• part ?' },
  })
  const action = { title: 'Appeler Foulard mauve', doer: 'coordinator' as const, dueOn: '2026-12-01' }
  await ask('meetings.decide', { id, decision: 'On prévient Foulard mauve.', actions: [action] })
  await ask('meetings.close', undefined)
  await ask('meetings.takeOff', { id: second })
  const { held, agenda, olderThanSeen } = await ask('meetings.list', undefined)
  expect({ agenda, olderThanSeen: olderThanSeen?.seen }).toEqual({ agenda: [], olderThanSeen: 1 })
  expect(held).toMatchObject([{ reviews: 1, actions: 1, closedBy: 'worker', coSignedAt: null }])
  const meetingId = held[0]?.id ?? ''

  expect(await reply('meetings.coSign', { id: meetingId })).toEqual(failed('coordinator-only'))
  await engine.handlers['vault.unlock']({ act, passphrase: memoryCoordinator, role: 'coordinator' })
  await ask('meetings.coSign', { id: meetingId })
  expect(await reply('meetings.coSign', { id: meetingId })).toEqual(failed('already-signed'))

  await engine.handlers['vault.unlock']({ act, passphrase })
  expect(await reply('documents.printMinutes', { id: meetingId })).toEqual(failed('no-folder'))
  const folder = mkdtempSync(join(tmpdir(), 'filigrane-minutes-'))
  engine.places.documents = folder
  const { file } = await ask('documents.printMinutes', { id: meetingId })
  rmSync(folder, { recursive: true })
  expect(file).toContain('reunion-d-equipe')
  const minutes = engine.printer.pages.at(-1) ?? ''
  expect(minutes).toContain('On prévient •••.')
  expect(minutes).toContain('Cosignée')
  expect(minutes).not.toContain('mauve')
  engine.printer.broken = true
  expect(await reply('documents.printMinutes', { id: meetingId })).toEqual(failed('printing-failed'))

  expect(await ask('workload.read', undefined)).toMatchObject({
    files: expect.arrayContaining([
      expect.objectContaining({ alias: 'Sac rayé', minutes: 0, ageDays: null }),
      expect.objectContaining({ alias: 'Foulard mauve', lastReviewedOn: '2026-11-24' }),
    ]),
  })
})

test('each refusal comes with its own code', async () => {
  const personId = await person('Foulard mauve')
  expect(await reply('meetings.start', undefined)).toEqual(failed('agenda-empty'))
  expect(await reply('meetings.close', undefined)).toEqual(failed('no-meeting'))
  expect(await reply('meetings.saveOnAgenda', { personId: nowhere, question: '' })).toEqual(
    failed('unknown-person'),
  )
  const { id } = await ask('meetings.saveOnAgenda', { personId, question: '' })
  expect(await reply('meetings.saveOnAgenda', { personId, question: '' })).toEqual(
    failed('already-on-agenda'),
  )
  expect(await reply('meetings.decide', { id, decision: '', actions: [] })).toEqual(failed('no-meeting'))
  expect(await reply('meetings.postpone', { id })).toEqual(failed('no-meeting'))
  await ask('meetings.start', undefined)
  expect(await reply('meetings.start', undefined)).toEqual(failed('meeting-going-on'))
  await ask('meetings.decide', { id, decision: '', actions: [] })
  expect(await reply('meetings.takeOff', { id })).toEqual(failed('already-reviewed'))
  for (const name of ['meetings.takeOff', 'meetings.postpone'] as const)
    expect(await reply(name, { id: nowhere })).toEqual(failed('not-found'))
  expect(await reply('meetings.read', { id: nowhere, hideNames: true })).toEqual(failed('not-found'))
  expect(await reply('documents.printMinutes', { id: nowhere })).toEqual(failed('not-found'))
})

const inputs: { [N in Name]: Input<N> } = {
  'meetings.list': undefined,
  'meetings.read': { id: nowhere, hideNames: true },
  'meetings.saveOnAgenda': { personId: nowhere, question: '' },
  'meetings.takeOff': { id: nowhere },
  'meetings.start': undefined,
  'meetings.decide': { id: nowhere, decision: '', actions: [] },
  'meetings.postpone': { id: nowhere },
  'meetings.close': undefined,
  'meetings.coSign': { id: nowhere },
  'documents.printMinutes': { id: nowhere },
  'workload.read': undefined,
}

test('a closed vault answers that it is locked', async () => {
  engine.session.close()
  for (const name of names)
    expect([name, await reply(name, inputs[name])]).toEqual([name, failed('vault-locked')])
})
