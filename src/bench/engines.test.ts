import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { search } from '#core/caseload/repository/search'
import { readToday } from '#core/caseload/repository/today'
import type { Reader } from '#core/database'
import { explore } from '#core/statistics/measures/explore'
import type { Engine } from './engine.ts'
import { now, year } from './fiction.ts'
import { ourEngine } from './ours.ts'
import { peerEngine } from './peer.ts'

const contacts = 400
const place = mkdtempSync(join(tmpdir(), 'bench-test-'))
let engines: { ours: Engine; peer: Engine }
let stores: { ours: Reader; peer: Reader }

beforeAll(async () => {
  for (const name of ['ours', 'peer']) mkdirSync(join(place, name))
  engines = {
    ours: await ourEngine(join(place, 'ours'), contacts),
    peer: peerEngine(join(place, 'peer'), contacts),
  }
  for (const engine of Object.values(engines)) engine.build()
  stores = { ours: engines.ours.unlock(), peer: engines.peer.unlock() }
}, 60_000)
afterAll(() => {
  for (const engine of Object.values(engines)) engine.close()
  rmSync(place, { recursive: true })
})

test('both engines hold the same caseload and answer the same', () => {
  expect(explore(stores.ours, ...year).contacts).toBeGreaterThan(0)
  expect(explore(stores.peer, ...year)).toEqual(explore(stores.ours, ...year))
  expect(readToday(stores.ours, now).latestContacts).not.toEqual([])
  expect(readToday(stores.peer, now)).toEqual(readToday(stores.ours, now))
})

test('both full-text indexes find the same records', () => {
  const found = (reader: Reader) => search(reader, 'ba co', 40).map(({ type, id }) => `${type} ${id}`)
  expect(found(stores.ours).length).toBeGreaterThan(10)
  expect(found(stores.peer)).toEqual(found(stores.ours))
})
