import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { access, hashOf, isChainWhole, type AccessEntry } from '#core/review/access'
import { VaultFault } from '#core/vault/fault'
import { hashing } from './release/hashing.ts'
import { fictional } from './testing/fictional.ts'
import { memoryCoordinator } from './testing/memory-vault.ts'
import { act, createOpenEngine, savedId, type TestEngine } from './testing/test-engine.ts'

let engine: TestEngine
beforeEach(async () => {
  engine = await createOpenEngine()
})
const list = async (filter = {}) => {
  const reply = await engine.handlers['accessLog.list']({ ...filter, limit: 100, offset: 0 })
  if (!reply.ok) throw new Error(reply.failure)
  return reply.value
}
const acts = async (filter = {}) => (await list(filter)).rows.map(({ act, alias }) => [act, alias])

test('a file read, a note opened, a list gone through, a file changed: each is entered, the newest first', async () => {
  const id = await savedId(engine.handlers['people.save'](fictional.person()))
  const contact = fictional.contact({ personIds: [id], note: 'pour elle', noteSealed: true })
  const contactId = await savedId(engine.handlers['contacts.save'](contact))
  await engine.handlers['people.read']({ id })
  await engine.handlers['contacts.openNote']({ id: contactId })
  await engine.handlers['contacts.list']({ limit: 10, offset: 0 })
  expect(await acts()).toEqual([
    ['listRead', null],
    ['sealedNoteOpened', 'Le grand Marc'],
    ['fileRead', 'Le grand Marc'],
    ['fileChanged', 'Le grand Marc'],
    ['opened', null],
  ])
  expect((await list()).rows[1]).toMatchObject({ recordId: contactId, role: 'worker', keyMark: '00c0ffee' })
})

test('a field that offers persons is a search, and only once it offers; the agenda gone through is told, and both ends of a tie', async () => {
  const [marc, line] = [
    await savedId(engine.handlers['people.save'](fictional.person())),
    await savedId(engine.handlers['people.save'](fictional.person({ aliases: ['Éline'] }))),
  ]
  engine.wall.now = '2026-11-24T12:00'
  await engine.handlers['people.suggest']({ text: 'mar', limit: 8 })
  await engine.handlers['followUps.list']({ done: false, limit: 1, offset: 0 })
  await engine.handlers['people.notSeen']({ limit: 5, offset: 0 })
  await engine.handlers['ties.save']({ personId: marc, otherId: line, kind: 'friend', note: '' })
  expect((await list()).rows.slice(0, 5).map(({ act, alias, detail }) => [act, alias ?? detail])).toEqual([
    ['fileChanged', 'Éline'],
    ['fileChanged', 'Le grand Marc'],
    ['listRead', 'not-seen-list'],
    ['listRead', 'follow-ups-list'],
    ['listRead', 'search-run'],
  ])
})

test('a meeting that begins and ends changes no file it did not reach', async () => {
  const { handlers } = engine
  const ids: string[] = []
  for (const alias of ['Éline', 'Marc'])
    ids.push(await savedId(handlers['people.save'](fictional.person({ aliases: [alias] }))))
  const reviews: string[] = []
  for (const personId of ids)
    reviews.push(await savedId(handlers['meetings.saveOnAgenda']({ personId, question: '' })))
  engine.wall.now = '2026-11-24T12:00'
  await handlers['meetings.start']()
  await handlers['meetings.decide']({ id: reviews[0] ?? '', decision: 'On attend.', actions: [] })
  await handlers['meetings.close']()
  expect((await list()).rows.filter(({ at }) => at === engine.wall.now).map(({ alias }) => alias)).toEqual([
    'Éline',
  ])
})

