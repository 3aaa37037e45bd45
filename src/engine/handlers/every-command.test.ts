import { beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import { commands, type CommandsOf, type Handlers, type Input, type Output } from '#shared/contract'
import { dutyCommands } from '#shared/contract/duties'
import { securityCommands } from '#shared/contract/security'
import { meetingCommands } from '#shared/contract/meetings'
import { updateCommands } from '#shared/contract/updates'
import { packageCommands } from '#shared/contract/packages'
import { paperCommands } from '#shared/contract/papers'
import { takeoverCommands } from '#shared/contract/takeovers'
import {
  act,
  createOpenEngine,
  createTestEngine,
  passphrase,
  type TestEngine,
} from '../testing/test-engine.ts'
import { memoryWords } from '../testing/memory-vault.ts'
import { fictional } from '../testing/fictional.ts'

/** Commands tested beside their own handlers. */
const elsewhere = [
  'accessLog.list',
  ...Object.keys(dutyCommands),
  ...Object.keys(securityCommands),
  ...Object.keys(updateCommands),
  'vault.findWhole',
  'vault.fallBack',
  'vault.verify',
  'vault.pauseVerification',
  'vault.writeAgain',
  ...Object.keys(meetingCommands),
  ...Object.keys(packageCommands),
  ...Object.keys(takeoverCommands),
  ...Object.keys(paperCommands),
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
  await ask(fresh, 'vault.create', { act, passphrase, retyped })
  expect(await ask(fresh, 'vault.doors', undefined)).toContain('worker')
  await ask(fresh, 'vault.unlock', { act, passphrase })
  await ask(fresh, 'vault.recover', { act, words: memoryWords, newPassphrase: 'une autre phrase' })
  await ask(fresh, 'vault.health', undefined)
  expect(await ask(fresh, 'vault.tryOut', undefined)).toMatchObject({ isTrial: true })
})

test('what is not under way may be given up', async () => {
  await ask(engine, 'acts.cancel', { act })
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
  const { id: sealedId } = await ask(
    engine,
    'contacts.save',
    fictional.contact({ note: 'Pour elle seule', noteSealed: true }),
  )
  expect(await ask(engine, 'contacts.openNote', { id: sealedId })).toEqual({ note: 'Pour elle seule' })
  await ask(engine, 'contacts.remove', { id: sealedId })
  const { id: guardedId } = await ask(
    engine,
    'people.save',
    fictional.person({ aliases: ['Sac bleu'], safetyNote: 'Chien méfiant', safetyNoteSealed: true }),
  )
  expect(await ask(engine, 'people.openSafetyNote', { id: guardedId })).toEqual({ note: 'Chien méfiant' })
  await ask(engine, 'people.remove', { id: guardedId })
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
  expect(await ask(engine, 'people.list', { text: 'marc', limit: 5, offset: 0 })).toMatchObject({
    total: 1,
    rows: [{ contactCount: 1, openReferrals: 1, nextFollowUpOn: '2026-11-25' }],
  })
  expect(await ask(engine, 'people.suggest', { text: 'marc', limit: 5 })).toHaveLength(1)
  expect(await ask(engine, 'people.named', { ids: [personId] })).toMatchObject([{ alias: 'Le grand Marc' }])
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
  await ask(engine, 'referrals.advance', {
    id: referralId,
    state: 'accepted',
    on: '2026-11-05',
    reasonCode: null,
    reason: '',
  })
  expect((await ask(engine, 'referrals.list', { filter: {}, limit: 9, offset: 0 })).rows).toMatchObject([
    {
      state: 'accepted',
      open: true,
      ageDays: 23,
      waitingDays: 19,
      alias: 'Le grand Marc',
      resourceName: 'La Passerelle',
    },
  ])
  expect(await ask(engine, 'resources.list', undefined)).toMatchObject([{ openReferrals: 1 }])
  expect((await ask(engine, 'incidents.list', { limit: 9, offset: 0 })).rows).toMatchObject([
    { alias: 'Le grand Marc' },
  ])
  expect(await ask(engine, 'sources.read', { type: 'incident', id: incidentId })).toMatchObject({
    type: 'incident',
  })
  expect(await ask(engine, 'followUps.complete', { id: followUpId })).toEqual({
    nextId: null,
    isUndoable: true,
  })
  expect(await ask(engine, 'followUps.complete', { id: followUpId })).toMatchObject({ isUndoable: false })
  expect((await ask(engine, 'followUps.list', { done: false, limit: 9, offset: 0 })).rows).toEqual([])
  expect((await ask(engine, 'followUps.list', { done: true, limit: 9, offset: 0 })).rows).toMatchObject([
    { doneAt: '2026-11-24T10:00' },
  ])

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
  await ask(engine, 'history.undo', { act })
  await ask(engine, 'history.redo', { act })

  await ask(engine, 'incidents.remove', { id: incidentId })
  await ask(engine, 'followUps.remove', { id: followUpId })
  await ask(engine, 'referrals.remove', { id: referralId })
  await ask(engine, 'resources.remove', { id: resourceId })
  await ask(engine, 'contacts.remove', { id: contactId })
  await ask(engine, 'people.remove', { id: personId })
  expect(await ask(engine, 'people.list', { limit: 5, offset: 0 })).toEqual({ total: 0, rows: [] })
})

