import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v4 as uuid } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { commands, type CommandsOf } from '#shared/contract'
import { accepted } from './testing/caseload-inputs.ts'
import { fictionalDuties } from './testing/duties.ts'
import { fictional } from './testing/fictional.ts'
import { memoryCoordinator } from './testing/memory-vault.ts'
import { act, createOpenEngine, passphrase, savedId, type TestEngine } from './testing/test-engine.ts'

const names = Object.entries(commands)
  .filter(([, { host }]) => host === 'engine')
  .map(([name]) => name as CommandsOf<'engine'>)

let engine: TestEngine
let personId: string
beforeEach(async () => {
  engine = await createOpenEngine()
  personId = await savedId(engine.handlers['people.save'](fictional.person()))
})
const entries = () => {
  engine.runLater()
  return engine.vaults.store.rows('SELECT * FROM accessEntry ORDER BY sequence')
}
const told = async () => {
  const reply = await engine.handlers['accessLog.list']({ limit: 100, offset: 0 })
  if (!reply.ok) throw new Error(reply.failure)
  return reply.value.rows.map(({ act, alias, detail }) => [act, alias ?? detail])
}

/** Whatever a command may be given: what the caseload takes, and a bit of everything the others take. */
function inputsOf(name: CommandsOf<'engine'>): unknown[] {
  const everything = {
    ...fictionalDuties.request({ personId }),
    id: personId,
    personId,
    act: uuid(),
    passphrase,
    mode: 'destroy',
    reason: 'request',
    decidedBy: 'x',
    hide: [],
    nobody: [],
    emptied: [],
    hideNames: false,
    limit: 10,
    offset: 0,
    text: 'marc',
    question: '',
    document: 'notice',
    register: 'accessLog',
    until: null,
    words: '',
  }
  const known = (accepted as Record<string, (() => unknown) | undefined>)[name]
  return [...(known ? [known()] : []), undefined, everything]
}

test('no command, tried by either key and in any state, changes an entry or takes one out', async () => {
  const { handlers, session } = engine
  let before = entries()
  for (const role of ['worker', 'coordinator'] as const)
    for (const name of names) {
      for (const input of inputsOf(name)) {
        if (!session.current())
          await handlers['vault.unlock'](
            role === 'worker' ? { act, passphrase } : { act, passphrase: memoryCoordinator, role },
          )
        try {
          await (handlers[name] as (input: unknown) => unknown)(input)
        } catch {
          // not of the shape that the router lets in: nothing was done
        }
        if (!session.current()) continue
        const now = entries()
        expect(now.slice(0, before.length), name).toEqual(before)
        before = now
      }
      if (role === 'worker' && name === names.at(-1)) session.close()
    }
  expect(before.length).toBeGreaterThan(20)
  expect(await handlers['accessLog.list']({ limit: 1, offset: 0 })).toMatchObject({ value: { intact: true } })
}, 120_000)

test('a file looked at in a meeting, a register gone through, minutes and a copy: each is entered', async () => {
  const { handlers, places } = engine
  places.documents = mkdtempSync(join(tmpdir(), 'acces-'))
  const reviewId = await savedId(handlers['meetings.saveOnAgenda']({ personId, question: '' }))
  await handlers['meetings.start']()
  await handlers['meetings.decide']({ id: reviewId, decision: 'On attend.', actions: [] })
  engine.wall.now = '2026-11-24T11:00'
  await handlers['meetings.read']({ id: reviewId, hideNames: true })
  await handlers['meetings.close']()
  await handlers['requests.list']()
  await handlers['workload.read']()
  const held = await handlers['meetings.list']()
  const id = held.ok ? (held.value.held[0]?.id ?? '') : ''
  const printed = await handlers['documents.printMinutes']({ id })
  const copy = { personId, hide: [], nobody: [] }
  await handlers['copies.preview'](copy)
  await handlers['copies.make']({ ...copy, passphrase: 'non' })
  const made = await handlers['copies.make']({ ...copy, passphrase })
  expect([printed, made]).toMatchObject([{ ok: true }, { ok: true }])
  expect((await told()).slice(0, 6)).toEqual([
    ['copied', 'Le grand Marc'],
    ['printed', 'minutes'],
    ['listRead', 'meetings-list'],
    ['listRead', 'workload'],
    ['listRead', 'requests-list'],
    ['fileRead', 'Le grand Marc'],
  ])
  rmSync(places.documents, { recursive: true })
})

test('a register shown before it prints is entered as gone through, and the file of a copy as read', async () => {
  const { handlers, places } = engine
  await handlers['papers.preview']({ paper: 'consents' })
  await handlers['papers.preview']({ paper: 'confidentialityIncidents' })
  await handlers['papers.preview']({ paper: 'copy', personId, hide: [], nobody: [] })
  await handlers['papers.preview']({ paper: 'notice' })
  const serious = fictionalDuties.confidentialityIncident({ seriousRisk: true })
  const id = await savedId(handlers['confidentialityIncidents.save'](serious))
  engine.wall.now = '2026-11-24T12:00'
  places.documents = mkdtempSync(join(tmpdir(), 'acces-'))
  await handlers['papers.preview']({ paper: 'commissionNotice', id })
  await handlers['documents.printIncidentNotice']({ id, notice: 'commissionNotice' })
  rmSync(places.documents, { recursive: true })
  expect((await told()).slice(0, 2)).toEqual([
    ['printed', 'commissionNotice'],
    ['listRead', 'incident-register'],
  ])
  expect((await told()).slice(2, 5)).toEqual([
    ['fileRead', 'Le grand Marc'],
    ['listRead', 'incident-register'],
    ['listRead', 'consents-list'],
  ])
})
