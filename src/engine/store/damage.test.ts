import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { failed } from '#core/result'
import { sealedLength } from '#core/vault/chunk'
import type { Image } from '#core/vault/image'
import { FileFault } from '#core/vault/ports'
import type { OpenStore } from '../store.ts'
import {
  addNote,
  createNotes,
  notes,
  openNotes,
  realPorts,
  temporaryFolder,
  tryOpenNotes,
} from './testing/real-ports.ts'

const real = await realPorts()
/** The lock of the vaults copied here belongs to a session that is over. */
const ports = { ...real, processes: { ...real.processes, isAlive: () => false } }
const model = temporaryFolder()
let place: ReturnType<typeof temporaryFolder>
let folder: string

/** Two checkpointed notes, several chunks, then two notes in the journal: as a kill would leave it. */
beforeAll(() => {
  const store = createNotes(real, `${model.path}/carnet`)
  for (let n = 0; n < 30; n++) addNote(store, `${n}`.padEnd(50_000, 'x'))
  store.checkpoint()
  addNote(store, 'avant-dernière')
  addNote(store, 'dernière')
})
afterAll(() => model.remove())
beforeEach(() => {
  place = temporaryFolder()
  folder = `${place.path}/carnet`
  cpSync(`${model.path}/carnet`, folder, { recursive: true })
})
afterEach(() => place.remove())

const manifest = () => `${folder}/0002.manifest`
const journal = () => `${folder}/0002.journal`
const packs = () => readdirSync(`${folder}/packs`).map((name) => `${folder}/packs/${name}`)

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  const index = at < 0 ? bytes.length + at : at
  bytes[index] = (bytes[index] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

/** Refused for `failure`, and every byte of the vault is as it was found. */
function expectRefused(failure: string): void {
  const before = contents()
  expect(tryOpenNotes(ports, folder)).toEqual(failed(failure))
  expect(contents()).toEqual(before)
}

/** Every file but the lock, which a killed session leaves and the next one takes over. */
function contents(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile() && entry.name !== 'lock')
      .map((entry) => [entry.name, readFileSync(`${entry.parentPath}/${entry.name}`, 'base64')]),
  )
}

test('the vault these tests damage opens', () => {
  const store = openNotes(ports, folder)
  expect(notes(store).slice(30)).toEqual(['avant-dernière', 'dernière'])
  expect(store.opened).toMatchObject({ generation: 2, replayed: 2, closedCleanly: false })
})

describe('refused', () => {
  test.each([
    ['the vault id', 12],
    ['the generation', 26],
    ['a slot’s costs', 40],
    ['a slot’s salt', 50],
    ['a wrapped key', 90],
    ['the chunk list', -1],
  ])('a bit of %s', (_, at) => {
    flip(manifest(), at)
    expectRefused('vault-damaged')
  })

  test('a newer format', () => {
    const bytes = readFileSync(manifest())
    bytes.writeUInt16LE(2, 8)
    writeFileSync(manifest(), bytes)
    expectRefused('vault-too-new')
  })

  test('a manifest cut short', () => {
    truncateSync(manifest(), 100)
    expectRefused('vault-damaged')
  })

  test('a manifest that is something else', () => {
    writeFileSync(manifest(), 'bonjour')
    expectRefused('not-a-vault')
  })

  test('a manifest under another number', () => {
    cpSync(manifest(), `${folder}/0003.manifest`)
    expectRefused('vault-damaged')
  })

  test.each(['0001.manifest', '0002.manifest'])(
    'manifests missing, down to %s: damage, not another folder',
    (name) => {
      rmSync(manifest())
      if (name === '0001.manifest') rmSync(`${folder}/0001.manifest`)
      // With the first one left, its journal says that a second existed.
      expectRefused('vault-damaged')
    },
  )

  test('a journal missing', () => {
    rmSync(journal())
    expectRefused('vault-damaged')
  })

  test('a journal cut short between two frames', () => {
    truncateSync(journal(), 400)
    expectRefused('vault-damaged')
  })

  test('a bit of a frame that is not the last', () => {
    flip(journal(), 200)
    expectRefused('vault-damaged')
  })

  test('the journal of another generation', () => {
    cpSync(`${folder}/0001.journal`, journal())
    expectRefused('vault-damaged')
  })

  test('a pack missing', () => {
    const current = packs().reduce((a, b) => (statSync(a).size > statSync(b).size ? a : b))
    rmSync(current)
    expectRefused('vault-damaged')
  })

  test('every chunk with a bit flipped', () => {
    for (const path of packs()) flip(path, 1000)
    expectRefused('vault-damaged')
  })
})