test('what is noted waits while a transaction of many steps is open', async () => {
  const put: (() => void)[] = []
  const { vaults, session } = await createOpenEngine({ later: (work) => (put.push(work), () => undefined) })
  const open = session.current()
  const entries = () => vaults.store.rows('SELECT act FROM accessEntry').flat()
  const runOnce = () => put.splice(0).forEach((work) => work())
  const steps = vaults.store.transactSlowly(function* () {
    yield { done: 1, total: 1 }
    return ok()
  })
  steps.next()
  open?.log.note([access('listRead')])
  runOnce()
  runOnce()
  expect(entries()).toEqual([])
  expect(open?.vault.health().checked).toBe(0)
  steps.next()
  runOnce()
  expect(entries()).toEqual(['opened', 'listRead'])
  expect(open?.vault.health().checked).toBe(1)
})

test('the same read is entered once in half an hour; what is refused or not found, never', async () => {
  const id = await savedId(engine.handlers['people.save'](fictional.person()))
  const read = () => engine.handlers['people.read']({ id })
  const reads = async () => (await acts()).filter(([act]) => act === 'fileRead').length
  for (let times = 0; times < 3; times++) await read()
  expect(await reads()).toBe(1)
  engine.wall.now = '2026-11-24T10:29'
  await read()
  expect(await reads()).toBe(1)
  engine.wall.now = '2026-11-24T10:30'
  await read()
  expect(await reads()).toBe(2)
  await engine.handlers['people.read']({ id: '00000000-0000-4000-8000-000000000000' })
  expect(await reads()).toBe(2)
})

test('a contact corrected without changing whom it was with is a change in their files', async () => {
  const id = await savedId(engine.handlers['people.save'](fictional.person()))
  const contact = fictional.contact({ personIds: [id] })
  const contactId = await savedId(engine.handlers['contacts.save'](contact))
  engine.wall.now = '2026-11-24T12:00'
  await engine.handlers['contacts.save']({ ...contact, id: contactId, note: 'corrigée' })
  expect((await acts()).filter(([act]) => act === 'fileChanged')).toHaveLength(2)
})

test('a read writes nothing by itself: what a screen asks goes together, a moment later, in one transaction', async () => {
  const id = await savedId(engine.handlers['people.save'](fictional.person()))
  engine.runLater()
  const vault = engine.session.current()?.vault
  if (!vault) throw new Error('locked')
  const { transact } = vault
  let transactions = 0
  Object.assign(vault, {
    transact: (work: Parameters<typeof transact>[0]) => {
      transactions += 1
      return transact(work)
    },
  })
  await engine.handlers['people.read']({ id })
  await engine.handlers['people.list']({ limit: 10, offset: 0 })
  await engine.handlers['incidents.list']({ limit: 10, offset: 0 })
  expect(transactions).toBe(0)
  engine.runLater()
  expect(transactions).toBe(1)
  expect((await list()).rows.slice(0, 3).map(({ act }) => act)).toEqual(['listRead', 'listRead', 'fileRead'])
})

test('contacts read ahead were seen by no one and are not entered; damage met there waits for who asks', async () => {
  const { vault } = engine.session.current() ?? {}
  if (!vault) throw new Error('locked')
  const { all } = vault
  const asked: string[] = []
  Object.assign(vault, {
    all: (query: Parameters<typeof all>[0]) => {
      asked.push(query.sql)
      throw new VaultFault('vault-damaged')
    },
  })
  engine.runLater()
  expect(asked.some((sql) => sql.includes('from contact'))).toBe(true)
  Object.assign(vault, { all })
  expect(await acts()).toEqual([['opened', null]])
})

test('no undo takes an entry back, and a lock writes what was waiting', async () => {
  const id = await savedId(engine.handlers['people.save'](fictional.person()))
  await engine.handlers['people.read']({ id })
  await engine.handlers['history.undo']({ act })
  engine.session.close()
  expect(engine.vaults.store.rows('SELECT act FROM accessEntry ORDER BY sequence')).toEqual([
    ['opened'],
    ['fileChanged'],
    ['fileRead'],
  ])
  for (const sql of ['DELETE FROM accessEntry', "UPDATE accessEntry SET at = ''"])
    expect(() => engine.vaults.store.rows(sql)).toThrow('append-only')
})

