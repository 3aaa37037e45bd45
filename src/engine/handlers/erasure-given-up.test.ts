import { CompiledQuery } from 'kysely'
import { v4 as uuid } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { failed, ok } from '#core/result'
import { patientCrypto } from '../adapters/sodium.ts'
import { fictional } from '../testing/fictional.ts'
import { createRealEngine, type RealEngine } from '../testing/real-engine.ts'
import { passphrase, savedId } from '../testing/test-engine.ts'

let engine: RealEngine
/** Called each time an act says how far it is: each step does, the clock of its slices being this test’s. */
let onTold: () => void
/** Letters drawn for the codes of erasures, no two the same. */
let drawn: number | null
beforeEach(async () => {
  onTold = () => {}
  drawn = null
  engine = await createRealEngine(
    {
      emit: (name) => name === 'acts.progress' && onTold(),
      randomBelow: (limit) => (drawn === null ? limit - 1 : Math.floor(drawn++ / 8) % limit),
    },
    { crypto: patientCrypto },
  )
  // chunks to be saved, in no text that an erasure reads
  const frozen = 'insert into closing (period, closedAt, facts) values (?, ?, ?)'
  engine.session.current()?.vault.transact((tx) => {
    tx.run(CompiledQuery.raw(frozen, ['2026-Q1', '2026-04-02', 'y'.repeat(1_500_000)]))
    return ok()
  })
  drawn = 0
  let time = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 1000))
})
afterEach(() => {
  vi.restoreAllMocks()
  engine.remove()
})

async function closedPerson(alias: string): Promise<string> {
  const { handlers } = engine
  const personId = await savedId(handlers['people.save'](fictional.person({ aliases: [alias] })))
  const closed = { stage: 'closed', on: '2020-05-01', replaces: '2026-11-24' } as const
  await handlers['people.saveBondStage']({ personId, ...closed })
  return personId
}
const decide = (act: string, personId: string) =>
  engine.handlers['erasures.decide']({
    act,
    passphrase,
    personId,
    mode: 'destroy',
    reason: 'retention',
    decidedBy: 'Coordination fictive',
    hide: [],
    nobody: [],
    emptied: [],
  })
const isThere = async (id: string) => (await engine.handlers['people.read']({ id })).ok
const purgedOn = async () => {
  const told = await engine.handlers['erasures.list']()
  return told.ok ? told.value.map(({ purgedOn }) => purgedOn) : []
}
/** Asks, gives up at the moment of that number (0: while it begins), and says what was answered. */
async function givingUp<T>(moment: number, ask: (act: string) => T): Promise<Awaited<T>> {
  const act = uuid()
  let told = 0
  onTold = () => {
    if (++told === moment) void engine.handlers['acts.cancel']({ act })
  }
  const asked = ask(act)
  if (moment === 0) await engine.handlers['acts.cancel']({ act })
  return await asked
}

test('an erasure given up before it began changes nothing; afterwards, what is left to clean is told and can be done', async () => {
  const { handlers, session } = engine
  const kept = await closedPerson('Zorglubine')
  expect(await givingUp(0, (act) => decide(act, kept))).toEqual(failed('cancelled'))
  expect([await isThere(kept), await purgedOn()]).toEqual([true, []])

  const before = session.current()?.vault.generation()
  let moment = 1
  for (; ; moment++) {
    const id = await closedPerson(`Philibertine ${moment}`)
    const decided = await givingUp(moment, (act) => decide(act, id))
    expect(await isThere(id)).toBe(false)
    if (decided.ok) break
    expect(decided).toEqual(failed('not-purged'))
    expect(await purgedOn()).toEqual(Array.from({ length: moment }, () => null))
    expect(session.current()?.vault.generation()).toBe(before)
  }
  // the indexes, then the chunks
  expect(moment).toBeGreaterThan(4)
  // one purge does for all that waited
  expect(await purgedOn()).toEqual(Array.from({ length: moment }, () => '2026-11-24'))
  expect(session.current()?.vault.generation()).toBe((before ?? 0) + 1)
  expect(await isThere(kept)).toBe(true)
  onTold = () => {}
  session.close()
  expect(await handlers['vault.unlock']({ act: uuid(), passphrase })).toMatchObject({ ok: true })
  expect(await isThere(kept)).toBe(true)
})

test('a cleaning given up at any step is still to be done, then done', async () => {
  const id = await closedPerson('Zorglubine')
  expect(await givingUp(1, (act) => decide(act, id))).toEqual(failed('not-purged'))
  const before = engine.session.current()?.vault.generation()
  let moment = 0
  for (; ; moment++) {
    const purged = await givingUp(moment, (act) => engine.handlers['erasures.purge']({ act }))
    if (purged.ok) break
    expect(purged).toEqual(failed('cancelled'))
    expect(await purgedOn()).toEqual([null])
    expect(engine.session.current()?.vault.generation()).toBe(before)
  }
  expect(moment).toBeGreaterThan(4)
  expect(await purgedOn()).toEqual(['2026-11-24'])
  expect(await engine.handlers['erasures.purge']({ act: uuid() })).toEqual(ok())
})
