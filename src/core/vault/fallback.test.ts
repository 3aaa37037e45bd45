import { beforeEach, describe, expect, test } from 'vitest'
import { failed, ok } from '../result.ts'
import { finish } from '../steps.ts'
import { ascii, concat } from './bytes.ts'
import { checkpoint } from './checkpoint.ts'
import { chunkAt } from './chunk-table.ts'
import { attempt } from './fault.ts'
import { fallBack, findWhole } from './fallback.ts'
import { finishPurge, journalPath, manifestPath } from './generations.ts'
import { encodeMark } from './lock-file.ts'
import { packPath } from './pack.ts'
import { withSlot } from './passphrase.ts'
import { FileFault } from './ports.ts'
import { imageOf, releaseVault, type Vault } from './vault.ts'
import {
  changesSince,
  fillChunk,
  fillsOf,
  folder,
  heldBy,
  hostOn,
  imageOfChunks,
  makeVault,
  nothing,
  open,
  secrets,
  unlocking,
  type Host,
} from './testing/host.ts'
import type { Image } from './image.ts'
import { contentsOf, setAside } from './testing/fallen.ts'
import type { MemoryFiles } from './testing/memory-files.ts'
import { unsynced } from './testing/power-loss.ts'
import { cheapCosts, flipped } from './testing/sample.ts'

/** When transaction n was saved. */
const minuteOf = (n: number) => `2026-11-24T14:0${n}`

/** Three generations, left open by an engine that died. Transaction n puts n in chunk 4; two come before each checkpoint, three after. */
let host: Host
/** Of the engine that died. */
let disk: MemoryFiles
let vault: Vault
let image: Image

/** As the engine does: the journal first, then the image. */
function save(n: number): void {
  vault.journal.append('transaction', concat([ascii(minuteOf(n)), Uint8Array.of(n)]))
  fillChunk(image, 4, n)
}

function move(): void {
  const { sequence } = vault.journal
  checkpoint(vault, image, { sequence, savedAt: minuteOf(sequence) })
}

beforeEach(() => {
  host = hostOn()
  image = imageOfChunks(5)
  vault = makeVault(host, image, ['coordinator', 'recovery'])
  for (const n of [1, 2]) save(n)
  move()
  for (const n of [3, 4]) save(n)
  move()
  for (const n of [5, 6, 7]) save(n)
  disk = host.files
  host = hostOn(disk.fork())
})

function tamper(path: string, change: (bytes: Uint8Array) => Uint8Array | null): void {
  host.files.tamper(path, change(host.files.contents(path)))
}

/** The file that holds the chunk at a place, and where. */
function placeOf(place: number): { path: string; at: number } {
  const { pack, at } = chunkAt(vault.list.chunks, place)
  return { path: packPath(folder, pack), at: at * 104 }
}

function spoil(path: string, at = 60): void {
  tamper(path, (bytes) => flipped(bytes, at))
}

/** Spoils the chunk that only the last generation has. */
function spoilImage(): void {
  const { path, at } = placeOf(4)
  spoil(path, at + 30)
}

/** Where frame n of a journal begins: 57 clear bytes, a content of 17, a tag of 16. */
const frameAt = (n: number) => 130 + n * (57 + 17 + 16)

function find(asked = unlocking()) {
  const before = host.files.all()
  const found = attempt(() => finish(findWhole(host.ports, asked)))
  expect(changesSince(before, host)).toEqual([])
  expect(heldBy(host)).toEqual(nothing)
  return found.ok ? found.value : found
}

/** Falls back, and opens what it gives. */
function fall(asked = unlocking()) {
  const before = host.files.all()
  const fallen = attempt(() => finish(fallBack(host.ports, asked)))
  expect(heldBy(host)).toEqual(nothing)
  if (!fallen.ok || !fallen.value.ok) return { failure: fallen, before }
  return { fallen: fallen.value.value, opened: open(host), before }
}

/** Every file but the lock, which has no meaning once its engine is gone. */
function filesNow(): Map<string, Uint8Array> {
  const files = host.files.all()
  for (const name of ['lock', 'lock.stale']) files.delete(`${folder}/${name}`)
  return files
}

