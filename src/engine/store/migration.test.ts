import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Migration } from '#core/database'
import { failed } from '#core/result'
import type { StoreOpening } from '../store.ts'
import { finish } from './long-act.ts'
import { opening } from './opening.ts'
import { folderHash } from './testing/folder-hash.ts'
import {
  addNote,
  cheapCosts,
  cheapPolicy,
  createNotes,
  notes,
  openInside,
  openNotes,
  passphrase,
  query,
  realPorts,
  schema,
  temporaryFolder,
  tryOpenNotes,
} from './testing/real-ports.ts'

const ports = await realPorts({
  geometry: { chunk: 4096, pack: 3, step: 1, growth: 512, ballast: 64 },
})
const newer: Migration[] = [
  ...schema,
  { version: 2, sql: 'ALTER TABLE note ADD COLUMN tone TEXT;; UPDATE note SET body = upper(body);' },
  {
    version: 3,
    sql: '-- nothing left in lower case\nCREATE TABLE told (note INTEGER);\nINSERT INTO told SELECT id FROM note',
  },
]
const secret = { kind: 'passphrase', passphrase } as const
const cheap = { costs: cheapCosts, policy: cheapPolicy }

let place: ReturnType<typeof temporaryFolder>
let folder: string
beforeEach(() => {
  place = temporaryFolder()
  folder = `${place.path}/carnet`
})
afterEach(() => place.remove())

const openingWith = (migrations: Migration[], more: Partial<StoreOpening> = cheap) =>
  opening(ports, { folder, secret, migrations, ...more })

describe('a vault whose schema is older', () => {
  const saved = ['avant', ...Array.from({ length: 9 }, (_, n) => `${n}`.padEnd(3000, 'é'))]
  beforeEach(() => {
    const store = createNotes(ports, folder)
    for (const note of saved) addNote(store, note)
    // never closed: its notes are in the journal
    rmSync(`${folder}/lock`)
  })

  test('is brought up to date, one statement a step, and tells how far it is', () => {
    const act = openingWith(newer)
    const told = new Set<number>()
    let step = act.next()
    for (; step.state === 'running'; step = act.next()) told.add(step.progress.total)
    if (!step.result.ok) throw new Error(step.result.failure)
    const store = step.result.value
    expect(notes(store)).toEqual(saved.map((note) => note.toUpperCase().replaceAll('É', 'é')))
    expect(store.all(query('SELECT count(*) AS n FROM told'))).toEqual([{ n: saved.length }])
    expect([...told].some((total) => total > 2)).toBe(true)
    store.close()
    expect(tryOpenNotes(ports, folder)).toEqual(failed('vault-too-new'))
  })

  test('given up at any step, opens with the older program, as it was', () => {
    const before = folderHash(folder)
    let untouched = 0
    const wereOpen = new Set<string>()
    for (let steps = 1; ; steps++) {
      const copy = `${place.path}/${steps}`
      cpSync(folder, copy, { recursive: true })
      const act = opening(ports, { folder: copy, secret, migrations: newer, ...cheap })
      let state = 'running'
      for (let n = 0; n < steps && state === 'running'; n++) state = act.next().state
      if (state === 'ended') break
      for (const name of openInside(copy)) wereOpen.add(name)
      act.cancel()
      expect(openInside(copy)).toEqual([])
      if (folderHash(copy) === before) untouched++
      const store = openNotes(ports, copy)
      expect(notes(store)).toEqual(saved)
      while (store.verifyNext().state === 'running');
      expect(store.health().state).toBe('ok')
      store.close()
    }
    expect(untouched).toBeGreaterThan(saved.length)
    if (process.platform === 'linux')
      expect([...wereOpen]).toEqual(expect.arrayContaining([expect.stringMatching(/^packs\//)]))
  })

  test('a full disk on the way leaves it with the schema it had', () => {
    let isFull = true
    const full = {
      ...ports,
      files: {
        ...ports.files,
        open(...[path, mode]: Parameters<typeof ports.files.open>) {
          const file = ports.files.open(path, mode)
          if (!isFull || mode === 'read' || !path.includes('packs')) return file
          return { ...file, write: () => ports.files.makeFolder('/proc/full') }
        },
      },
    }
    expect(finish(opening(full, { folder, secret, migrations: newer, ...cheap })).ok).toBe(false)
    isFull = false
    expect(notes(openNotes(ports, folder))).toEqual(saved)
  })
})

test('a vault kept since format 1, given up while it is brought up to date, is what it was', async () => {
  const real = await realPorts()
  const kept = new URL('../../core/vault/testing/golden/v1.filigrane', import.meta.url).pathname
  cpSync(kept, folder, { recursive: true })
  const first = { version: 1, sql: '' }
  const migrations = [first, { version: 2, sql: 'CREATE TABLE later (id INTEGER)' }]
  const act = opening(real, { folder, secret, migrations })
  for (let step = act.next(); ; step = act.next()) {
    if (step.state === 'ended') throw new Error('never told')
    if (step.progress.total > 0) break
  }
  act.cancel()
  // the checkpoint before the migration counts: one generation more, of the same content, beside the one that was there
  for (const name of readdirSync(kept, { recursive: true, encoding: 'utf8' })) {
    const path = `${kept}/${name}`
    if (statSync(path).isFile() && !name.endsWith('.journal'))
      expect(readFileSync(`${folder}/${name}`).equals(readFileSync(path)), name).toBe(true)
  }
  const opened = finish(opening(real, { folder, secret, migrations: [first] }))
  if (!opened.ok) throw new Error(opened.failure)
  expect(opened.value.all(query('SELECT body FROM note ORDER BY id'))).toEqual([
    { body: 'dans l’image : été, 🦉 (corrigée)' },
    { body: 'dans le journal' },
  ])
}, 60_000)
