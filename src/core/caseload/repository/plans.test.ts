import type { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { createMemoryStore, type MemoryStore } from '../../../engine/testing/memory-store.ts'
import type { Reader } from '../../database.ts'
import { countContacts, listContacts } from './contacts.ts'
import { listPeople, readPerson } from './people.ts'
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

const contactTables = /^SCAN (contact|contactPerson)\b(?! USING (COVERING )?INDEX)/

test('no list reads every contact to show a few', async () => {
  const store = await createMemoryStore()
  const plans = plansOf(store, (reader) => {
    listContacts(reader, 50, 1000)
    countContacts(reader)
    listPeople(reader)
    listPeople(reader, { text: 'zo', limit: 8 })
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
  const plans = plansOf(store, (reader) => listContacts(reader, 50))
  expect(plans).not.toContain('USE TEMP B-TREE FOR ORDER BY')
})

test('the follow-ups and referrals of the day come from their indexes', async () => {
  const store = await createMemoryStore()
  const plans = plansOf(store, (reader) => readToday(reader, '2026-11-24T10:00'))
  expect(plans.filter((step) => /^SCAN (followUp|referral)\b(?! USING)/.test(step))).toEqual([])
})