describe('a write cut short', () => {
  function expectLastDropped(): void {
    const store = openNotes(ports, folder)
    expect(notes(store).slice(30)).toEqual(['avant-dernière'])
    expect(store.opened).toMatchObject({ tornFrameDropped: true, generation: 3 })
    expect(readdirSync(folder)).toContain('0002.journal.torn')
    addNote(store, 'après')
    store.close()
    const again = openNotes(ports, folder)
    expect(notes(again).slice(30)).toEqual(['avant-dernière', 'après'])
    expect(again.opened).toMatchObject({ tornFrameDropped: false, closedCleanly: true })
  }

  /** Where the last frame ends: before the zeroes. */
  function lastByte(): number {
    return readFileSync(journal()).findLastIndex((byte) => byte !== 0)
  }

  test('is dropped, said, kept aside, and left behind by a new generation', () => {
    const bytes = readFileSync(journal())
    bytes.fill(0, lastByte() - 20)
    writeFileSync(journal(), bytes)
    expectLastDropped()
  })

  test('cannot be told from a damaged last frame', () => {
    flip(journal(), lastByte() - 30)
    expectLastDropped()
  })
})

describe('damage met later', () => {
  /** Every chunk opening did not need is damaged. */
  function openWithLateDamage(): OpenStore {
    const read = new Set<string>()
    const watching = {
      ...ports,
      files: {
        ...ports.files,
        open(path: string, mode: 'read' | 'write' | 'create' | 'replace') {
          const file = ports.files.open(path, mode)
          return {
            ...file,
            read(offset: number, length: number) {
              read.add(`${path} ${offset}`)
              return file.read(offset, length)
            },
          }
        },
      },
    }
    const store = openNotes(watching, folder)
    for (const path of packs()) {
      for (let at = 0; at < readFileSync(path).length; at += sealedLength())
        if (!read.has(`${path} ${at}`)) flip(path, at + 1000)
    }
    return store
  }

  test('by verification: read-only, and an alarm', () => {
    const store = openWithLateDamage()
    while (store.verifyNext().state === 'running');
    expect(store.health().state).toBe('damaged')
    expect(addNote(store, 'trop tard')).toEqual(failed('read-only'))
    expect(store.checkpoint()).toEqual(failed('read-only'))
    expect(store.close().ok).toBe(true)
  })

  test('by a read: the same, and what is sound can still be read', () => {
    const store = openWithLateDamage()
    expect(() => notes(store)).toThrow('vault-damaged')
    expect(store.health().state).toBe('damaged')
    expect(addNote(store, 'trop tard')).toEqual(failed('read-only'))
    expect(store.sequence()).toBe(32)
  })

  test('by a read inside a transaction: nothing of it is kept', () => {
    const store = openWithLateDamage()
    const outcome = store.transact(() => {
      notes(store)
      return { ok: true, value: 1 }
    })
    expect(outcome).toEqual(failed('read-only'))
    expect(store.sequence()).toBe(32)
  })

  test('by verification, when the packs are gone', () => {
    const store = openNotes(ports, folder)
    rmSync(`${folder}/packs`, { recursive: true })
    while (store.verifyNext().state === 'running');
    expect(store.health().state).toBe('damaged')
  })
})

test('chunks that are whole around a database that is not: quick_check tells', () => {
  let image: Image | undefined
  const open = (given: Image) => {
    image = given
    return real.sql.open(given)
  }
  const store = openNotes({ ...ports, sql: { ...real.sql, open } }, folder)
  addNote(store, 'x')
  image?.write(new Uint8Array(4096).fill(0xff), 4096)
  expect(store.checkpoint().ok).toBe(true)
  store.close()
  const again = openNotes(ports, folder)
  while (again.verifyNext().state === 'running');
  expect(again.health()).toMatchObject({ state: 'damaged', checked: again.opened.chunks.total })
  expect(addNote(again, 'trop tard')).toEqual(failed('read-only'))
})

describe('generations', () => {
  test('while an older manifest cannot be read, no pack is thrown away', () => {
    const store = openNotes(ports, folder)
    const before = packs().length
    flip(`${folder}/0001.manifest`, 60)
    addNote(store, 'après')
    const written = store.checkpoint()
    if (!written.ok) throw new Error(written.failure)
    expect(packs()).toHaveLength(before + 1)
    // Once it is too old to be kept, collection resumes.
    addNote(store, 'encore')
    expect(store.checkpoint()).toMatchObject({ ok: true, value: { removed: expect.toSatisfy((n) => n > 2) } })
  })

  test('a file that cannot be removed is left behind, and told', () => {
    const clinging = {
      ...ports,
      files: {
        ...ports.files,
        removeFile(path: string) {
          if (path.includes('/packs/') || path.includes('.manifest')) throw new FileFault('no-permission')
          ports.files.removeFile(path)
        },
      },
    }
    const store = openNotes(clinging, folder)
    for (let n = 0; n < 3; n++) {
      addNote(store, `${n}`)
      const written = store.checkpoint()
      expect(written.ok && written.value.leftBehind > 0).toBe(n > 0)
    }
    store.close()
    expect(notes(openNotes(ports, folder))).toHaveLength(35)
  })

  test('a vault another engine moved on while the key was derived is in use', () => {
    const meddling = {
      ...ports,
      crypto: {
        ...ports.crypto,
        derive(...given: Parameters<typeof ports.crypto.derive>) {
          const other = openNotes(ports, folder)
          addNote(other, 'entre-temps')
          other.close()
          return ports.crypto.derive(...given)
        },
      },
    }
    expect(tryOpenNotes(meddling, folder)).toEqual(failed('vault-in-use'))
    expect(notes(openNotes(ports, folder)).at(-1)).toBe('entre-temps')
  })
})