describe('a damaged image', () => {
  test('is left for the one before, with everything saved until it was made', () => {
    spoilImage()
    const state = { id: expect.any(String), generation: 2, sequence: 4, savedAt: minuteOf(4), missing: 3 }
    expect(find()).toEqual(ok(state))
    const { fallen, opened, before } = fall()
    expect(fallen).toEqual({ ...state, aside: 'aside/0004' })
    expect(opened?.vault.header).toMatchObject({ generation: 4, slots: vault.header.slots })
    expect(opened && fillsOf(imageOf(opened.vault))).toEqual([1, 2, 3, 4, 2])
    expect(opened && contentsOf(opened)).toEqual([3, 4])
    expect(opened?.transactions.map(({ sequence }) => sequence)).toEqual([3, 4])
    expect(opened).toMatchObject({ closedCleanly: true, torn: false })
    expect(opened?.vault.journal.sequence).toBe(4)
    const now = host.files.all()
    for (const [path, bytes] of setAside(before, 'aside/0004')) expect(now.get(path)).toEqual(bytes)
    for (const [path, bytes] of before) if (!path.endsWith('/lock')) expect(now.get(path)).toEqual(bytes)
  })

  test('and one before too: the third', () => {
    spoilImage()
    spoil(manifestPath(folder, 2))
    expect(find()).toMatchObject(ok({ generation: 1, sequence: 2, savedAt: minuteOf(2), missing: 5 }))
    const { opened } = fall()
    expect(opened && fillsOf(imageOf(opened.vault))).toEqual([1, 2, 3, 4, 5])
    expect(opened && contentsOf(opened)).toEqual([1, 2])
  })

  test('in what every generation shares: nothing is whole', () => {
    const { path, at } = placeOf(0)
    spoil(path, at + 30)
    expect(find()).toEqual(failed('nothing-whole'))
    const { failure, before } = fall()
    expect(failure).toEqual(ok(failed('nothing-whole')))
    before.delete(`${folder}/lock`)
    expect(filesNow()).toEqual(before)
  })

  test('in a pack that is gone', () => {
    tamper(placeOf(4).path, () => null)
    expect(find()).toMatchObject(ok({ generation: 2, sequence: 4, missing: 3 }))
  })

  test('without the slot a coordinator was given since: she keeps it', () => {
    const coordinator = {
      role: 'coordinator',
      secret: new TextEncoder().encode('une autre'),
      costs: cheapCosts,
    } as const
    host = hostOn()
    image = imageOfChunks(5)
    vault = makeVault(host, image)
    save(1)
    const slots = finish(withSlot(vault, coordinator))
    checkpoint(vault, image, { sequence: 1, savedAt: minuteOf(1), slots })
    host = hostOn(host.files.fork())
    spoilImage()
    const { fallen } = fall(unlocking('coordinator', coordinator.secret))
    expect(fallen).toMatchObject({ generation: 1, sequence: 1, missing: 0 })
    expect(open(host, 'coordinator', coordinator.secret).vault.role).toBe('coordinator')
  })
})