test('the file of a person: bond, ties, duplicates', async () => {
  const person = async (alias: string) =>
    (await ask(engine, 'people.save', fictional.person({ aliases: [alias] }))).id
  const [eric, erik, mona] = [await person('Éric'), await person('Erik'), await person('Mona')]
  await ask(engine, 'people.saveBondStage', {
    personId: eric,
    stage: 'observation',
    on: '2026-11-01',
    replaces: null,
  })
  await ask(engine, 'people.removeBondStage', { personId: eric, on: '2026-11-01' })
  const { id: tieId } = await ask(engine, 'ties.save', {
    personId: mona,
    otherId: erik,
    kind: 'pairing',
    note: 'échecs',
  })
  expect(await ask(engine, 'people.duplicates', { limit: 9, offset: 0 })).toMatchObject({
    total: 1,
    rows: [{ one: { alias: 'Éric' }, other: { alias: 'Erik' }, reason: 'same-sound' }],
  })
  await ask(engine, 'people.merge', { keepId: eric, duplicateId: erik })
  expect(await ask(engine, 'people.read', { id: erik })).toMatchObject({
    person: { id: eric, aliases: ['Éric', 'Erik'] },
    ties: [{ id: tieId, otherId: mona, alias: 'Mona', kind: 'pairing' }],
    merged: [{ id: erik, alias: 'Erik', on: '2026-11-24' }],
  })
  await ask(engine, 'people.unmerge', { id: erik })
  await ask(engine, 'ties.remove', { id: tieId })
  expect(await ask(engine, 'people.duplicates', { limit: 9, offset: 0 })).toEqual({ total: 0, rows: [] })
  await ask(engine, 'people.dismissDuplicate', { oneId: mona, otherId: eric })
  expect(await ask(engine, 'people.notSeen', { limit: 9, offset: 0 })).toMatchObject({ total: 3 })
})

test('a resource is verified, retired, told back about', async () => {
  const { id: personId } = await ask(engine, 'people.save', fictional.person({ aliases: ['Lui'] }))
  const { id } = await ask(engine, 'resources.save', fictional.resource({ languages: ['fr', 'abe'] }))
  await ask(engine, 'resources.check', { id })
  await ask(engine, 'resources.retire', { id, on: null })
  expect(await ask(engine, 'resources.list', undefined)).toMatchObject([
    { lastCheckedOn: '2026-11-24', stale: false, retiredOn: null, languages: ['fr', 'abe'] },
  ])
  const referral = fictional.referral({ personId, resourceId: id, accompaniedByWorker: true })
  const { id: referralId } = await ask(engine, 'referrals.save', referral)
  await ask(engine, 'referrals.tellBack', { id: referralId, on: '2026-11-20', note: 'place trouvée' })
  expect((await ask(engine, 'referrals.list', { filter: {}, limit: 9, offset: 0 })).rows).toMatchObject([
    { accompaniedByWorker: true, toldBackOn: '2026-11-20', toldBackNote: 'place trouvée' },
  ])
})

