import { beforeEach, describe, expect, test } from 'vitest'
import { failed } from '../result.ts'
import { finish } from '../steps.ts'
import { backUp, restore } from './backup.ts'
import { concat, u16, u32, u64 } from './bytes.ts'
import { checkpoint } from './checkpoint.ts'
import { attempt } from './fault.ts'
import type { Image } from './image.ts'
import { imageOf, type Vault } from './vault.ts'
import {
  fillChunk,
  folder,
  heldBy,
  hostOn,
  imageOfChunks,
  makeVault,
  nothing,
  open,
  readAgain,
  secrets,
  unlocking,
  type Host,
} from './testing/host.ts'
import { longest } from './whole-files.ts'
import { unsynced } from './testing/power-loss.ts'
import { failureIn, flipped } from './testing/sample.ts'

const copy = '/copie.filigrane'
const elsewhere = '/retrouvé'
const saved = { sequence: 3, savedAt: '2026-11-24T14:32' }
const fills = [1, 2, 30, 4, 5, 6, 7]
/** Magic 8, version 2, vault id 16, generation 8, manifest length 4, count 4, hash 32; then two hashes. */
const fieldsLength = 74
const headerLength = fieldsLength + 64

let host: Host
let image: Image
let vault: Vault

/** Seven chunks in four packs, one of which has places the image no longer needs. */
function prepare(): void {
  host = hostOn()
  image = imageOfChunks(7)
  vault = makeVault(host, image)
  fillChunk(image, 2, 30)
  checkpoint(vault, image, saved)
}
beforeEach(prepare)

const elsewhereUnlocking = { ...unlocking(), folder: elsewhere }

/** Restores a copy on a disk of its own. */
function restored(bytes: Uint8Array, secret = secrets.worker) {
  const on = hostOn()
  on.files.tamper(copy, bytes)
  const outcome = attempt(() => finish(restore(on.ports, copy, unlocking('worker', secret))))
  expect(heldBy(on)).toEqual(nothing)
  if (!outcome.ok) expect([...on.files.all().keys()]).toEqual([copy])
  return { outcome, on }
}

function madeCopy(): Uint8Array {
  finish(backUp(vault, copy))
  return host.files.contents(copy)
}

const report = { generation: 2, sequence: 3, savedAt: '2026-11-24T14:32', chunks: 7 }

test('a copy is one file, of the bytes of the format, and says what it holds', () => {
  expect(finish(backUp(vault, copy))).toEqual({ ...report, vaultId: vault.header.vaultId })
  const bytes = host.files.contents(copy)
  const manifest = host.files.contents(`${folder}/0002.manifest`)
  const { crypto } = host.ports
  const fields = concat([
    new TextEncoder().encode('FILIGRAB'),
    u16(1),
    vault.header.vaultId,
    u64(2),
    u32(manifest.length),
    u32(7),
    crypto.hash(manifest),
  ])
  const header = concat([fields, crypto.hash(fields), crypto.hash(fields, vault.keys.backup), manifest])
  expect(bytes.subarray(0, header.length)).toEqual(header)
  expect(bytes.length).toBe(header.length + 7 * 104)
  expect(host.files.all().has(`${copy}.tmp`)).toBe(false)
  expect(host.files.held()).toEqual([`${folder}/0002.journal`])
})

test('it restores to a vault like the one it was made of, with its secrets, which goes on', () => {
  const { outcome, on } = restored(madeCopy())
  expect(outcome).toEqual({ ok: true, value: { ...report, vaultId: vault.header.vaultId } })
  expect(readAgain(on)).toEqual({ fills, generation: 2, sequence: 3 })
  const recovered = open(on, 'recovery').vault
  recovered.journal.append('transaction', Uint8Array.of(1))
  const again = imageOf(recovered)
  fillChunk(again, 0, 99)
  checkpoint(recovered, again, { ...saved, sequence: 4 })
  expect(readAgain(on)).toEqual({ fills: fills.with(0, 99), generation: 3, sequence: 4 })
  expect(on.files.list(folder)).toContain('ballast')
})

