import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { finish as finishSteps } from '#core/steps'
import { createMemoryFiles } from '#core/vault/testing/memory-files'
import { recoveryWordsFrom } from './adapters/words.ts'
import { createStore, openStore, type Migration, type StoreOpening } from './store.ts'
import {
  addNote,
  asOrdinaryUser,
  cheapCosts,
  cheapPolicy,
  createNotes,
  notes,
  openNotes,
  passphrase,
  query,
  realPorts,
  recoveryWords,
  schema,
  temporaryFolder,
  tryOpenNotes,
} from './store/testing/real-ports.ts'

const ports = await realPorts()
let place: ReturnType<typeof temporaryFolder>
let folder: string

beforeEach(() => {
  place = temporaryFolder()
  folder = `${place.path}/carnet.filigrane`
})
afterEach(() => place.remove())

/** Every file under the vault with its bytes. */
function snapshot(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return Object.fromEntries(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path, readFileSync(path, 'base64')]
    }),
  )
}

function tryOpen(changes: Partial<StoreOpening>) {
  return openStore(ports, {
    folder,
    secret: { kind: 'passphrase', passphrase },
    migrations: schema,
    costs: cheapCosts,
    policy: cheapPolicy,
    ...changes,
  })
}

/** What the engine's process leaves when it is killed: every file, and a lock whose owner is dead. */
function abandoned() {
  return { ...ports, processes: { ...ports.processes, isAlive: () => false } }
}

describe('a life', () => {
  test('what is saved, closed and opened again is there', () => {
    const store = createNotes(ports, folder)
    expect(addNote(store, 'une première note')).toEqual(ok())
    expect(store.close()).toEqual(ok())

    const again = openNotes(ports, folder)
    expect(notes(again)).toEqual(['une première note'])
    expect(again.opened).toMatchObject({
      generation: 2,
      sequence: 1,
      lastSavedAt: '2026-11-24T14:32',
      closedCleanly: true,
      tornFrameDropped: false,
      replayed: 0,
    })
    again.close()
  })

  test('what is saved and never closed is replayed, and said to be', () => {
    const store = createNotes(ports, folder)
    addNote(store, 'un')
    addNote(store, 'deux')
    const again = openNotes(abandoned(), folder)
    expect(notes(again)).toEqual(['un', 'deux'])
    expect(again.opened).toMatchObject({
      generation: 1,
      sequence: 2,
      closedCleanly: false,
      replayed: 2,
      lastSavedAt: '2026-11-24T14:32',
    })
  })

  test('opening and closing without saving makes no generation', () => {
    createNotes(ports, folder).close()
    const before = snapshot()
    openNotes(ports, folder).close()
    expect(snapshot()).toEqual(before)
  })

  test('a new vault holds its seed, and needs no replay of it', () => {
    const created = createStore(ports, {
      folder,
      passphrase,
      recoveryWords,
      schema,
      seed: (tx) => tx.run(query('INSERT INTO note (body) VALUES (?)', 'graine')),
      costs: cheapCosts,
      policy: cheapPolicy,
    })
    if (!created.ok) throw new Error(created.failure)
    created.value.close()
    const store = openNotes(ports, folder)
    expect(notes(store)).toEqual(['graine'])
    expect(store.opened).toMatchObject({ sequence: 0, lastSavedAt: null })
  })

  test('a failure, a throw or nothing to save leaves no frame', () => {
    const store = createNotes(ports, folder)
    const run = (sql: string) => (tx: { run(q: ReturnType<typeof query>): void }) => tx.run(query(sql))
    const insert = run("INSERT INTO note (body) VALUES ('non')")
    expect(
      store.transact((tx) => {
        insert(tx)
        return failed('refused')
      }),
    ).toEqual(failed('refused'))
    expect(() =>
      store.transact((tx) => {
        insert(tx)
        throw new Error('bug')
      }),
    ).toThrow('bug')
    expect(() =>
      store.transact((tx) => {
        insert(tx)
        expect(() => tx.run(query('INSERT INTO note (body) VALUES (NULL)'))).toThrow(/NOT NULL/)
        return ok()
      }),
    ).toThrow(/NOT NULL/)
    expect(store.transact(() => ok(3))).toEqual(ok(3))
    expect(store.sequence()).toBe(0)
    expect(notes(store)).toEqual([])
  })

  test('a commit SQLite refuses is taken back from the journal', () => {
    const deferred: Migration[] = [
      {
        version: 1,
        sql: `CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT,
                parent INTEGER REFERENCES note DEFERRABLE INITIALLY DEFERRED)`,
      },
    ]
    const store = createNotes(ports, folder, deferred)
    expect(() =>
      store.transact((tx) => {
        tx.run(query('INSERT INTO note (parent) VALUES (9)'))
        return ok()
      }),
    ).toThrow(/FOREIGN KEY/)
    addNote(store, 'après')
    const again = openNotes(abandoned(), folder)
    expect(notes(again)).toEqual(['après'])
    expect(again.opened).toMatchObject({ sequence: 1, tornFrameDropped: false })
  })

  test('a transaction inside another is a bug', () => {
    const store = createNotes(ports, folder)
    expect(() => store.transact(() => store.transact(() => ok()))).toThrow(/already open/)
    expect(addNote(store, 'encore')).toEqual(ok())
  })
})

