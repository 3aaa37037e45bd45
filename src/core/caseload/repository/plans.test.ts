import type { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { ear } from '../../../engine/adapters/ear.ts'
import { createTestCaseload } from '../../../engine/testing/caseload.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { createMemoryStore, type MemoryStore } from '../../../engine/testing/memory-store.ts'
import type { Reader } from '../../database.ts'
import { finish } from '../../steps.ts'
import type { ContactFilter } from '../filter.ts'
import { readAgenda } from './agenda.ts'
import { countContacts, listContacts } from './contacts.ts'
import { keepLookAlikes } from './duplicates.ts'
import { readPerson, savePerson } from './people.ts'
import { listNotSeen, listPeople } from './people-list.ts'
import { search } from './search.ts'
import { readTimeline } from './timeline.ts'
import { readToday } from './today.ts'

/** How SQLite would run each query that `work` makes. */
function plansOf(store: MemoryStore, work: (reader: Reader) => unknown): string[] {
  const steps: string[] = []
  work({
    all<Row>(query: CompiledQuery<Row>) {
      const explained = { ...query, sql: `EXPLAIN QUERY PLAN ${query.sql}` } as unknown
      const plan = store.all(explained as CompiledQuery<{ detail: string }>)
      steps.push(...plan.map(({ detail }) => detail))
      return store.all(query)
    },
  })
  return steps
}

const first = { limit: 50, offset: 0 }
const contactTables = /^SCAN (contact|contactPerson)\b(?! USING (COVERING )?INDEX)/

test('no list reads every contact to show a few', async () => {
  const store = await createMemoryStore()
  const plans = plansOf(store, (reader) => {
    listContacts(reader, { limit: 50, offset: 1000 })
    countContacts(reader)
    listContacts(reader, { ...first, filter: { personId: 'p', incomplete: true } })
    listContacts(reader, {
      ...first,
      filter: { from: '2026-01-01', kinds: ['listening'], themes: ['grief'] },
    })
    countContacts(reader, { incomplete: true })
    listNotSeen(reader, { weeks: 6, today: '2026-11-24', limit: 50, offset: 0 })
    finish(keepLookAlikes(reader, ear).list(first))
    readAgenda(reader, '2026-11-23', '2026-11-29', '2026-11-24T10:00')
    listPeople(reader, { limit: 50, offset: 100 })
    listPeople(reader, { text: 'zo', limit: 8, offset: 0 })
    readPerson(reader, 'p')
    readToday(reader, '2026-11-24T10:00')
    readTimeline(reader, 'p', '2026-11-24')
    search(reader, 'zo', 20)
  })
  expect(plans.length).toBeGreaterThan(20)
  expect(plans.filter((step) => contactTables.test(step))).toEqual([])
  expect(plans).toContain('SCAN contact USING INDEX contactByTime')
})

test('the list of contacts is read in the order of its index, without sorting them', async () => {
  const store = await createMemoryStore()
  const plans = plansOf(store, (reader) => listContacts(reader, first))
  expect(plans).not.toContain('USE TEMP B-TREE FOR ORDER BY')
})

test('the list of persons is read in the order of its index, those met today alone being sorted', async () => {
  const caseload = await createTestCaseload()
  caseload.done((writer, context) => savePerson(writer, fictional.person(), context))
  const plans = plansOf(caseload.store, (reader) => listPeople(reader, first))
  const order = plans.slice(plans.indexOf('MERGE (UNION ALL)'))
  expect(order.slice(0, 3)).toEqual([
    'MERGE (UNION ALL)',
    'LEFT',
    'SCAN listedPerson USING COVERING INDEX listedPersonInOrder',
  ])
})

test('a filter on days or on what is incomplete reads no other contact', async () => {
  const store = await createMemoryStore()
  const plans = (filter: ContactFilter) =>
    plansOf(store, (reader) => {
      listContacts(reader, { ...first, filter })
      countContacts(reader, filter)
    }).filter((step) => / contact\b/.test(step))
  for (const step of plans({ from: '2026-01-01', to: '2026-01-31' })) {
    expect(step).toMatch(/SEARCH contact USING (COVERING )?INDEX contactByTime/)
  }
  for (const step of plans({ incomplete: true })) expect(step).toMatch(/INDEX incompleteContact/)
})

test('the follow-ups and referrals of the day come from their indexes', async () => {
  const store = await createMemoryStore()
  const plans = plansOf(store, (reader) => readToday(reader, '2026-11-24T10:00'))
  expect(plans.filter((step) => /^SCAN (followUp|referral)\b(?! USING)/.test(step))).toEqual([])
})
