import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { attempt } from '#core/vault/fault'
import { decodeHeader } from '#core/vault/manifest'
import { unlock } from '#core/vault/open'
import { createMemoryFiles } from '#core/vault/testing/memory-files'
import { recoveryWordsFrom } from '../adapters/words.ts'
import { openStore, type OpenStore, type StoreOpening } from '../store.ts'
import { finish as finishSteps } from '#core/steps'
import { finish } from './long-act.ts'
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
const utf8 = (text: string) => new TextEncoder().encode(text)
const newWords = recoveryWordsFrom(new Uint8Array(16).fill(9))
const coordinator = { role: 'coordinator', typed: 'la coordination' } as const
let place: ReturnType<typeof temporaryFolder>
let folder: string
let store: OpenStore

beforeEach(() => {
  place = temporaryFolder()
  folder = `${place.path}/carnet.filigrane`
  store = createNotes(ports, folder)
  addNote(store, 'une note')
})
afterEach(() => place.remove())

const rolesOf = (store: OpenStore) => store.slots().map(({ role }) => role)

function tryOpen(secret: StoreOpening['secret'], on = ports) {
  return openStore(on, { folder, secret, migrations: schema, costs: cheapCosts, policy: cheapPolicy })
}

function openAs(secret: StoreOpening['secret']): OpenStore {
  const opened = tryOpen(secret)
  if (!opened.ok) throw new Error(opened.failure)
  return opened.value
}
const asCoordinator = (typed: string = coordinator.typed) =>
  tryOpen({ kind: 'passphrase', passphrase: typed, role: 'coordinator' })

const filesIn = (path: string) => new Set(readdirSync(path, { recursive: true, encoding: 'utf8' }))

test('a coordinator may be let in, and her key opens the vault but no sealed note', () => {
  const sealed = store.sealNote(utf8('confidence'))
  expect(store.openNote(sealed)).toEqual(utf8('confidence'))
  expect(asCoordinator()).toEqual(failed('wrong-passphrase'))
  expect(finish(store.setSecret(coordinator))).toEqual(ok())
  expect(rolesOf(store).sort()).toEqual(['coordinator', 'recovery', 'worker'])
  store.close()

  const hers = openAs({ kind: 'passphrase', passphrase: coordinator.typed, role: 'coordinator' })
  expect(notes(hers)).toEqual(['une note'])
  expect(hers.openNote(sealed)).toBeNull()
  expect(finishSteps(hers.checkPassphrase(coordinator.typed))).toBe(true)
  expect(finishSteps(hers.checkPassphrase(passphrase))).toBe(false)
  const other = hers.sealNote(utf8('de la coordination'))
  expect(finish(hers.setSecret({ role: 'worker', typed: 'volée' }))).toEqual(failed('coordinator-session'))
  expect(finish(hers.setSecret({ ...coordinator, typed: 'la sienne' }))).toEqual(ok())
  hers.close()
  expect(asCoordinator()).toEqual(failed('wrong-passphrase'))

  const again = openNotes(ports, folder)
  expect(again.openNote(other)).toEqual(utf8('de la coordination'))
  expect(again.openNote(other.with(60, (other[60] ?? 0) ^ 1))).toBeNull()
  expect(again.openNote(new Uint8Array(10))).toBeNull()
})

test('letting a coordinator in costs nobody else their key', () => {
  finish(store.setSecret(coordinator))
  expect(finishSteps(store.checkPassphrase(passphrase))).toBe(true)
  expect(finish(store.setSecret({ role: 'worker', typed: 'nouvelle' }))).toEqual(ok())
  store.close()
  expect(notes(openAs({ kind: 'passphrase', passphrase: 'nouvelle' }))).toEqual(['une note'])
})

test('the passphrase and the recovery words can be changed', () => {
  expect(finish(store.setSecret({ role: 'worker', typed: 'nouvelle' }))).toEqual(ok())
  expect(finish(store.setSecret({ role: 'recovery', typed: newWords }))).toEqual(ok())
  expect(finish(store.setSecret({ role: 'recovery', typed: 'abaisser' }))).toEqual(
    failed('recovery-words-invalid'),
  )
  store.close()
  expect(tryOpen({ kind: 'passphrase', passphrase })).toEqual(failed('wrong-passphrase'))
  openAs({ kind: 'passphrase', passphrase: 'nouvelle' }).close()
  const recovery = { kind: 'recovery', newPassphrase: 'trois' } as const
  expect(tryOpen({ ...recovery, words: recoveryWords })).toEqual(failed('wrong-passphrase'))
  const sealed = openAs({ ...recovery, words: newWords })
  expect(sealed.openNote(sealed.sealNote(utf8('a')))).toEqual(utf8('a'))
})