describe('secrets', () => {
  test('a wrong passphrase is refused and changes nothing', () => {
    createNotes(ports, folder).close()
    const before = snapshot()
    expect(tryOpenNotes(ports, folder, 'autre chose')).toEqual(failed('wrong-passphrase'))
    expect(snapshot()).toEqual(before)
  })

  test('the same passphrase typed on another keyboard opens', () => {
    const created = createStore(ports, {
      folder,
      passphrase: 'e\u0301te\u0301'.normalize('NFD'),
      recoveryWords,
      schema,
      costs: cheapCosts,
      policy: cheapPolicy,
    })
    if (created.ok) created.value.close()
    expect(tryOpenNotes(ports, folder, 'été'.normalize('NFC')).ok).toBe(true)
  })

  test('the passphrase can be asked again', () => {
    const store = createNotes(ports, folder)
    expect(finishSteps(store.checkPassphrase(passphrase))).toBe(true)
    expect(finishSteps(store.checkPassphrase('autre chose'))).toBe(false)
  })

  test('the recovery words open, and make a new passphrase the only one', () => {
    const store = createNotes(ports, folder)
    addNote(store, 'gardée')
    store.close()
    const secret = {
      kind: 'recovery',
      words: recoveryWords.toUpperCase(),
      newPassphrase: 'nouvelle phrase',
    } as const
    const recovered = tryOpen({ secret })
    if (!recovered.ok) throw new Error(recovered.failure)
    expect(notes(recovered.value)).toEqual(['gardée'])
    expect(finishSteps(recovered.value.checkPassphrase('nouvelle phrase'))).toBe(true)
    recovered.value.close()
    expect(tryOpenNotes(ports, folder)).toEqual(failed('wrong-passphrase'))
    const again = tryOpenNotes(ports, folder, 'nouvelle phrase')
    if (!again.ok) throw new Error(again.failure)
    again.value.close()
    expect(tryOpen({ secret }).ok).toBe(true)
  })

  test('mistyped words, and the words of another vault, each have their code', () => {
    createNotes(ports, folder).close()
    const recover = (words: string) => tryOpen({ secret: { kind: 'recovery', words, newPassphrase: 'x' } })
    expect(recover('abaisser abandon')).toEqual(failed('recovery-words-invalid'))
    expect(recover(recoveryWordsFrom(new Uint8Array(16)))).toEqual(failed('wrong-passphrase'))
  })
})