test('a place the image no longer needed is empty in the restored pack, and the others are as they were', () => {
  const { on } = restored(madeCopy())
  const packs = host.files.list(`${folder}/packs`)
  expect(on.files.list(`${folder}/packs`).sort()).toEqual(packs.sort())
  const differing = packs.filter((name) => {
    const [one, other] = [host, on].map(({ files }) => files.contents(`${folder}/packs/${name}`))
    return one?.join() !== other?.join()
  })
  expect(differing).toHaveLength(1)
  expect(on.files.contents(`${folder}/packs/${differing[0]}`).subarray(208)).toEqual(new Uint8Array())
})

test('what is saved and checkpointed meanwhile takes nothing from the copy', () => {
  const act = backUp(vault, copy)
  act.next()
  for (let n = 0; n < 5; n++) {
    for (let place = 0; place < 7; place++) fillChunk(image, place, 100 + n)
    checkpoint(vault, image, saved)
  }
  expect(finish(act)).toMatchObject({ generation: 2 })
  expect(vault.spared.size).toBe(0)
  expect(readAgain(restored(host.files.contents(copy)).on).fills).toEqual(fills)
})

test('a manifest longer than any is damage, and is not read, whatever hash says it is intact', () => {
  const bytes = madeCopy()
  const fields = bytes.slice(0, fieldsLength)
  new DataView(fields.buffer).setUint32(34, longest.manifest + 1, true)
  new DataView(fields.buffer).setUint32(38, 0, true)
  const header = concat([fields, host.ports.crypto.hash(fields), new Uint8Array(32)])
  const on = hostOn()
  on.files.tamper(copy, header)
  const { files } = on.ports
  const openFile: typeof files.open = (path, mode) => {
    const file = files.open(path, mode)
    const read = (offset: number, length: number) => {
      if (offset > 0) throw new TypeError('read into memory')
      return file.read(offset, length)
    }
    return { ...file, size: () => headerLength + longest.manifest + 1, read }
  }
  const ports = { ...on.ports, files: { ...files, open: openFile } }
  expect(failureIn(() => finish(restore(ports, copy, unlocking())))).toBe('vault-damaged')
})

test('a coordinator restores it with her own key, and no key is left', () => {
  host = hostOn()
  vault = makeVault(host, imageOfChunks(2), ['coordinator'])
  const on = hostOn()
  on.files.tamper(copy, madeCopy())
  finish(restore(on.ports, copy, unlocking('coordinator')))
  expect(on.keysHeld()).toBe(0)
  expect(readAgain(on).fills).toEqual([1, 2])
})

test('a copy replaces the one before it', () => {
  host.files.tamper(copy, Uint8Array.of(1))
  host.files.tamper(`${copy}.tmp`, new Uint8Array(10_000).fill(9))
  expect(restored(madeCopy()).outcome.ok).toBe(true)
})

test('it says how far it is: written, then read back, two chunks at a time', () => {
  const steps = [2, 4, 6, 7, 9, 11, 13, 14]
  expect([...backUp(vault, copy)]).toEqual(steps.map((done) => ({ done, total: 14 })))
  const on = hostOn()
  on.files.tamper(copy, host.files.contents(copy))
  const progress = [...restore(on.ports, copy, elsewhereUnlocking)]
  expect(progress.at(-1)).toEqual({ done: 7, total: 7 })
  expect(progress.every(({ done }, at) => done - (progress[at - 1]?.done ?? 0) <= 2)).toBe(true)
})

test('it is on the disk before it has its name, and its name before it is answered', () => {
  const since = host.files.operations.length
  madeCopy()
  const operations = host.files.operations.slice(since)
  const named = operations.findIndex(({ kind }) => kind === 'rename')
  // the temporary name may be lost with the renaming: the copy before it then stays
  expect(unsynced(operations.slice(0, named)).map((at) => operations[at]?.kind)).toEqual(['make-file'])
  expect(unsynced(operations)).toEqual([])

  const on = hostOn()
  on.files.tamper(copy, host.files.contents(copy))
  finish(restore(on.ports, copy, elsewhereUnlocking))
  const restoring = on.files.operations
  const finished = restoring.findIndex(({ kind }) => kind === 'rename')
  expect(unsynced(restoring.slice(0, finished)).map((at) => restoring[at])).toEqual([
    { kind: 'make-folder', path: `${elsewhere}.creating` },
  ])
  expect(unsynced(restoring)).toEqual([])
})