describe('a damaged manifest', () => {
  test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['in clear', (bytes: Uint8Array) => flipped(bytes, 60)],
    ['in its magic', (bytes: Uint8Array) => flipped(bytes, 0)],
    ['in its list', (bytes: Uint8Array) => flipped(bytes, bytes.length - 1)],
    ['emptied', () => new Uint8Array()],
    ['of another generation', () => host.files.contents(manifestPath(folder, 2))],
  ])('%s: its journal still tells what is missing', (_, change) => {
    tamper(manifestPath(folder, 3), change)
    expect(find()).toMatchObject(ok({ generation: 2, sequence: 4, savedAt: minuteOf(4), missing: 3 }))
    expect(fall().opened?.vault.header.generation).toBe(4)
  })

  test('tells what is missing, where no journal does', () => {
    spoilImage()
    tamper(journalPath(folder, 3), () => null)
    tamper(journalPath(folder, 2), () => new Uint8Array())
    expect(find()).toMatchObject(ok({ generation: 2, sequence: 2, missing: 2 }))
  })

  test('that is gone: the number of its journal is not used again', () => {
    tamper(manifestPath(folder, 3), () => null)
    expect(fall()).toMatchObject({ fallen: { sequence: 4, missing: 3, aside: 'aside/0004' } })
  })

  test('of a newer format is not one: the newer program is to be asked', () => {
    tamper(manifestPath(folder, 3), (bytes) => bytes.with(8, 2))
    expect(find()).toEqual(failed('vault-too-new'))
  })

  test('of an older generation is passed over, whatever its format', () => {
    spoilImage()
    tamper(manifestPath(folder, 2), (bytes) => bytes.with(8, 2))
    expect(find()).toMatchObject(ok({ generation: 1, sequence: 2, missing: 5 }))
  })

  test('of every generation: no key can be tried', () => {
    for (const generation of [1, 2, 3]) spoil(manifestPath(folder, generation))
    expect(find()).toEqual(failed('vault-damaged'))
  })
})

describe('a damaged journal', () => {
  test.each([0, 1])('from frame %i on: what comes before is kept', (frame) => {
    spoil(journalPath(folder, 3), frameAt(frame) + 60)
    const sequence = 4 + frame
    const savedAt = minuteOf(sequence)
    expect(find()).toMatchObject(ok({ generation: 3, sequence, savedAt, missing: 3 - frame }))
    const { fallen, opened } = fall()
    expect(fallen).toMatchObject({ aside: 'aside/0004' })
    expect(opened && fillsOf(imageOf(opened.vault))).toEqual([1, 2, 3, 4, 4])
    expect(opened && contentsOf(opened)).toEqual([5, 6].slice(0, frame))
  })

  test('whose frames are in another order: up to the first that does not follow', () => {
    const frame = (bytes: Uint8Array, n: number) => bytes.slice(frameAt(n), frameAt(n + 1))
    tamper(journalPath(folder, 3), (bytes) => {
      const changed = bytes.slice()
      changed.set(frame(bytes, 2), frameAt(1))
      changed.set(frame(bytes, 1), frameAt(2))
      return changed
    })
    expect(find()).toMatchObject(ok({ generation: 3, sequence: 5, missing: 2 }))
  })

  test.each<[string, (bytes: Uint8Array) => Uint8Array | null]>([
    ['gone', () => null],
    ['without its magic', (bytes: Uint8Array) => flipped(bytes, 0)],
    ['of another format', (bytes: Uint8Array) => flipped(bytes, 8)],
    ['with a header changed', (bytes: Uint8Array) => flipped(bytes, 70)],
    ['of another generation', () => host.files.contents(journalPath(folder, 2))],
    ['cut in its header', (bytes: Uint8Array) => bytes.subarray(0, 100)],
  ])('%s: the image alone', (_, change) => {
    tamper(journalPath(folder, 3), change)
    expect(find()).toMatchObject(ok({ generation: 3, sequence: 4, savedAt: minuteOf(4) }))
    const { opened } = fall()
    expect(opened && fillsOf(imageOf(opened.vault))).toEqual([1, 2, 3, 4, 4])
    expect(opened?.transactions).toEqual([])
  })

  test('of a generation already followed by another is read up to what says so', () => {
    spoilImage()
    tamper(journalPath(folder, 3), () => null)
    expect(find()).toMatchObject(ok({ generation: 2, sequence: 4, missing: 0 }))
  })

  test('of more than a step: the new one has the room it needs', () => {
    for (let n = 0; n < 6; n++) save(8)
    host = hostOn(disk.fork())
    spoil(journalPath(folder, 3), frameAt(7) + 60)
    const { opened } = fall()
    expect(opened && contentsOf(opened)).toEqual([5, 6, 7, 8, 8, 8, 8])
    expect(host.files.contents(journalPath(folder, 4))).toHaveLength(130 + 2 * 512)
  })
})

