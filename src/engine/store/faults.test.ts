import { describe, expect, test } from 'vitest'
import { failed, ok, type Result } from '#core/result'
import type { FileFaultCode } from '#core/vault/ports'
import { geometryOf } from '#core/vault/sizes'
import { createMemoryFiles, type MemoryFiles, type Operation } from '#core/vault/testing/memory-files'
import { diskAfterPowerLoss, unsynced } from '#core/vault/testing/power-loss'
import { openStore, type OpenStore, type StorePorts } from '../store.ts'
import {
  addNote,
  cheapPolicy,
  createNotes,
  notes,
  openNotes,
  passphrase,
  realPorts,
  schema,
  tryOpenNotes,
} from './testing/real-ports.ts'

const real = await realPorts()
const folder = '/carnet'

/** Ports on a disk in memory; the engine before is always dead. Pieces are tiny, to try more, except where their size matters. */
function portsOn(
  files: MemoryFiles,
  pieces = { chunk: 4096, pack: 3, step: 1, growth: 512, ballast: 64 },
): StorePorts {
  return {
    ...real,
    files,
    geometry: pieces,
    processes: { self: () => real.processes.self(), isAlive: () => false },
  }
}

/** A vault with one checkpointed note and one in its journal, on a disk of its own. */
function makeVault(): MemoryFiles {
  const files = createMemoryFiles()
  const store = createNotes(portsOn(files), folder)
  addNote(store, 'note 0')
  store.checkpoint()
  addNote(store, 'note 1')
  return files
}
const past = makeVault().operations

/** A session of saves and checkpoints; says after which operation each note was acknowledged, and stops at a refusal. */
function session(files: MemoryFiles): {
  acknowledged: { note: string; after: number }[]
  outcomes: Result<unknown, string>[]
} {
  const acknowledged: { note: string; after: number }[] = []
  const outcomes: Result<unknown, string>[] = []
  const opened = tryOpenNotes(portsOn(files), folder)
  if (!opened.ok) return { acknowledged, outcomes: [opened] }
  const store = opened.value
  const save = (note: string) => {
    const outcome = addNote(store, note)
    outcomes.push(outcome)
    if (outcome.ok) acknowledged.push({ note, after: files.operations.length })
  }
  save('note 2')
  save('note 3')
  outcomes.push(store.checkpoint())
  save('note 4')
  outcomes.push(store.close())
  return { acknowledged, outcomes }
}

const before = ['note 0', 'note 1']
const everything = [...before, 'note 2', 'note 3', 'note 4']

/** The oracle: all that was acknowledged, or that and the one transaction in flight; never anything else. */
function expectFaithful(found: string[], acknowledged: string[], mayHaveOneMore: boolean): void {
  const expected = [...before, ...acknowledged]
  const more = everything.find((note) => !expected.includes(note))
  if (mayHaveOneMore && found.length > expected.length && more) expected.push(more)
  expect(found).toEqual(expected)
}

function reopen(operations: readonly Operation[]): OpenStore {
  return openNotes(portsOn(createMemoryFiles(operations)), folder)
}

test('with no fault, everything is there and closed', () => {
  const files = createMemoryFiles(past)
  expect(session(files).outcomes.every(({ ok }) => ok)).toBe(true)
  const store = reopen([...past, ...files.operations])
  expect(notes(store)).toEqual(everything)
  expect(store.opened.closedCleanly).toBe(true)
})

test('stopped after any operation, or in the middle of any write, nothing acknowledged is lost', () => {
  const files = createMemoryFiles(past)
  const { acknowledged } = session(files)
  const states = files.operations.flatMap((operation, at) => {
    const done = [...past, ...files.operations.slice(0, at)]
    const cuts =
      operation.kind === 'write' ? [1, operation.bytes.length >> 1, operation.bytes.length - 1] : []
    return [
      { at, operations: done },
      ...cuts.map((cut) => ({
        at,
        operations: [
          ...done,
          {
            ...operation,
            bytes: operation.kind === 'write' ? operation.bytes.subarray(0, cut) : undefined,
          } as Operation,
        ],
      })),
    ]
  })
  expect(states.length).toBeGreaterThan(80)
  for (const { at, operations } of states) {
    const saved = acknowledged.filter(({ after }) => after <= at).map(({ note }) => note)
    const disk = createMemoryFiles(operations)
    const store = openNotes(portsOn(disk), folder)
    const found = notes(store)
    expectFaithful(found, saved, true)
    // And the session that follows is as good as any.
    addNote(store, 'la suite')
    expect(store.close()).toEqual(ok())
    expect(notes(openNotes(portsOn(disk), folder))).toEqual([...found, 'la suite'])
  }
})