describe('places', () => {
  test('no vault where nothing is, or where something else is', () => {
    expect(tryOpenNotes(ports, folder)).toEqual(failed('vault-missing'))
    mkdirSync(folder)
    expect(tryOpenNotes(ports, folder)).toEqual(failed('not-a-vault'))
    writeFileSync(`${folder}/photo.jpg`, 'x')
    expect(tryOpenNotes(ports, folder)).toEqual(failed('not-a-vault'))
    expect(tryOpenNotes(ports, `${folder}/photo.jpg`)).toEqual(failed('not-a-vault'))
  })

  test('a vault is made in an empty folder, never over something', () => {
    mkdirSync(folder)
    createNotes(ports, folder).close()
    expect(() => createNotes(ports, folder)).toThrow('already-exists')
    writeFileSync(`${place.path}/fichier`, '')
    expect(() => createNotes(ports, `${place.path}/fichier`)).toThrow('already-exists')
    expect(() => createNotes(ports, `${place.path}/absent/carnet`)).toThrow('vault-missing')
  })

  test('a vault already open is refused, until it is closed', () => {
    const store = createNotes(ports, folder)
    expect(tryOpenNotes(ports, folder)).toEqual(failed('vault-in-use'))
    store.close()
    openNotes(ports, folder)
    expect(tryOpenNotes(ports, folder)).toEqual(failed('vault-in-use'))
  })

  test.skipIf(process.platform === 'win32')('a vault that may be read and not written is refused', () => {
    createNotes(ports, folder).close()
    const before = snapshot()
    for (const path of [place.path, folder, `${folder}/packs`]) chmodSync(path, 0o555)
    for (const path of Object.keys(before)) chmodSync(path, 0o444)
    expect(asOrdinaryUser(() => tryOpenNotes(ports, folder))).toEqual(failed('no-permission'))
    expect(() => asOrdinaryUser(() => createNotes(ports, `${place.path}/autre`))).toThrow('no-permission')
    expect(snapshot()).toEqual(before)
    for (const path of [place.path, folder, `${folder}/packs`]) chmodSync(path, 0o700)
  })
})

describe('schema', () => {
  const next: Migration[] = [
    ...schema,
    { version: 2, sql: "ALTER TABLE note ADD COLUMN place TEXT NOT NULL DEFAULT 'hall'" },
  ]

  test('an older vault is replayed on its own schema, then brought up to date', () => {
    addNote(createNotes(ports, folder), 'avant')
    const opened = openStore(abandoned(), {
      folder,
      secret: { kind: 'passphrase', passphrase },
      migrations: next,
      costs: cheapCosts,
      policy: cheapPolicy,
    })
    if (!opened.ok) throw new Error(opened.failure)
    expect(opened.value.all(query('SELECT body, place FROM note'))).toEqual([
      { body: 'avant', place: 'hall' },
    ])
    expect(opened.value.opened.generation).toBe(3)
    opened.value.close()
    const again = tryOpen({ migrations: next })
    if (!again.ok) throw new Error(again.failure)
    expect(again.value.opened.generation).toBe(3)
    again.value.close()
    expect(tryOpen({ migrations: schema })).toEqual(failed('vault-too-new'))
  })

  test('a migration that breaks is a bug, and leaves the vault as it was', () => {
    createNotes(ports, folder).close()
    const before = snapshot()
    const broken: Migration[] = [
      ...schema,
      { version: 2, sql: 'CREATE TABLE x (a); INSERT INTO absent VALUES (1)' },
    ]
    expect(() => tryOpen({ migrations: broken })).toThrow(/no such table/)
    expect(snapshot()).toEqual(before)
  })
})