describe('nothing is offered', () => {
  test('where nothing is damaged', () => {
    expect(find()).toEqual(failed('vault-whole'))
    const { failure } = fall()
    expect(failure).toEqual(ok(failed('vault-whole')))
    expect(open(host).vault.journal.sequence).toBe(7)
  })

  test('where the last write alone was cut short', () => {
    spoil(journalPath(folder, 3), frameAt(2) + 60)
    expect(find()).toEqual(failed('vault-whole'))
  })

  test('to a wrong passphrase', () => {
    spoilImage()
    const wrong = unlocking('worker', secrets.coordinator)
    expect(find(wrong)).toEqual(failed('wrong-passphrase'))
    expect(fall(wrong).failure).toEqual(failed('wrong-passphrase'))
    expect(host.files.list(folder)).not.toContain('lock')
  })

  test('where the disk does not answer', () => {
    spoilImage()
    const { files } = host
    for (const [silent, code] of [
      ['0003.manifest', 'unreadable'],
      ['packs/', 'unreadable'],
      ['0003.journal', 'no-permission'],
    ] as const) {
      const open: typeof files.open = (path, mode) => {
        if (path.includes(silent)) throw new FileFault(code)
        return files.open(path, mode)
      }
      host.ports.files = { ...files, open }
      expect(find()).toEqual(failed(code === 'unreadable' ? 'disk-unreadable' : code))
    }
  })

  test('while another engine has the vault open', () => {
    spoilImage()
    host.files.tamper(`${folder}/lock`, encodeMark(host.ports.processes.self()))
    host.ports.processes = { ...host.ports.processes, isAlive: () => true }
    expect(find()).toEqual(failed('vault-in-use'))
    expect(fall().failure).toEqual(failed('vault-in-use'))
  })

  test('of what a purge cut short was removing', () => {
    host = hostOn()
    image = imageOfChunks(5)
    vault = makeVault(host, image)
    save(1)
    host.files.refuse = ({ kind }) => (kind === 'remove-file' ? 'no-permission' : null)
    checkpoint(vault, image, { sequence: 1, savedAt: minuteOf(1), purge: true })
    host = hostOn(host.files.fork())
    expect(host.files.list(folder)).toContain('0001.manifest')
    spoilImage()
    expect(find()).toEqual(failed('nothing-whole'))
  })
})

