import { beforeEach, expect, it } from 'vitest'
import { createMemoryStore, type MemoryStore } from '../../engine/testing/memory-store.ts'
import { defaultCatalogue } from './disclosure/catalogue.ts'
import { exactOf } from './disclosure/exact.ts'
import { workOf } from './work.ts'

const catalogue = defaultCatalogue(2026)
let store: MemoryStore
beforeEach(async () => {
  store = await createMemoryStore()
})

const hours = (id: string, day: string, minutes: number, part: string) =>
  store.rows(`insert into workHours values ('${id}', '${day}', ${minutes}, '${part}', null, '')`)
const inQuarter = (day: string) => day >= '2026-07' && day < '2026-10'
const work = (countsHere = inQuarter) => workOf(store, '2026-Q3', catalogue, countsHere)

it('sums what is recorded in the quarter, and nothing that was counted before', () => {
  hours('a', '2026-07-01', 90, 'library')
  hours('b', '2026-09-30', 60, 'library')
  hours('c', '2026-08-01', 45, 'outside')
  hours('before', '2026-06-30', 600, 'library')
  hours('after', '2026-10-01', 600, 'library')
  hours('counted', '2026-08-02', 600, 'library')
  store.rows("insert into countedRecord values ('counted')")
  store.rows("insert into staffSupport values ('s', 'debriefed', '2026-08-01T10:00', 30, 4, 2, 'canary')")
  store.rows("insert into staffSupport values ('t', 'own-kind', '2026-08-02T10:00', 30, 4, 5, '')")
  store.rows(
    "insert into groupActivity values ('g', 'canary', 'animation', '2026-09-01T10:00', 'hall', 60, 12, 'youth', '')",
  )
  store.rows("insert into monthVisits values ('2026-07', 1000), ('2026-09', 500), ('2026-10', 9)")
  const { facts, recordIds } = work()
  expect(facts.library.minutes).toBe(150)
  expect(facts.outside.minutes).toBe(45)
  expect(facts).toMatchObject({ groups: 1, groupHeadcount: 12, visits: 1500 })
  const codes = catalogue.staffSupport.flatMap(({ code }, place) =>
    facts.staffSupport[place] === 1 ? [code] : [],
  )
  expect(codes).toEqual(['debriefed', 'unspecified'])
  expect([...recordIds].toSorted()).toEqual(['a', 'b', 'c', 'g', 's', 't'])
  expect(JSON.stringify(facts)).not.toContain('canary')
})

it('agrees on hours for the days of the quarter since the mandate began', () => {
  // 92 days of 25 and 10 hours a week
  expect(work().facts.library.agreed).toBe(Math.round((1500 * 92) / 7))
  store.rows(`insert into settings values (1, '{"mandateStartsOn":"2026-09-24"}')`)
  expect(work().facts.library.agreed).toBe(1500)
  expect(work().facts.outside.agreed).toBe(600)
  store.rows(`update settings set fields = '{"mandateStartsOn":"2026-10-01"}'`)
  expect(work().facts.outside.agreed).toBe(0)
})

it('says nothing of what nobody recorded, and sums quarters exactly', () => {
  const quarter = (facts: ReturnType<typeof work>['facts']) => ({
    contacts: [],
    incidents: [],
    minutes: 0,
    aid: [],
    work: facts,
  })
  expect(exactOf([quarter(work().facts)], catalogue)).toEqual([{ measure: 'hours', code: null, value: 0 }])
  hours('a', '2026-07-01', 90, 'library')
  const twice = exactOf([quarter(work().facts), quarter(work().facts)], catalogue)
  expect(twice).toContainEqual({ measure: 'work-hours', code: 'library', value: 3 })
  expect(twice).toContainEqual({ measure: 'work-hours', code: 'outside', value: 0 })
  expect(twice.filter(({ measure }) => measure === 'agreed-hours')).toHaveLength(2)
})