test('activities, support, hours, visits and the agenda', async () => {
  const { id: activityId } = await ask(engine, 'groupActivities.save', fictional.groupActivity())
  expect(await ask(engine, 'groupActivities.list', undefined)).toMatchObject([
    { id: activityId, headcount: 8 },
  ])
  await ask(engine, 'groupActivities.remove', { id: activityId })
  const { id: supportId } = await ask(engine, 'staffSupport.save', fictional.staffSupport())
  expect(await ask(engine, 'staffSupport.list', undefined)).toMatchObject([{ id: supportId, safetyPulse: 4 }])
  await ask(engine, 'staffSupport.remove', { id: supportId })
  const { id: hoursId } = await ask(engine, 'hours.save', fictional.workHours())
  expect(await ask(engine, 'hours.read', { from: '2026-11-18', to: '2026-11-24' })).toMatchObject({
    agreement: { library: 1500, outside: 600 },
    weeks: [
      { monday: '2026-11-16', entries: [{ id: hoursId }] },
      { monday: '2026-11-23', entries: [] },
    ],
    total: { library: 300, outside: 0 },
  })
  await ask(engine, 'hours.remove', { id: hoursId })
  await ask(engine, 'visits.save', { month: '2026-10', count: 12_000 })
  expect(await ask(engine, 'visits.list', undefined)).toEqual([{ month: '2026-10', count: 12_000 }])

  const weekly = fictional.followUp({ dueOn: '2026-11-24', dueTime: '15:00', repetition: 'weekly' })
  const { id } = await ask(engine, 'followUps.save', weekly)
  expect(await ask(engine, 'agenda.read', { from: '2026-11-24', to: '2026-11-24' })).toMatchObject({
    today: '2026-11-24',
    days: [{ day: '2026-11-24', followUps: [{ id }] }],
    reminders: [{ at: '2026-11-24T15:00', count: 1 }],
  })
  expect(await ask(engine, 'followUps.complete', { id })).toMatchObject({ nextId: expect.any(String) })
})

test('settings, lists and filters', async () => {
  const settings = await ask(engine, 'settings.read', undefined)
  await ask(engine, 'settings.save', { ...settings, notSeenWeeks: 8, mandateStartsOn: '2024-04-01' })
  expect(await ask(engine, 'settings.read', undefined)).toMatchObject({ notSeenWeeks: 8 })
  const label = { fr: 'Café d’à côté', en: 'Café next door' }
  const { code } = await ask(engine, 'lists.saveValue', { list: 'place', label, group: null })
  expect(code).toBe('cafe-d-a-cote')
  await ask(engine, 'lists.reorder', { list: 'place', codes: [code] })
  await ask(engine, 'lists.retire', { list: 'place', code, on: '2026-12-31' })
  const places = (await ask(engine, 'lists.all', undefined)).filter(({ list }) => list === 'place')
  expect(places[0]).toMatchObject({ code, label, validTo: '2026-12-31' })
  const { id } = await ask(engine, 'filters.save', {
    list: 'contacts',
    name: 'À compléter',
    filter: { incomplete: true },
  })
  expect(await ask(engine, 'filters.list', undefined)).toEqual([
    { id, list: 'contacts', name: 'À compléter', filter: { incomplete: true } },
  ])
  await ask(engine, 'filters.remove', { id })
})

test('no command of the engine was left out', () => {
  expect(engineCommands.filter((name) => !asked.has(name))).toEqual([])
})
