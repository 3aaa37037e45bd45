import * as fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { fictional } from '../../engine/testing/fictional.ts'
import { createMemoryStore, type MemoryStore } from '../../engine/testing/memory-store.ts'
import { anyAct, perform } from '../../engine/testing/random-acts.ts'
import { failed, ok } from '../result.ts'
import { createHistory } from './history.ts'
import { saveContact } from './repository/contacts.ts'
import { savePerson } from './repository/people.ts'
import { primaryKeys, query } from './tables.ts'

const context = { now: '2026-11-24T10:00', newId }
let store: MemoryStore
beforeEach(async () => {
  store = await createMemoryStore()
})

function dump(): Record<string, unknown[][]> {
  const tables = Object.entries(primaryKeys).map(([table, keys]) => [
    table,
    store.rows(`SELECT * FROM ${table} ORDER BY ${keys.join(', ')}`),
  ])
  return Object.fromEntries(tables)
}

const textIndexes = [
  'person',
  'contact',
  'resource',
  'referral',
  'followUp',
  'incident',
  'groupActivity',
  'staffSupport',
].map((table) => `${table}Text`)

/** SQLite compares each full-text index with the table it indexes; it throws when they differ. */
function checkIndexes(): void {
  for (const index of textIndexes) {
    store.rows(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`)
  }
}

test('undoing everything brings back the first state, redoing everything the last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 20, maxLength: 50 }), async (acts) => {
      store = await createMemoryStore()
      const history = createHistory(store)
      const first = dump()
      for (const act of acts) history.perform(act.command, (writer) => perform(writer, act, context))
      const last = dump()
      checkIndexes()

      while (history.undo().ok) checkIndexes()
      expect(history.undo()).toEqual({ ok: false, failure: 'nothing-to-undo' })
      expect(dump()).toEqual(first)

      while (history.redo().ok) checkIndexes()
      expect(history.redo()).toEqual({ ok: false, failure: 'nothing-to-undo' })
      expect(dump()).toEqual(last)
    }),
    { numRuns: 30 },
  )
})

const savedPerson = (alias: string, id?: string) => (history: ReturnType<typeof createHistory>) =>
  history.perform('people.save', (writer) =>
    savePerson(writer, { ...fictional.person({ aliases: [alias] }), id }, context),
  )

test('acts are named by their command and subject', () => {
  const history = createHistory(store)
  expect(history.read()).toEqual({ undo: null, redo: null })
  savedPerson('Zoé')(history)
  savedPerson('Bob')(history)
  expect(history.undo()).toEqual(ok({ command: 'people.save', subject: 'Bob' }))
  expect(history.read()).toEqual({
    undo: { command: 'people.save', subject: 'Zoé' },
    redo: { command: 'people.save', subject: 'Bob' },
  })
})

test('a new act makes what was undone unreachable', () => {
  const history = createHistory(store)
  savedPerson('Zoé')(history)
  history.undo()
  savedPerson('Bob')(history)
  expect(history.redo()).toEqual(failed('nothing-to-undo'))
})

test('a refused or idle command leaves no act and no change', () => {
  const history = createHistory(store)
  const saved = savedPerson('Zoé')(history)
  if (!saved.ok) throw new Error(saved.failure)
  expect(saved.value.isUndoable).toBe(true)
  const before = dump()
  expect(savedPerson('Bob', '0190')(history)).toEqual(failed('not-found'))
  expect(savedPerson('Zoé', saved.value.id)(history)).toMatchObject({ value: { isUndoable: false } })
  expect(dump()).toEqual(before)
  history.undo()
  expect(history.read().undo).toBeNull()
})

test('a row written since refuses undo and redo, and nothing moves', () => {
  const history = createHistory(store)
  savedPerson('Zoé')(history)
  const write = (howMet: string) =>
    store.transact((tx) => {
      tx.run(query.updateTable('person').set({ howMet }).compile())
      return ok()
    })
  write('ailleurs')
  const before = dump()
  expect(history.undo()).toEqual(failed('changed-since'))
  expect(dump()).toEqual(before)
  expect(history.read().undo).not.toBeNull()
  write('')
  expect(history.undo().ok).toBe(true)
})

test('a text UTF-8 cannot carry is kept repaired, and can be undone', () => {
  const history = createHistory(store)
  savedPerson('demi \ud83d paire')(history)
  expect(store.rows('SELECT alias FROM person')).toEqual([['demi \ufffd paire']])
  expect(history.undo().ok).toBe(true)
  const contact = fictional.contact({ unidentifiedCount: 1, note: 'une \ud83d' })
  history.perform('contacts.save', (writer) => saveContact(writer, contact, context))
  expect(store.rows('SELECT note FROM contact')).toEqual([['une \ufffd']])
  expect(history.undo().ok).toBe(true)
})

test('only the last 200 acts can be undone', () => {
  const history = createHistory(store)
  for (let count = 0; count < 203; count++) savedPerson(`Personne ${count}`)(history)
  let undone = 0
  while (history.undo().ok) undone++
  expect(undone).toBe(200)
  expect(store.rows('SELECT count(*) FROM person')).toEqual([[3]])
})