describe('a power cut after any operation', () => {
  const files = createMemoryFiles(past)
  const { acknowledged } = session(files)

  function expectNothingLost(at: number, survives: (index: number) => boolean): void {
    const disk = diskAfterPowerLoss(past, files.operations.slice(0, at), survives)
    const saved = acknowledged.filter(({ after }) => after <= at).map(({ note }) => note)
    const store = openNotes(portsOn(disk), folder)
    expectFaithful(notes(store), saved, true)
    store.close()
  }

  test('when the disk kept only what was synced', () => {
    for (let at = 0; at <= files.operations.length; at++) expectNothingLost(at, () => false)
  })

  test('when it kept any one thing more, or lost only that one', () => {
    let states = 0
    for (let at = 0; at <= files.operations.length; at++) {
      for (const one of unsynced(files.operations.slice(0, at))) {
        expectNothingLost(at, (index) => index === one)
        expectNothingLost(at, (index) => index !== one)
        states += 2
      }
    }
    expect(states).toBeGreaterThan(50)
  })

  test('with the syncs taken out, the same check finds losses', () => {
    const unsynced = files.operations.filter(({ kind }) => !kind.startsWith('sync'))
    const disk = diskAfterPowerLoss(past, unsynced, () => false)
    expect(notes(openNotes(portsOn(disk), folder))).toEqual(before)
  })
})

test('creation stopped after any operation leaves no vault, or a whole one', () => {
  const files = createMemoryFiles()
  createNotes(portsOn(files), folder)
  for (let at = 0; at < files.operations.length; at++) {
    const disk = createMemoryFiles(files.operations.slice(0, at))
    const opened = tryOpenNotes(portsOn(disk), folder)
    if (opened.ok) continue
    expect(opened.failure).toBe('vault-missing')
    expect(notes(createNotes(portsOn(disk), folder))).toEqual([])
  }
  expect(notes(openNotes(portsOn(diskAfterPowerLoss([], files.operations, () => false)), folder))).toEqual([])
})

describe.each<FileFaultCode>(['unwritable', 'disk-full', 'no-permission'])(
  '%s at any one operation',
  (code) => {
    test('is answered by a failure, and loses nothing acknowledged', () => {
      const total = (() => {
        const files = createMemoryFiles(past)
        session(files)
        return files.operations.length
      })()
      const seen = new Set<string>()
      for (let at = 0; at < total; at++) {
        const files = createMemoryFiles(past)
        let calls = 0
        files.refuse = () => (calls++ === at ? code : null)
        const { acknowledged, outcomes } = session(files)
        for (const outcome of outcomes) if (!outcome.ok) seen.add(outcome.failure)
        const saved = acknowledged.map(({ note }) => note)
        const failedToWrite = outcomes.some(
          (outcome) => !outcome.ok && ['write-failed', 'writing-stopped'].includes(outcome.failure),
        )
        expectFaithful(notes(reopen([...past, ...files.operations])), saved, failedToWrite)
      }
      const expected = {
        unwritable: ['write-failed', 'writing-stopped'],
        'disk-full': ['disk-full', 'writing-stopped'],
        'no-permission': ['no-permission', 'writing-stopped'],
      }[code as 'unwritable']
      expect([...seen].sort()).toEqual(expected)
    })

    test('at creation leaves nothing behind', () => {
      const probe = createMemoryFiles()
      createNotes(portsOn(probe), folder)
      for (let at = 0; at < probe.operations.length; at++) {
        const files = createMemoryFiles()
        let calls = 0
        files.refuse = () => (calls++ === at ? code : null)
        expect(() => createNotes(portsOn(files), folder)).toThrow(/disk-full|no-permission|write-failed/)
        expect(files.list('')).toEqual([])
      }
    })
  },
)

