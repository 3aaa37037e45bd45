import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { ok } from '#core/result'
import { sealedLength } from '#core/vault/chunk'
import type { Geometry } from '#core/vault/sizes'
import { createMemoryFiles, type MemoryFiles } from '#core/vault/testing/memory-files'
import type { OpenStore, StorePorts } from '../store.ts'
import { rehearseRestore } from './backups.ts'
import { finish } from './long-act.ts'
import {
  addNote,
  cheapCosts,
  cheapPolicy,
  createNotes,
  notes,
  openNotes,
  passphrase,
  query,
  realPorts,
  schema,
} from './testing/real-ports.ts'

const real = await realPorts()
const folder = '/carnet'
const geometry: Geometry = { chunk: 4096, pack: 64, step: 4, growth: 4096, ballast: 64 }
let files: MemoryFiles
let ports: StorePorts

beforeEach(() => {
  files = createMemoryFiles()
  ports = { ...real, files, geometry, processes: { ...real.processes, isAlive: () => false } }
})

/** A vault of about `chunks` chunks, one a note. */
function makeStore(chunks: number): OpenStore {
  const store = createNotes(ports, folder)
  for (let n = 0; n < chunks; n++) addNote(store, `${n} `.padEnd(4000, 'x'))
  return store
}

function rewrite(store: OpenStore, id: number) {
  return store.transact((tx) => {
    tx.run(query("UPDATE note SET body = 'y' || body WHERE id = ?", id))
    return ok()
  })
}

/** Chunks the files of the packs have room for. */
function chunksOnDisk(): number {
  const lengths = files
    .list(`${folder}/packs`)
    .map((name) => files.contents(`${folder}/packs/${name}`).length)
  return lengths.reduce((sum, length) => sum + length, 0) / sealedLength(geometry.chunk)
}

/** What was done to the packs since a moment besides writing in them, kind after kind. */
function packFiles(since: number): string[] {
  return files.operations
    .slice(since)
    .filter(({ path }) => path.includes('/packs/'))
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'write')
}

test('a checkpoint writes all that changed into one file, with one sync', () => {
  const store = makeStore(30)
  store.checkpoint()
  for (const id of [1, 5, 9, 13, 17]) rewrite(store, id)
  const before = files.operations.length
  expect(store.checkpoint()).toMatchObject({
    ok: true,
    value: { chunksWritten: expect.toSatisfy((n) => n > 4) },
  })
  expect(packFiles(before)).toEqual(['make-file', 'sync'])
})

test('more than a pack holds makes several', () => {
  const store = makeStore(100)
  const before = files.operations.length
  expect(store.checkpoint()).toMatchObject({
    ok: true,
    value: { chunksWritten: expect.toSatisfy((n) => n > 64) },
  })
  expect(packFiles(before)).toEqual(Array.from({ length: 2 }, () => ['make-file', 'sync']).flat())
})

test('in idle time no step writes, syncs or reads back more than a few chunks', () => {
  const store = makeStore(40)
  let most = 0
  let synced = 0
  const act = store.checkpointSlowly()
  for (
    let before = files.operations.length;
    act.next().state === 'running';
    before = files.operations.length
  ) {
    for (const operation of files.operations.slice(before)) {
      if (operation.kind === 'write' && operation.path.includes('/packs/'))
        most = Math.max(most, operation.bytes.length)
      if (operation.kind === 'sync-data' && operation.path.includes('/packs/')) synced++
    }
  }
  expect(most).toBe(geometry.step * sealedLength(geometry.chunk))
  expect(synced).toBeGreaterThan(8)
})

describe('whatever is rewritten and however it is checkpointed', () => {
  const step = fc.record({
    ids: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 30 }),
    way: fc.constantFrom('now', 'slowly', 'reopened', 'erased'),
  })

  test('the packs of three generations hold at most 5 chunks for one of the image, and everything is there', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        files = createMemoryFiles()
        ports = { ...ports, files }
        let store = makeStore(30)
        for (const { ids, way } of steps) {
          for (const id of ids) expect(rewrite(store, id).ok).toBe(true)
          if (way === 'now') expect(store.checkpoint().ok).toBe(true)
          else if (way === 'slowly') expect(finish(store.checkpointSlowly()).ok).toBe(true)
          else if (way === 'erased') {
            expect(finish(store.eraseDeleted()).ok).toBe(true)
            expect(chunksOnDisk()).toBe(openNotes(ports, folder).opened.chunks.total)
          } else {
            const expected = notes(store)
            expect(store.close().ok).toBe(true)
            store = openNotes(ports, folder)
            expect(notes(store)).toEqual(expected)
          }
          expect(chunksOnDisk()).toBeLessThanOrEqual(5 * openNotes(ports, folder).opened.chunks.total)
        }
        while (store.verifyNext().state === 'running');
        expect(store.health().state).toBe('ok')
      }),
      { numRuns: 15 },
    )
  })
})

test('a pack restored without the chunks the image no longer has is as good as before', () => {
  const store = makeStore(30)
  store.checkpoint()
  for (const id of [2, 4, 30]) rewrite(store, id)
  if (!finish(store.backUp('/copie')).ok) throw new Error('no backup')
  expect(files.contents('/copie').length).toBeLessThan((store.opened.chunks.total + 40) * sealedLength(4096))
  const secret = { kind: 'passphrase', passphrase } as const
  const wanted = {
    file: '/copie',
    folder: '/restauré',
    secret,
    migrations: schema,
    costs: cheapCosts,
    policy: cheapPolicy,
  }
  const rehearsed = rehearseRestore(ports, wanted, () => null)
  expect(finish(rehearsed)).toMatchObject({ ok: true, value: { sequence: 33 } })
})