test('it is searched by alias, role and day; a person erased since leaves an entry without a name', async () => {
  const marc = await savedId(engine.handlers['people.save'](fictional.person()))
  const line = await savedId(engine.handlers['people.save'](fictional.person({ aliases: ['Éline'] })))
  engine.session.close()
  engine.wall.now = '2026-11-25T09:00'
  await engine.handlers['vault.unlock']({ act, passphrase: memoryCoordinator, role: 'coordinator' })
  await engine.handlers['people.read']({ id: marc })
  expect(await acts({ text: 'ELINE' })).toEqual([['fileChanged', 'Éline']])
  expect(await acts({ role: 'coordinator' })).toEqual([
    ['fileRead', 'Le grand Marc'],
    ['opened', null],
  ])
  expect(await acts({ to: '2026-11-24', personId: line })).toEqual([['fileChanged', 'Éline']])
  expect(await acts({ from: '2026-11-26' })).toEqual([])
  engine.vaults.store.rows(`DELETE FROM bondStageChange WHERE personId = '${line}'`)
  engine.vaults.store.rows(`DELETE FROM person WHERE id = '${line}'`)
  expect(await acts({ personId: line })).toEqual([['fileChanged', null]])
  expect((await list()).intact).toBe(true)
})

test('an entry altered under the program is seen', async () => {
  await savedId(engine.handlers['people.save'](fictional.person()))
  expect((await list()).intact).toBe(true)
  engine.vaults.store.rows('DROP TRIGGER accessEntryIsFinal')
  engine.vaults.store.rows("UPDATE accessEntry SET role = 'coordinator' WHERE sequence = 1")
  expect((await list()).intact).toBe(false)
})

test('a vault that takes no more writes still opens its files; what could not be entered is counted, and tried again', async () => {
  const id = await savedId(engine.handlers['people.save'](fictional.person()))
  await list()
  const vault = engine.session.current()?.vault
  if (!vault) throw new Error('locked')
  const { transact } = vault
  Object.assign(vault, { transact: () => failed('read-only') })
  expect(await engine.handlers['people.read']({ id })).toMatchObject({ ok: true })
  expect((await list()).waiting).toBe(1)
  Object.assign(vault, { transact })
  expect((await list()).waiting).toBe(0)
  expect((await acts())[0]).toEqual(['fileRead', 'Le grand Marc'])
})

test('whatever is changed, swapped, added or taken out before the end breaks the chain', () => {
  const details = fc.array(fc.string(), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(
      details,
      fc.nat(),
      fc.constantFrom('change', 'swap', 'remove', 'double'),
      (texts, at, how) => {
        const chain = chained(texts)
        expect(isChainWhole(chain, hashing.sha256)).toBe(true)
        const place = at % (chain.length - 1)
        const [one, next] = [chain[place], chain[place + 1]]
        if (!one || !next) return
        const broken = {
          change: chain.with(place, { ...one, detail: `${one.detail}x` }),
          swap: chain.with(place, next).with(place + 1, one),
          remove: chain.toSpliced(place, 1),
          double: chain.toSpliced(place, 0, one),
        }
        expect(isChainWhole(broken[how], hashing.sha256)).toBe(false)
      },
    ),
  )
})

function chained(details: readonly string[]): AccessEntry[] {
  const chain: AccessEntry[] = []
  for (const [index, detail] of details.entries()) {
    const moment = { at: '2026-11-24T10:00', role: 'worker' as const, keyMark: '00c0ffee' }
    const last = chain.at(-1)
    const entry = { ...access('listRead', { detail }), ...moment, sequence: index + 1, hash: '' }
    const linked = { ...entry, previous: last?.hash ?? '' }
    chain.push({ ...linked, hash: hashOf(linked, hashing.sha256) })
  }
  return chain
}
