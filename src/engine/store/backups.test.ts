import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failed } from '#core/result'
import type { OpenStore } from '../store.ts'
import { rehearseRestore, restoreStore, type Restoring } from './backups.ts'
import { finish } from './long-act.ts'
import { rehearsalPlace } from './rehearsal-place.ts'
import {
  addNote,
  cheapCosts,
  cheapPolicy,
  createNotes,
  notes,
  openNotes,
  passphrase,
  realPorts,
  recoveryWords,
  schema,
  temporaryFolder,
} from './testing/real-ports.ts'

const real = await realPorts()
const ports = { ...real, processes: { ...real.processes, isAlive: () => false } }
let place: ReturnType<typeof temporaryFolder>
let store: OpenStore
let file: string

beforeEach(() => {
  place = temporaryFolder()
  file = `${place.path}/copie.filigrane-sauvegarde`
  store = createNotes(ports, `${place.path}/carnet`)
  for (let n = 0; n < 12; n++) addNote(store, `${n}`.padEnd(50_000, 'x'))
})
afterEach(() => place.remove())

function wanted(changes: Partial<Restoring> = {}): Restoring {
  return {
    file,
    folder: `${place.path}/restauré`,
    secret: { kind: 'passphrase', passphrase },
    migrations: schema,
    costs: cheapCosts,
    policy: cheapPolicy,
    ...changes,
  }
}

test('a backup restores what the vault held, with its secrets, and goes on', () => {
  expect(finish(store.backUp(file))).toMatchObject({
    ok: true,
    value: { sequence: 12, savedAt: '2026-11-24T14:32' },
  })
  addNote(store, 'plus tard')
  expect(finish(restoreStore(ports, wanted()))).toMatchObject({ ok: true, value: { sequence: 12 } })
  const restored = openNotes(ports, `${place.path}/restauré`)
  expect(restored.opened).toMatchObject({ closedCleanly: true, replayed: 0 })
  expect(notes(restored)).toHaveLength(12)
  addNote(restored, 'la suite')
  restored.close()
  expect(notes(openNotes(ports, `${place.path}/restauré`))).toHaveLength(13)
})

test('a restore is rehearsed, and leaves nothing', () => {
  finish(store.backUp(file))
  const before = readdirSync(place.path)
  expect(finish(rehearseRestore(ports, wanted(), notes))).toMatchObject({ ok: true, value: { sequence: 12 } })
  const byWords = { kind: 'recovery', words: recoveryWords, newPassphrase: 'autre' } as const
  expect(finish(rehearseRestore(ports, wanted({ secret: byWords }), notes))).toMatchObject({ ok: true })
  expect(readdirSync(place.path)).toEqual(before)
})

test('what a power cut left of a rehearsal goes at the next one, or at the next opening', () => {
  finish(store.backUp(file))
  const left = rehearsalPlace(`${place.path}/carnet`)
  const cutShort = () =>
    expect(finish(restoreStore(ports, wanted({ folder: left })))).toMatchObject({ ok: true })
  cutShort()
  expect(finish(rehearseRestore(ports, wanted({ folder: left }), notes))).toMatchObject({ ok: true })
  expect(existsSync(left)).toBe(false)
  cutShort()
  cpSync(left, `${left}.creating`, { recursive: true })
  store.close()
  store = openNotes(ports, `${place.path}/carnet`)
  expect([left, `${left}.creating`].filter((path) => existsSync(path))).toEqual([])
})

test('each refusal has its code, leaves nothing, and changes no file', () => {
  finish(store.backUp(file))
  const bytes = readFileSync(file)
  const before = readdirSync(place.path)
  const refusal = (changes: Partial<Restoring> = {}) => finish(rehearseRestore(ports, wanted(changes), notes))
  expect(refusal({ secret: { kind: 'passphrase', passphrase: 'autre' } })).toEqual(failed('wrong-passphrase'))
  expect(refusal({ secret: { kind: 'recovery', words: 'a', newPassphrase: 'b' } })).toEqual(
    failed('recovery-words-invalid'),
  )
  const changed = (at: number, value: number) => {
    writeFileSync(file, Uint8Array.from(bytes).with(at, value))
    return refusal()
  }
  expect(changed(0, 0)).toEqual(failed('not-a-vault'))
  expect(changed(8, 2)).toEqual(failed('vault-too-new'))
  expect(changed(8, 0)).toEqual(failed('vault-damaged'))
  expect(changed(12, 1)).toEqual(failed('vault-damaged'))
  for (const at of [110, 150, 300, bytes.length - 9])
    expect(changed(at, (bytes[at] ?? 0) ^ 1)).toEqual(failed('vault-damaged'))
  writeFileSync(file, bytes.subarray(0, -1))
  expect(refusal()).toEqual(failed('vault-damaged'))
  writeFileSync(file, bytes.subarray(0, 40))
  expect(refusal()).toEqual(failed('vault-damaged'))
  expect(readdirSync(place.path)).toEqual(before)
  writeFileSync(file, bytes)
  expect(finish(restoreStore(ports, wanted({ folder: `${place.path}/carnet` })))).toEqual(
    failed('already-exists'),
  )
  expect(notes(store)).toHaveLength(12)
})

test('given up at any step, a backup or a restore leaves nothing', () => {
  for (let steps = 0; ; steps++) {
    const act = store.backUp(file)
    let ended = false
    for (let n = 0; n <= steps; n++) ended = act.next().state === 'ended'
    if (ended) break
    act.cancel()
    expect(existsSync(file)).toBe(false)
  }
  const before = readdirSync(place.path)
  const act = restoreStore(ports, wanted())
  expect(act.next().state).toBe('running')
  act.cancel()
  expect(readdirSync(place.path)).toEqual(before)
})

test('saves and checkpoints meanwhile take nothing from the copy', () => {
  const act = store.backUp(file)
  let step = act.next()
  for (let n = 0; step.state === 'running'; n++, step = act.next()) {
    addNote(store, `${n}`.padEnd(300_000, 'y'))
    expect(store.checkpoint()).toMatchObject({ ok: true })
  }
  if (!step.result.ok) throw new Error(step.result.failure)
  // what was saved when the copying began, whole
  const { sequence } = step.result.value
  expect(sequence).toBeLessThan(store.sequence())
  const rehearsed = finish(rehearseRestore(ports, wanted(), notes))
  expect(rehearsed).toMatchObject({ ok: true, value: { sequence, found: { length: sequence } } })
})
