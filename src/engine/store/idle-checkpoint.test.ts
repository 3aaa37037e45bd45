import { expect, test } from 'vitest'
import { failed } from '#core/result'
import type { Image } from '#core/vault/image'
import { FileFault } from '#core/vault/ports'
import { createMemoryFiles } from '#core/vault/testing/memory-files'
import type { SqlEngine } from '../adapters/sqljs.ts'
import type { OpenStore } from '../store.ts'
import { finish } from './long-act.ts'
import {
  addNote,
  createNotes,
  indexedSchema,
  notes,
  openNotes,
  query,
  realPorts,
} from './testing/real-ports.ts'

const real = await realPorts()
const folder = '/carnet'

/** A store with a full-text index in as many pieces as no save merges yet, whose image shows and can stop answering. */
function createStore(words: number) {
  const files = createMemoryFiles()
  let shown: Image | null = null
  const disk = { answers: true }
  const sql: SqlEngine = {
    ...real.sql,
    open(image) {
      shown = image
      const read = (start: number, end: number) => {
        if (!disk.answers) throw new FileFault('unreadable')
        return image.read(start, end)
      }
      return real.sql.open({ ...image, read })
    },
  }
  const geometry = { chunk: 4096, pack: 512, step: 32, growth: 4096, ballast: 64 }
  const ports = { ...real, files, geometry, sql, processes: { ...real.processes, isAlive: () => false } }
  const store = createNotes(ports, folder, indexedSchema)
  for (let note = 1; note < 16; note++)
    addNote(store, Array.from({ length: words }, (_, n) => `m${note * words + n}`).join(' '))
  expect(store.checkpoint().ok).toBe(true)
  const reopen = () => openNotes(ports, folder)
  const waiting = () => shown?.dirty().length ?? Number.NaN
  return { store, files, disk, waiting, reopen }
}

const segments = (store: OpenStore): number[] =>
  store
    .all<{ many: number }>(query('SELECT count(*) AS many FROM noteText_segdir GROUP BY level'))
    .map(({ many }) => many)
const most = (store: OpenStore): number => Math.max(...segments(store))

test('an idle checkpoint merges the full-text index, one that is waited for does not', () => {
  const { store } = createStore(3)
  expect(segments(store)).toEqual([15])
  addNote(store, 'pressée')
  expect(store.checkpoint().ok).toBe(true)
  // the next save would merge them
  expect(segments(store)).toEqual([16])
  expect(finish(store.checkpointSlowly()).ok).toBe(true)
  expect(segments(store)).toEqual([1])
})

test('however often it is given up, a merge keeps no more waiting in memory', () => {
  const { store, waiting } = createStore(30_000)
  for (let time = 0; time < 5; time++) {
    const act = store.checkpointSlowly()
    // the chunks to write are what it tells of
    for (let step = act.next(); step.state === 'running' && step.progress.total === 0; step = act.next());
    act.cancel()
  }
  expect(waiting()).toBeGreaterThanOrEqual(512)
  expect(waiting()).toBeLessThan(600)
  expect(most(store)).toBeGreaterThan(4)
})

test('what one idle checkpoint leaves, the next ones merge', () => {
  const { store, waiting, reopen } = createStore(30_000)
  let checkpoints = 0
  while (most(store) >= 4) {
    expect(finish(store.checkpointSlowly()).ok).toBe(true)
    expect(waiting()).toBe(0)
    checkpoints++
  }
  expect(checkpoints).toBeGreaterThan(1)
  const again = reopen()
  expect(segments(again)).toEqual(segments(store))
  expect(found(again, 'm123456')).toEqual([4])
})

test('on a full disk nothing is merged: there may be no room for more than was saved', () => {
  const { store, files } = createStore(3)
  files.capacity = [...files.all().values()].reduce((sum, { length }) => sum + length, 0)
  expect(addNote(store, 'refusée '.repeat(2000))).toEqual(failed('disk-full'))
  files.capacity = Infinity
  expect(finish(store.checkpointSlowly()).ok).toBe(true)
  expect(segments(store)).toEqual([15])
  // it was not full any more
  expect(finish(store.checkpointSlowly()).ok).toBe(true)
  expect(segments(store)).toEqual([1])
})

test('a disk that stops answering during a merge changes nothing', () => {
  const { store, disk, reopen } = createStore(30_000)
  const act = store.checkpointSlowly()
  for (let step = 0; step < 20; step++) act.next()
  disk.answers = false
  expect(finish(act)).toEqual(failed('read-only'))
  expect(addNote(store, 'refusée')).toEqual(failed('read-only'))
  disk.answers = true
  const again = reopen()
  expect(notes(again)).toHaveLength(15)
  expect(found(again, 'm123456')).toEqual([4])
  expect(finish(again.checkpointSlowly()).ok).toBe(true)
})

const found = (store: OpenStore, word: string): number[] =>
  store
    .all<{ id: number }>(query('SELECT docid AS id FROM noteText WHERE noteText MATCH ?', word))
    .map(({ id }) => id)