describe('reading back', () => {
  /** The disk changes what is written at an offset or after. */
  function lyingFrom(offset: number) {
    const { files } = host
    const open = (path: string, mode: Parameters<typeof files.open>[1]) => {
      const file = files.open(path, mode)
      if (path !== `${copy}.tmp`) return file
      const write = (at: number, bytes: Uint8Array) =>
        file.write(at, at + bytes.length > offset && at <= offset ? flipped(bytes, offset - at) : bytes)
      return { ...file, write }
    }
    return { ...vault, ports: { ...vault.ports, files: { ...files, open } } }
  }

  test.each([
    ['its header', 30],
    ['its manifest', headerLength + 5],
    ['its last chunk', -1],
  ])('tells a copy that is not what was written: %s', (_, at) => {
    const length = headerLength + host.files.contents(`${folder}/0002.manifest`).length + 7 * 104
    const files = [...host.files.all().keys()]
    const outcome = attempt(() => finish(backUp(lyingFrom(at < 0 ? length + at : at), copy)))
    expect(outcome).toEqual(failed('vault-damaged'))
    expect([...host.files.all().keys()]).toEqual(files)
    expect(vault.spared.size).toBe(0)
  })

  test('tells a manifest that changed under another right header', () => {
    const manifest = `${folder}/0002.manifest`
    const { files } = host
    let reads = 0
    const open = (path: string, mode: Parameters<typeof files.open>[1]) => {
      const file = files.open(path, mode)
      if (path !== `${copy}.tmp`) return file
      // a disk that gives back another copy, sound in itself
      const other = hostOn()
      const otherVault = makeVault(other, imageOfChunks(7))
      finish(backUp(otherVault, copy))
      const theirs = other.files.contents(copy)
      return {
        ...file,
        size: () => theirs.length,
        read: (at: number, n: number) => (reads++, theirs.slice(at, at + n)),
      }
    }
    const lied = { ...vault, ports: { ...vault.ports, files: { ...files, open } } }
    expect(attempt(() => finish(backUp(lied, copy)))).toEqual(failed('vault-damaged'))
    expect(reads).toBeGreaterThan(0)
    expect(files.all().has(manifest)).toBe(true)
  })

  test('tells a chunk that was damaged before it was copied', () => {
    const [pack = ''] = host.files.list(`${folder}/packs`)
    const path = `${folder}/packs/${pack}`
    host.files.tamper(path, flipped(host.files.contents(path), 50))
    expect(attempt(() => finish(backUp(vault, copy)))).toEqual(failed('vault-damaged'))
    expect(host.files.all().has(copy)).toBe(false)
  })
})

