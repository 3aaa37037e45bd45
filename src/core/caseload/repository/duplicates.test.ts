import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { ear } from '../../../engine/adapters/ear.ts'
import { fictional } from '../../../engine/testing/fictional.ts'
import { createMemoryStore, type MemoryStore } from '../../../engine/testing/memory-store.ts'
import { ok } from '../../result.ts'
import { finish } from '../../steps.ts'
import { createHistory } from '../history.ts'
import { query } from '../tables.ts'
import { saveContact } from './contacts.ts'
import { dismissDuplicate, keepLookAlikes } from './duplicates.ts'
import { savePerson } from './people.ts'

const context = { now: '2026-11-24T10:00', newId }
let store: MemoryStore
beforeEach(async () => {
  store = await createMemoryStore()
})

test('who looks alike is sought once, until somebody’s aliases are no longer the same', () => {
  let heard = 0
  const soundOf = (word: string) => {
    heard++
    return ear.soundOf(word)
  }
  const lookAlikes = keepLookAlikes(store, { ...ear, soundOf })
  const history = createHistory(store)
  const called = (...aliases: string[]) => {
    const saved = history.perform('people.save', (writer) =>
      savePerson(writer, fictional.person({ aliases }), context),
    )
    if (!saved.ok) throw new Error(saved.failure)
    return saved.value.id
  }
  /** How many pairs there are, and whether they were sought anew. */
  const asked = () => {
    heard = 0
    const { total } = finish(lookAlikes.list({ limit: 1, offset: 0 }))
    return [total, heard > 0]
  }
  const philippe = called('Philippe')
  const filip = called('Filip')
  expect(asked()).toEqual([1, true])
  expect(asked()).toEqual([1, false])
  expect(finish(lookAlikes.list({ limit: 1, offset: 1 })).rows).toEqual([])

  const contact = fictional.contact({ personIds: [filip] })
  history.perform('contacts.save', (writer) => saveContact(writer, contact, context))
  expect(asked()).toEqual([1, false])
  const pair = { oneId: philippe, otherId: filip }
  history.perform('people.dismissDuplicate', (writer) => dismissDuplicate(writer, pair))
  expect(asked()).toEqual([0, false])
  history.undo()
  expect(asked()).toEqual([1, false])

  called('Filipe')
  expect(asked()).toEqual([3, true])
  history.undo()
  expect(asked()).toEqual([1, true])
  const underWay = lookAlikes.list({ limit: 1, offset: 0 })
  called('Philip')
  underWay.next()
  lookAlikes.forget()
  expect(finish(underWay).total).toBe(3)
  expect(asked()).toEqual([3, true])
  history.undo()
  expect(asked()).toEqual([1, true])
  // outside the history too
  store.transact((tx) => {
    tx.run(sql`update person set alias = 'Rosa', aliases = 'Rosa' where id = ${philippe}`.compile(query))
    return ok()
  })
  expect(asked()).toEqual([0, true])
})
