import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Transaction } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import { finish, type Steps } from '#core/steps'
import type { OpenStore } from '../store.ts'
import {
  addNote,
  createNotes,
  notes,
  openNotes,
  query,
  realPorts,
  temporaryFolder,
} from './testing/real-ports.ts'

const ports = await realPorts()
let place: ReturnType<typeof temporaryFolder>
let folder: string
let store: OpenStore

beforeEach(() => {
  place = temporaryFolder()
  folder = `${place.path}/notes.filigrane`
  store = createNotes(ports, folder)
  addNote(store, 'avant')
})
afterEach(() => {
  store.close()
  place.remove()
})

function* adding(tx: Transaction, total: number, outcome: Result<string, 'refused'> = ok('fait')) {
  for (let done = 1; done <= total; done++) {
    tx.run(query('INSERT INTO note (body) VALUES (?)', `note ${done}`))
    yield { done, total }
  }
  return outcome
}
const filesOf = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name)
    return name.endsWith('packs') ? [] : [[name, readFileSync(path, 'base64')]]
  })
const bodies = () => ['note 1', 'note 2', 'note 3']

test('many steps are one transaction: one frame, all of it found again', () => {
  const before = store.sequence()
  const steps = store.transactSlowly((tx) => adding(tx, 3))
  expect(steps.next().value).toEqual({ done: 1, total: 3 })
  expect(store.isHalfDone()).toBe(true)
  expect(finish(steps)).toEqual(ok('fait'))
  expect(store.isHalfDone()).toBe(false)
  expect(store.sequence()).toBe(before + 1)
  expect(notes(store)).toEqual(['avant', ...bodies()])
  store.close()
  store = openNotes(ports, folder)
  expect(notes(store)).toEqual(['avant', ...bodies()])
})

test('given up after any number of steps, not a byte of the vault has changed', () => {
  const [before, sequence] = [filesOf(), store.sequence()]
  for (let steps = 0; steps <= 3; steps++) {
    const act = store.transactSlowly((tx) => adding(tx, 3))
    for (let done = 0; done < steps; done++) act.next()
    act.return(failed('writing-stopped'))
    expect(store.isHalfDone()).toBe(false)
    expect(filesOf()).toEqual(before)
  }
  expect(store.sequence()).toBe(sequence)
  addNote(store, 'après')
  store.close()
  store = openNotes(ports, folder)
  expect(notes(store)).toEqual(['avant', 'après'])
})

test('refused, broken, or of nothing, it leaves nothing either', () => {
  const before = filesOf()
  expect(finish(store.transactSlowly((tx) => adding(tx, 3, failed('refused'))))).toEqual(failed('refused'))
  const breaking = store.transactSlowly(function* (tx): Steps<Result<string, never>> {
    yield* adding(tx, 1)
    tx.run(query('INSERT INTO note (body) VALUES (NULL)'))
    return ok('jamais')
  })
  expect(() => finish(breaking)).toThrow('NOT NULL')
  finish(store.transactSlowly((tx) => adding(tx, 0)))
  expect(filesOf()).toEqual(before)
  expect(notes(store)).toEqual(['avant'])
})

test('nobody else reads or writes meanwhile', () => {
  const steps = store.transactSlowly((tx) => adding(tx, 3))
  steps.next()
  expect(() => notes(store)).toThrow('many steps')
  expect(() => addNote(store, 'pendant')).toThrow('already open')
  expect(() => store.checkpoint()).toThrow('a transaction is open')
  expect(finish(steps)).toEqual(ok('fait'))
  expect(notes(store)).toEqual(['avant', ...bodies()])
})

test('more than a frame of the journal carries is refused as such, and the next save passes', () => {
  const before = filesOf()
  const large = 'x'.repeat(8 * 1024 * 1024)
  let added = 0
  const steps = store.transactSlowly(function* (tx): Steps<Result<string, never>> {
    for (; added < 20; added++) {
      tx.run(query('INSERT INTO note (body) VALUES (?)', large))
      yield { done: added, total: 20 }
    }
    return ok('jamais')
  })
  expect(finish(steps)).toEqual(failed('transaction-too-large'))
  // told at the first statement past the limit, not once everything was written
  expect(added).toBe(7)
  expect(filesOf()).toEqual(before)
  addNote(store, 'après')
  expect(notes(store)).toEqual(['avant', 'après'])
})