test('a passphrase changed while old files could not be removed opens none of them once the vault is opened again', () => {
  const files = createMemoryFiles()
  const onMemory = { ...ports, files }
  folder = '/carnet'
  store = createNotes(onMemory, folder)
  addNote(store, 'avant')
  files.refuse = ({ kind }) => (kind === 'remove-file' ? 'unwritable' : null)
  expect(finish(store.setSecret({ role: 'worker', typed: 'nouvelle' }))).toEqual(ok())
  files.refuse = () => null
  const manifests = () => files.list(folder).filter((name) => name.endsWith('.manifest'))
  expect(manifests()).toHaveLength(2)
  const opened = tryOpen({ kind: 'passphrase', passphrase: 'nouvelle' }, onMemory)
  expect(opened.ok && notes(opened.value)).toEqual(['avant'])
  expect(manifests()).toHaveLength(1)
  expect(tryOpen({ kind: 'passphrase', passphrase }, onMemory)).toEqual(failed('wrong-passphrase'))
})

test('once recovered, no generation left in the folder knows the passphrase of before', () => {
  store.checkpoint()
  addNote(store, 'une autre')
  store.checkpoint()
  store.close()
  const manifests = () => readdirSync(folder).filter((name) => name.endsWith('.manifest'))
  const doorsOf = (typed: string) =>
    manifests().map((name) => {
      const header = decodeHeader(ports.crypto, readFileSync(`${folder}/${name}`))
      const secret = utf8(typed)
      const wanted = { role: 'worker', secret, policy: cheapPolicy } as const
      return attempt(() => finishSteps(unlock(ports, header, wanted))).ok
    })
  expect(doorsOf(passphrase)).toEqual([true, true, true])
  const recovered = openAs({ kind: 'recovery', words: recoveryWords, newPassphrase: 'nouvelle' })
  expect(doorsOf(passphrase)).toEqual([false])
  expect(doorsOf('nouvelle')).toEqual([true])
  expect(notes(recovered)).toEqual(['une note', 'une autre'])
})