describe('given up or refused', () => {
  test('at any step, a copy leaves no file and spares no pack', () => {
    for (let given = 1; given <= 8; given++) {
      prepare()
      const files = [...host.files.all().keys()]
      const act = backUp(vault, copy)
      for (let n = 0; n < given; n++) act.next()
      expect(vault.spared.size).toBe(vault.list.chunks.packs.length)
      act.return(undefined as never)
      expect([...host.files.all().keys()]).toEqual(files)
      expect(vault.spared.size).toBe(0)
      expect(host.files.held()).toEqual([`${folder}/0002.journal`])
    }
  })

  test('at any step, a restore leaves no file and no key', () => {
    const bytes = madeCopy()
    for (let given = 1; given <= 4; given++) {
      const on = hostOn()
      on.files.tamper(copy, bytes)
      const act = restore(on.ports, copy, elsewhereUnlocking)
      for (let n = 0; n < given; n++) act.next()
      expect(on.keysHeld()).toBeGreaterThan(0)
      act.return(undefined as never)
      expect([[...on.files.all().keys()], on.files.list(''), on.keysHeld(), on.files.held()]).toEqual([
        [copy],
        ['copie.filigrane'],
        0,
        [],
      ])
    }
  })

  test('by the disk, at any operation, a restore leaves nothing or a whole vault', () => {
    const bytes = madeCopy()
    const whole = restored(bytes).on.files.operations.length
    for (let at = 0; at < whole; at++) {
      const on = hostOn()
      on.files.tamper(copy, bytes)
      on.files.refuse = (_, n) => {
        if (n !== at) return null
        on.files.refuse = () => null
        return 'disk-full'
      }
      const outcome = attempt(() => finish(restore(on.ports, copy, unlocking())))
      expect(outcome).toEqual(failed('disk-full'))
      expect(heldBy(on)).toEqual(nothing)
      const left = on.files.list('').filter((name) => `/${name}` !== copy)
      if (left.length > 0) expect([left, readAgain(on).fills]).toEqual([['carnet'], fills])
    }
  })
})

describe('refused, leaving nothing', () => {
  let bytes: Uint8Array
  beforeEach(() => {
    bytes = madeCopy()
  })

  test('another secret', () => {
    expect(restored(bytes, secrets.recovery).outcome).toEqual(failed('wrong-passphrase'))
  })

  test('another kind of file, or none', () => {
    expect(restored(new Uint8Array()).outcome).toEqual(failed('not-a-vault'))
    expect(restored(bytes.subarray(0, 7)).outcome).toEqual(failed('not-a-vault'))
    expect(restored(flipped(bytes, 7)).outcome).toEqual(failed('not-a-vault'))
    expect(attempt(() => finish(restore(hostOn().ports, copy, elsewhereUnlocking)))).toEqual(
      failed('vault-damaged'),
    )
  })

  test('a newer format, and one that never was', () => {
    expect(restored(bytes.with(8, 2)).outcome).toEqual(failed('vault-too-new'))
    expect(restored(bytes.with(8, 0)).outcome).toEqual(failed('vault-damaged'))
  })

  test('any length but its own', () => {
    for (let length = 8; length < bytes.length; length += 7)
      expect(restored(bytes.subarray(0, length)).outcome).toEqual(failed('vault-damaged'))
    expect(restored(concat([bytes, new Uint8Array(1)])).outcome).toEqual(failed('vault-damaged'))
  })

  test('any bit changed, of its header and of its chunks', () => {
    for (let at = 10; at < bytes.length; at += at < headerLength ? 1 : 11)
      expect(restored(flipped(bytes, at, 1 << (at % 8))).outcome).toEqual(failed('vault-damaged'))
  })

  test('a place that is taken', () => {
    host.files.tamper(`${elsewhere}/quelque chose`, null)
    expect(failureIn(() => finish(restore(host.ports, copy, unlocking())))).toBe('already-exists')
    expect(readAgain(host).fills).toEqual(fills)
  })

  /** Whoever has the key can write any header; it must still say the same as the manifest. */
  function forged(change: (fields: Uint8Array) => Uint8Array, more = 0): Uint8Array {
    const { crypto } = host.ports
    const fields = change(bytes.slice(0, fieldsLength))
    return concat([
      fields,
      crypto.hash(fields),
      crypto.hash(fields, vault.keys.backup),
      bytes.subarray(headerLength),
      new Uint8Array(more * 104),
    ])
  }

  test('a header that does not say what its manifest does, though its keys are right', () => {
    expect(restored(forged((fields) => fields)).outcome.ok).toBe(true)
    expect(restored(forged((fields) => fields.with(8, 0))).outcome).toEqual(failed('vault-damaged'))
    expect(restored(forged((fields) => flipped(fields, 12))).outcome).toEqual(failed('vault-damaged'))
    expect(restored(forged((fields) => flipped(fields, 26))).outcome).toEqual(failed('vault-damaged'))
    expect(restored(forged((fields) => fields.with(38, 8), 1)).outcome).toEqual(failed('vault-damaged'))
  })
})