describe('falling back', () => {
  beforeEach(spoilImage)

  test('reads all, then copies all, a few pieces a step', () => {
    const told = [...fallBack(host.ports, unlocking())]
    expect(told.length).toBeGreaterThan(10)
    expect(told.every(({ done, total }) => done <= total)).toBe(true)
  })

  test('given up at any step, leaves everything as it was', () => {
    const before = filesNow()
    for (let steps = 0; ; steps += 3) {
      const act = fallBack(host.ports, unlocking())
      let isOver = false
      for (let n = 0; n <= steps && !isOver; n++) isOver = act.next().done === true
      if (isOver) break
      act.return(undefined as never)
      expect(filesNow()).toEqual(before)
      expect(heldBy(host)).toEqual(nothing)
    }
    expect(open(host).vault.header.generation).toBe(4)
  })

  test('refused by the disk at any call, leaves the vault as it was, or fallen back', () => {
    const start = host.files.fork()
    for (let refused = 0; ; refused++) {
      host = hostOn(start.fork())
      let calls = 0
      host.files.refuse = () => (calls++ === refused ? 'unwritable' : null)
      const outcome = attempt(() => finish(fallBack(host.ports, unlocking())))
      host.files.refuse = () => null
      if (outcome.ok) break
      expect(outcome.failure).toBe('write-failed')
      expect(heldBy(host)).toEqual(nothing)
      expect(changesSince(start.all(), host)).toEqual([])
      const isDone = host.files.all().has(manifestPath(folder, 4))
      const more = [...filesNow().keys()].filter((path) => !start.all().has(path))
      if (!isDone && !more.includes(`${manifestPath(folder, 4)}.tmp`)) expect(more).toEqual([])
      expect(find()).toMatchObject(isDone ? failed('vault-whole') : ok({ generation: 2, sequence: 4 }))
    }
  })

  test('on a full disk, leaves nothing', () => {
    const before = filesNow()
    host.files.capacity = [...host.files.all().values()].reduce((sum, { length }) => sum + length, 0) + 1500
    expect(fall().failure).toEqual(failed('disk-full'))
    expect(filesNow()).toEqual(before)
  })

  test('syncs everything before it counts', () => {
    finish(fallBack(host.ports, unlocking()))
    const { operations } = host.files
    const counting = operations.findIndex(
      ({ kind, path }) => kind === 'rename' && path.endsWith('manifest.tmp'),
    )
    const pending = unsynced(operations.slice(0, counting)).map((at) => operations[at]?.path)
    // a lock has no meaning after a power loss
    expect(new Set(pending)).toEqual(new Set([`${folder}/lock`]))
    expect(unsynced(operations).map((at) => operations[at]?.path)).not.toContain(
      `${manifestPath(folder, 4)}.tmp`,
    )
  })

  test('a copy that does not read back as it was written is refused', () => {
    const { files } = host
    const open: typeof files.open = (path, mode) => {
      const file = files.open(path, mode)
      if (!path.includes('/aside/') || mode !== 'create') return file
      return { ...file, write: (offset, bytes) => file.write(offset, flipped(bytes, 0)) }
    }
    host.ports.files = { ...files, open }
    expect(fall().failure).toEqual(failed('vault-damaged'))
    expect(host.files.list(`${folder}/aside`)).toEqual([])
  })

  test('again, once the new state is damaged in its turn: both copies stay', () => {
    const first = fall()
    if (first.opened) releaseVault(first.opened.vault)
    spoil(manifestPath(folder, 4))
    const second = fall()
    expect(second.fallen).toMatchObject({ generation: 2, sequence: 4, missing: 3, aside: 'aside/0005' })
    expect(host.files.list(`${folder}/aside`).sort()).toEqual(['0004', '0005'])
  })

  test('what an attempt cut short had copied is copied anew', () => {
    host.files.makeFolder(`${folder}/aside`)
    for (const name of ['0004', '0004.tmp']) {
      host.files.makeFolder(`${folder}/aside/${name}`)
      host.files.tamper(`${folder}/aside/${name}/0001.manifest`, Uint8Array.of(1))
    }
    expect(fall().fallen).toMatchObject({ aside: 'aside/0004' })
    expect(host.files.list(`${folder}/aside`)).toEqual(['0004'])
    expect(host.files.contents(`${folder}/aside/0004/0001.manifest`)).toEqual(
      host.files.contents(manifestPath(folder, 1)),
    )
  })

  test('what is set aside goes with what a purge removes, and not before', () => {
    const { opened } = fall()
    if (!opened) throw new Error('not fallen back')
    const again = imageOf(opened.vault)
    const saved = { sequence: opened.vault.journal.sequence, savedAt: null }
    host.files.tamper(`${folder}/aside/à moi`, Uint8Array.of(1))
    expect(checkpoint(opened.vault, again, saved).leftBehind).toBe(0)
    expect(host.files.list(`${folder}/aside`).sort()).toEqual(['0004', 'à moi'])
    checkpoint(opened.vault, again, { ...saved, purge: true })
    expect(host.files.list(`${folder}/aside`)).toEqual(['à moi'])
  })

  test('what a purge cut short left aside is removed at the next opening', () => {
    const { opened } = fall()
    if (!opened) throw new Error('not fallen back')
    const saved = { sequence: opened.vault.journal.sequence, savedAt: null, purge: true }
    host.files.refuse = ({ kind, path }) =>
      kind === 'remove-file' && path.includes('aside') ? 'no-permission' : null
    expect(checkpoint(opened.vault, imageOf(opened.vault), saved).leftBehind).toBe(1)
    host.files.refuse = () => null
    releaseVault(opened.vault)
    finishPurge(open(host).vault)
    expect(host.files.list(`${folder}/aside`)).toEqual([])
  })
})