describe('re-keying', () => {
  const stay = [
    { role: 'worker', typed: passphrase },
    { role: 'recovery', typed: recoveryWords },
  ] as const

  test('puts out who is not named, keeps the rest, and leaves nothing older', () => {
    finish(store.setSecret(coordinator))
    const sealed = store.sealNote(utf8('confidence'))
    for (let n = 0; n < 20; n++) addNote(store, `${n}`.padEnd(50_000, 'x'))
    store.checkpoint()
    const packsBefore = readdirSync(`${folder}/packs`)
    expect(finish(store.rekey(stay))).toMatchObject({ ok: true, value: { leftBehind: 0 } })
    expect(rolesOf(store)).toEqual(['worker', 'recovery'])
    expect(readdirSync(folder).filter((name) => /^\d/.test(name))).toHaveLength(2)
    expect(readdirSync(`${folder}/packs`).filter((name) => packsBefore.includes(name))).toEqual([])
    addNote(store, 'après')
    expect(store.openNote(sealed)).toEqual(utf8('confidence'))
    store.close()
    expect(asCoordinator()).toEqual(failed('wrong-passphrase'))
    const again = openNotes(ports, folder)
    expect(notes(again)).toHaveLength(22)
    while (again.verifyNext().state === 'running');
    expect(again.health().state).toBe('ok')
  })

  test('lets notes be saved and checkpointed meanwhile', () => {
    for (let n = 0; n < 20; n++) addNote(store, `${n}`.padEnd(50_000, 'x'))
    store.checkpoint()
    const act = store.rekey(stay)
    for (let steps = 1, done = 0; ; steps++) {
      const step = act.next()
      if (step.state === 'ended') {
        expect(step.result.ok).toBe(true)
        expect(steps).toBeGreaterThan(4)
        break
      }
      expect(step.progress.done).toBeGreaterThanOrEqual(done)
      expect(step.progress.done).toBeLessThanOrEqual(step.progress.total)
      done = step.progress.done
      addNote(store, `pendant ${steps}`.padEnd(20_000, 'y'))
      if (steps === 3) expect(store.checkpoint().ok).toBe(true)
    }
    const expected = notes(store)
    expect(expected.length).toBeGreaterThan(23)
    store.close()
    expect(notes(openNotes(ports, folder))).toEqual(expected)
  })

  test('can be given up, leaving the vault as it was', () => {
    addNote(store, 'x'.repeat(800_000))
    const before = filesIn(folder)
    const act = store.rekey(stay)
    expect(act.next().state).toBe('running')
    act.cancel()
    expect(filesIn(folder)).toEqual(before)
    addNote(store, 'après')
    store.close()
    expect(notes(openNotes(ports, folder)).at(-1)).toBe('après')
  })

  test('is refused to a coordinator, and to mistyped words', () => {
    expect(finish(store.rekey([{ role: 'recovery', typed: 'abaisser' }]))).toEqual(
      failed('recovery-words-invalid'),
    )
    finish(store.setSecret(coordinator))
    store.close()
    const hers = openAs({ kind: 'passphrase', passphrase: coordinator.typed, role: 'coordinator' })
    expect(finish(hers.rekey(stay))).toEqual(failed('coordinator-session'))
  })

  test('on a full disk is answered, and costs nothing', () => {
    const files = createMemoryFiles()
    const onMemory = { ...ports, files }
    store = createNotes(onMemory, folder.slice(place.path.length))
    addNote(store, 'avant')
    store.checkpoint()
    files.capacity = [...files.all().values()].reduce((sum, { length }) => sum + length, 0) + 100_000
    expect(finish(store.rekey(stay))).toEqual(failed('disk-full'))
    files.capacity = Infinity
    expect(finish(store.rekey(stay)).ok).toBe(true)
    expect(notes(store)).toEqual(['avant'])
  })

  test('interrupted before the old generations were removed, is finished at the next opening', () => {
    const files = createMemoryFiles()
    const onMemory = { ...ports, files }
    folder = '/carnet'
    store = createNotes(onMemory, folder)
    addNote(store, 'avant')
    const act = store.rekey(stay)
    files.refuse = ({ kind }) => (kind === 'remove-file' ? 'unwritable' : null)
    expect(finish(act)).toMatchObject({ ok: true, value: { removed: 0, leftBehind: expect.any(Number) } })
    files.refuse = () => null
    expect(files.list(folder)).toContain('0001.manifest')
    const opened = tryOpen({ kind: 'passphrase', passphrase }, onMemory)
    if (!opened.ok) throw new Error(opened.failure)
    expect(notes(opened.value)).toEqual(['avant'])
    expect(files.list(folder).filter((name) => /^\d/.test(name))).toHaveLength(2)
    expect(files.list(`${folder}/packs`)).toHaveLength(1)
  })
})

describe('a checkpoint in short steps', () => {
  beforeEach(() => {
    for (let n = 0; n < 20; n++) addNote(store, `${n}`.padEnd(50_000, 'x'))
  })

  test.each(['nothing', 'a save', 'a checkpoint'])('takes everything, %s coming between', (between) => {
    const act = store.checkpointSlowly()
    for (let steps = 0; ; steps++) {
      const step = act.next()
      if (step.state === 'ended') {
        expect(step.result).toMatchObject({ ok: true, value: { leftBehind: 0 } })
        break
      }
      if (between !== 'nothing') addNote(store, `pendant ${steps}`.padEnd(9000, 'y'))
      if (between === 'a checkpoint' && steps === 2) expect(store.checkpoint().ok).toBe(true)
    }
    const expected = notes(store)
    const again = openNotes(ports, folder)
    // old files are removed in a step of their own, after which nothing is left to do
    expect(again.opened.replayed).toBe(between === 'nothing' ? 0 : 1)
    expect(notes(again)).toEqual(expected)
    while (again.verifyNext().state === 'running');
    expect(again.health().state).toBe('ok')
  })

  test('given up, leaves no file and loses nothing', () => {
    const before = filesIn(folder)
    const act = store.checkpointSlowly()
    act.next()
    act.next()
    act.cancel()
    expect(filesIn(folder)).toEqual(before)
    expect(notes(openNotes(ports, folder))).toHaveLength(21)
  })

  test('after a failed write, is refused', () => {
    const files = createMemoryFiles()
    const failing = createNotes({ ...ports, files }, '/carnet')
    files.refuse = ({ kind }) => (kind === 'sync-data' ? 'unwritable' : null)
    expect(addNote(failing, 'perdue')).toEqual(failed('writing-stopped'))
    files.refuse = () => null
    expect(finish(failing.checkpointSlowly())).toEqual(failed('writing-stopped'))
  })
})