describe('what is on the disk', () => {
  test('three generations are kept, with the chunks they need and no other', () => {
    const store = createNotes(ports, folder)
    for (let n = 0; n < 6; n++) {
      addNote(store, `note ${n}`)
      expect(store.checkpoint()).toMatchObject({ ok: true, value: { generation: n + 2, leftBehind: 0 } })
    }
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.manifest'))
        .sort(),
    ).toEqual(['0005.manifest', '0006.manifest', '0007.manifest'])
    expect(readdirSync(`${folder}/packs`)).toHaveLength(3)
    store.close()
    expect(notes(openNotes(ports, folder))).toHaveLength(6)
  })

  test('a checkpoint writes the chunks that changed and no other', () => {
    const store = createNotes(ports, folder)
    for (let n = 0; n < 40; n++) addNote(store, `${n}`.padEnd(50_000, 'x'))
    expect(store.checkpoint()).toMatchObject({
      ok: true,
      value: { chunksWritten: expect.toSatisfy((n) => n > 5) },
    })
    addNote(store, 'petite')
    expect(store.checkpoint()).toMatchObject({
      ok: true,
      value: { chunksWritten: expect.toSatisfy((n) => n < 3) },
    })
  })

  test('opening touches few chunks; verification sees to the others', () => {
    const store = createNotes(ports, folder)
    for (let n = 0; n < 60; n++) addNote(store, `${n}`.padEnd(50_000, 'x'))
    store.close()
    const again = openNotes(ports, folder)
    expect(again.opened.chunks.total).toBeGreaterThan(10)
    expect(again.opened.chunks.opened).toBeLessThan(3)
    expect(again.health()).toEqual({ state: 'running', checked: 0, total: again.opened.chunks.total })
    let slices = 0
    while (again.verifyNext().state === 'running') slices++
    expect(again.health()).toMatchObject({ state: 'ok', checked: again.opened.chunks.total })
    expect(slices).toBeGreaterThan(1)
  })

  test('no file of the vault shows a note, in any encoding', () => {
    const canary = 'Marguerite-Canari-4127'
    const store = createNotes(ports, folder)
    addNote(store, canary)
    store.checkpoint()
    addNote(store, `${canary} encore`)
    store.close()
    const base64 = [0, 1, 2].map((shift) =>
      Buffer.from('x'.repeat(shift) + canary)
        .toString('base64')
        .slice(4, -4),
    )
    const forms = [
      Buffer.from(canary, 'utf8'),
      Buffer.from(canary, 'utf16le'),
      Buffer.from(canary, 'utf16le').swap16(),
      ...base64.map((text) => Buffer.from(text)),
      Buffer.from('note (body)'),
      Buffer.from('SQLite format 3'),
    ]
    const everything = Object.entries(snapshot())
    expect(everything.length).toBeGreaterThan(6)
    for (const [path, bytes] of everything) {
      for (const form of forms) expect(Buffer.from(bytes, 'base64').includes(form), path).toBe(false)
    }
  })

  test('a checkpoint is due after a thousand transactions, and makes itself when nobody does it', () => {
    const inMemory = { ...abandoned(), files: createMemoryFiles() }
    const store = createNotes(inMemory, '/carnet')
    for (let n = 0; n < 999; n++) addNote(store, 'x')
    expect(store.isCheckpointDue()).toBe(false)
    addNote(store, 'x')
    expect(store.isCheckpointDue()).toBe(true)
    for (let n = 0; n < 3001; n++) addNote(store, 'x')
    expect(store.isCheckpointDue()).toBe(false)
    expect(openNotes(inMemory, '/carnet').opened).toMatchObject({
      generation: 2,
      sequence: 4001,
      replayed: 1,
    })
  })

  test('a bug in the checkpoint that makes itself takes nothing away from the save before it', () => {
    const files = createMemoryFiles()
    let isBroken = false
    const open: typeof files.open = (path, mode) => {
      if (isBroken && path.includes('/packs/') && mode === 'create') throw new TypeError('a bug')
      return files.open(path, mode)
    }
    const store = createNotes({ ...abandoned(), files: { ...files, open } }, '/carnet')
    for (let n = 0; n < 3999; n++) addNote(store, 'x')
    isBroken = true
    expect(addNote(store, 'x')).toEqual(ok())
    expect(addNote(store, 'x')).toEqual(ok())
    expect(() => store.checkpoint()).toThrow('a bug')
    expect(store.sequence()).toBe(4001)
  })
})