describe('a full disk', () => {
  test('refuses notes, keeps the others, and accepts again when there is room', () => {
    const files = createMemoryFiles()
    const store = createNotes(portsOn(files, geometryOf()), folder)
    addNote(store, 'avant')
    files.capacity = [...files.all().values()].reduce((sum, { length }) => sum + length, 0)
    const large = 'x'.repeat(300_000)
    expect(addNote(store, large)).toEqual(failed('disk-full'))
    expect(addNote(store, 'petite')).toEqual(ok())
    expect(notes(store)).toEqual(['avant', 'petite'])
    files.capacity = Infinity
    expect(addNote(store, large)).toEqual(ok())
    expect(store.close()).toEqual(ok())
    expect(notes(openNotes(portsOn(files, geometryOf()), folder))).toEqual(['avant', 'petite', large])
  })

  test('is told before trying, until room is found; nothing is left of the trial', () => {
    const files = createMemoryFiles()
    const store = createNotes(portsOn(files, geometryOf()), folder)
    addNote(store, 'avant')
    expect(store.readOnlyReason()).toBeNull()
    files.capacity = [...files.all().values()].reduce((sum, { length }) => sum + length, 0)
    addNote(store, 'x'.repeat(300_000))
    expect(store.readOnlyReason()).toBe('disk-full')
    expect(store.findRoom()).toBe(false)
    expect(store.readOnlyReason()).toBe('disk-full')
    files.capacity = Infinity
    expect(store.findRoom()).toBe(true)
    expect(store.readOnlyReason()).toBeNull()
    expect(files.list(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('gives up its ballast to be closed properly, and takes it back later', () => {
    const files = createMemoryFiles()
    const store = createNotes(portsOn(files, geometryOf()), folder)
    addNote(store, 'avant')
    files.capacity = [...files.all().values()].reduce((sum, { length }) => sum + length, 0)
    expect(store.checkpoint()).toMatchObject({ ok: true })
    expect(files.list(folder)).not.toContain('ballast')
    files.capacity = Infinity
    addNote(store, 'après')
    store.close()
    expect(files.list(folder)).toContain('ballast')
  })

  test('is no obstacle to opening, reading and closing, time after time', () => {
    const files = createMemoryFiles()
    const store = createNotes(portsOn(files, geometryOf()), folder)
    addNote(store, 'avant')
    store.close()
    files.capacity = [...files.all().values()].reduce((sum, { length }) => sum + length, 0)
    const before = [...files.all().keys()].sort()
    for (const _ of ['one', 'two']) {
      const again = openNotes(portsOn(files, geometryOf()), folder)
      expect(notes(again)).toEqual(['avant'])
      expect(again.readOnlyReason()).toBe('disk-full')
      expect(again.findRoom()).toBe(false)
      expect(again.close()).toEqual(ok())
      expect([...files.all().keys()].sort()).toEqual(before)
    }
    files.capacity = Infinity
    const again = openNotes(portsOn(files, geometryOf()), folder)
    expect(again.readOnlyReason()).toBeNull()
    expect(addNote(again, 'après')).toEqual(ok())
  })

  test('ends once there is room for a save and for the ballast', () => {
    const files = createMemoryFiles()
    createNotes(portsOn(files, geometryOf()), folder).close()
    files.capacity = [...files.all().values()].reduce((sum, { length }) => sum + length, 0)
    const store = openNotes(portsOn(files, geometryOf()), folder)
    expect(store.isDiskFull()).toBe(true)
    files.capacity = Infinity
    expect(store.findRoom()).toBe(true)
    expect(store.readOnlyReason()).toBeNull()
  })

  test('refuses a vault whose schema would not fit, and gives it its ballast back', () => {
    const files = createMemoryFiles()
    createNotes(portsOn(files, geometryOf()), folder).close()
    files.capacity = [...files.all().values()].reduce((sum, { length }) => sum + length, 0)
    const before = [...files.all().keys()].sort()
    const sql = `create table more (text); insert into more select hex(zeroblob(1000000))`
    const opened = openStore(portsOn(files, geometryOf()), {
      folder,
      secret: { kind: 'passphrase', passphrase },
      migrations: [...schema, { version: schema.length + 1, sql }],
      policy: cheapPolicy,
    })
    expect(opened).toEqual(failed('disk-full'))
    expect([...files.all().keys()].sort()).toEqual(before)
  })

  test('with no ballast left either, closing still marks the end', () => {
    const files = createMemoryFiles()
    const store = createNotes(portsOn(files, geometryOf()), folder)
    addNote(store, 'avant')
    files.removeFile(`${folder}/ballast`)
    files.capacity = [...files.all().values()].reduce((sum, { length }) => sum + length, 0)
    expect(store.checkpoint()).toEqual(failed('disk-full'))
    expect(store.close()).toEqual(ok())
    const again = openNotes(portsOn(files, geometryOf()), folder)
    expect(again.opened).toMatchObject({ closedCleanly: true, generation: 1, replayed: 1 })
    expect(notes(again)).toEqual(['avant'])
  })
})

test('after a failed write nothing more is written, and reading goes on', () => {
  const files = createMemoryFiles()
  const store = createNotes(portsOn(files, geometryOf()), folder)
  addNote(store, 'avant')
  files.refuse = ({ kind }) => (kind === 'sync-data' ? 'unwritable' : null)
  expect(addNote(store, 'perdue')).toEqual(failed('writing-stopped'))
  files.refuse = () => null
  const { length } = files.operations
  expect(addNote(store, 'refusée')).toEqual(failed('writing-stopped'))
  expect(store.checkpoint()).toEqual(failed('writing-stopped'))
  expect(files.operations).toHaveLength(length)
  expect(store.readOnlyReason()).toBe('writing-stopped')
  expect(notes(store)).toEqual(['avant'])
  expect(store.close()).toEqual(failed('writing-stopped'))
})
