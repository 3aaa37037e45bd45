import { beforeAll, expect, test } from 'vitest'
import type { ExplorationFilter } from '#core/statistics/measures/meetings'
import { commands } from '#shared/contract'
import { fictional } from '../testing/fictional.ts'
import { createOpenEngine, createTestEngine, savedId, type TestEngine } from '../testing/test-engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await createOpenEngine()
  const { handlers } = engine
  const woman = await savedId(
    handlers['people.save'](fictional.person({ gender: 'woman', ageBand: '25-34' })),
  )
  const man = await savedId(handlers['people.save'](fictional.person({ gender: 'man', ageBand: '25-34' })))
  const contacts = [
    {
      at: '2026-09-30T23:59',
      personIds: [woman, man],
      themes: ['housing', 'grief'],
      kinds: ['listening', 'support'],
    },
    { at: '2026-10-01T00:00', personIds: [woman], themes: ['homelessness'], unidentifiedCount: 3 },
    { at: '2026-10-31T23:59', personIds: [], themes: [], crisis: 'grief', unidentifiedCount: 2 },
  ]
  for (const contact of contacts) {
    await savedId(handlers['contacts.save'](fictional.contact({ unidentifiedCount: 0, ...contact })))
  }
  const resourceId = await savedId(handlers['resources.save'](fictional.resource()))
  await savedId(
    handlers['referrals.save'](fictional.referral({ personId: man, resourceId, proposedOn: '2026-10-31' })),
  )
  await savedId(
    handlers['incidents.save'](fictional.incident({ at: '2026-10-02T10:00', personId: man, intensity: 3 })),
  )
})

const explore = async (from: string, to: string, filter: ExplorationFilter = {}) => {
  const reply = await engine.handlers['statistics.explore']({ from, to, filter })
  if (!reply.ok) throw new Error(reply.failure)
  expect(commands['statistics.explore'].output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}

test('days are inclusive at both ends', async () => {
  expect(await explore('2026-10-01', '2026-10-31')).toMatchObject({
    contacts: 2,
    persons: 1,
    unidentified: 5,
    minutes: 20,
    referrals: 1,
    incidents: 1,
    months: [{ month: '2026-10', contacts: 2, persons: 1 }],
  })
  expect(await explore('2026-09-01', '2026-10-31')).toMatchObject({ contacts: 3, persons: 2 })
})

test('a contact counts under each of its kinds and themes, once', async () => {
  const { tables } = await explore('2026-09-01', '2026-10-31')
  const rowsOf = (attribute: string) => tables.find((table) => table.attribute === attribute)?.rows
  expect(rowsOf('kind')).toEqual([
    { code: 'listening', contacts: 3, persons: 2 },
    { code: 'support', contacts: 1, persons: 2 },
  ])
  expect(rowsOf('themeGroup')).toEqual([
    { code: 'housing', contacts: 2, persons: 2 },
    { code: 'mental-health', contacts: 1, persons: 2 },
  ])
  expect(rowsOf('theme')).toHaveLength(3)
  expect(rowsOf('crisis')).toEqual([{ code: 'grief', contacts: 1, persons: 0 }])
  expect(rowsOf('gender')).toEqual([
    { code: 'woman', contacts: 2, persons: 1 },
    { code: 'man', contacts: 1, persons: 1 },
  ])
  expect(rowsOf('sector')).toEqual([{ code: 'community', contacts: 1, persons: 1 }])
  expect(rowsOf('outcome')).toEqual([{ code: 'proposed', contacts: 1, persons: 1 }])
  expect(rowsOf('incidentIntensity')).toEqual([{ code: '3', contacts: 1, persons: 1 }])
})

test('a filter keeps the contacts that have one of its codes in each of its fields', async () => {
  const kept = async (filter: ExplorationFilter) => {
    const { contacts, persons, unidentified } = await explore('2026-09-01', '2026-10-31', filter)
    return { contacts, persons, unidentified }
  }
  expect(await kept({ themes: ['grief', 'homelessness'] })).toEqual({
    contacts: 2,
    persons: 2,
    unidentified: 3,
  })
  expect(await kept({ themes: ['grief', 'homelessness'], kinds: ['support'] })).toMatchObject({ contacts: 1 })
  expect(await kept({ genders: ['woman'] })).toEqual({ contacts: 2, persons: 1, unidentified: 3 })
  expect(await kept({ genders: ['woman'], ageBands: ['18-24'] })).toMatchObject({ contacts: 0, persons: 0 })
  expect(await kept({ crises: ['grief'] })).toEqual({ contacts: 1, persons: 0, unidentified: 2 })
  expect(await kept({ places: [], populations: ['seniors'] })).toMatchObject({ contacts: 0 })
  expect(await kept({ mandateAxes: ['help-relationship'], places: ['hall'] })).toMatchObject({ contacts: 3 })
  const { tables, months } = await explore('2026-09-01', '2026-10-31', { genders: ['man'] })
  expect(months).toEqual([{ month: '2026-09', contacts: 1, persons: 1 }])
  expect(tables.find(({ attribute }) => attribute === 'gender')?.rows).toEqual([
    { code: 'man', contacts: 1, persons: 1 },
  ])
})

test('incidents are set against the visits of the whole months entered', async () => {
  const { handlers } = engine
  await handlers['visits.save']({ month: '2026-09', count: 0 })
  await handlers['visits.save']({ month: '2026-10', count: 4000 })
  expect(await explore('2026-10-01', '2026-10-31')).toMatchObject({
    visits: 4000,
    incidentsPerThousandVisits: 0.25,
  })
  expect(await explore('2026-09-01', '2026-11-15')).toMatchObject({
    visits: 4000,
    incidentsPerThousandVisits: 0.25,
  })
  // a month asked in part is left out
  const none = { visits: null, incidentsPerThousandVisits: null }
  expect(await explore('2026-10-02', '2026-10-31')).toMatchObject(none)
  expect(await explore('2026-10-01', '2026-10-30')).toMatchObject(none)
  expect(await explore('2026-09-01', '2026-09-30')).toMatchObject({
    visits: 0,
    incidentsPerThousandVisits: null,
  })
})

test('nothing at all is zero, not missing', async () => {
  expect(await explore('2020-01-01', '2020-12-31')).toMatchObject({
    contacts: 0,
    persons: 0,
    minutes: 0,
    months: [],
  })
})

test('days the wrong way round and a locked vault are refused', async () => {
  expect(await engine.handlers['statistics.explore']({ from: '2026-02-01', to: '2026-01-01' })).toEqual({
    ok: false,
    failure: 'period-reversed',
  })
  const locked = await createTestEngine()
  expect(await locked.handlers['statistics.explore']({ from: '2026-01-01', to: '2026-02-01' })).toEqual({
    ok: false,
    failure: 'vault-locked',
  })
})
