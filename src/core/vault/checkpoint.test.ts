import { beforeEach, describe, expect, test } from 'vitest'
import { failed } from '../result.ts'
import { finish } from '../steps.ts'
import { checkpoint, checkpointSlowly } from './checkpoint.ts'
import { attempt } from './fault.ts'
import type { Image } from './image.ts'
import { openVault } from './open.ts'
import type { Vault } from './vault.ts'
import {
  fillChunk,
  fillsOf,
  folder,
  hostOn,
  makeChangedVault,
  open,
  pathsOn,
  readAgain,
  unlocking,
  watchedImage,
  type Host,
} from './testing/host.ts'
import type { Operation } from './testing/memory-files.ts'
import { unsynced } from './testing/power-loss.ts'
import { failureIn } from './testing/sample.ts'

let host: Host
let image: Image
let vault: Vault
function prepare(): void {
  ;({ host, image, vault } = makeChangedVault())
}
beforeEach(prepare)
const { saved, before, after } = makeChangedVault()

/** What a function does to the packs: how many of each kind of operation. */
function packOperations(act: () => void): Record<string, number> {
  const since = host.files.operations.length
  act()
  const counts: Record<string, number> = {}
  for (const { kind, path } of host.files.operations.slice(since))
    if (path.includes('/packs/')) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

describe('a checkpoint', () => {
  test('writes what changed and nothing else, at once, and is the next generation', () => {
    const counts = packOperations(() =>
      expect(checkpoint(vault, image, saved)).toEqual({
        generation: 2,
        chunksWritten: 2,
        removed: 0,
        leftBehind: 0,
      }),
    )
    expect(counts).toEqual({ 'make-file': 1, write: 1, sync: 1 })
    expect(image.dirty()).toEqual([])
    expect(vault.header.generation).toBe(2)
    expect(vault.list).toMatchObject({ sequence: 1, savedAt: '2026-11-24T14:32', oldest: 1 })
    expect(vault.known.get(2)).toEqual(vault.list.chunks.packs)
    expect(vault.spared.size).toBe(0)
    expect(readAgain(host)).toEqual(after)
    expect(fillsOf(image)).toEqual(after.fills)
    expect(pathsOn(host).filter((path) => path.endsWith('.tmp'))).toEqual([])
    expect(host.files.held()).toEqual([`${folder}/0002.journal`])
  })

  test('cuts what is long into several packs', () => {
    for (let place = 0; place < 7; place++) fillChunk(image, place, 100 + place)
    const counts = packOperations(() => checkpoint(vault, image, saved))
    expect(counts).toEqual({ 'make-file': 3, write: 5, sync: 3 })
    expect(readAgain(host).fills).toEqual([100, 101, 102, 103, 104, 105, 106])
  })

  test('of nothing new writes no pack, and still counts', () => {
    checkpoint(vault, image, saved)
    expect(packOperations(() => checkpoint(vault, image, saved))).toEqual({})
    expect(readAgain(host)).toEqual({ ...after, generation: 3 })
  })

  test('reads chunks again from where they now are', () => {
    const watched = watchedImage(image)
    checkpoint(vault, watched, saved)
    expect([watched.reload(2)[0], watched.reload(3)[0]]).toEqual([30, 4])
    const { vault: next } = open(hostOn(host.files.fork()))
    expect(next.list.chunks).toEqual(vault.list.chunks)
    vault.journal.append('transaction', Uint8Array.of(2))
    expect(readAgain(host).sequence).toBe(2)
  })

  test('keeps the slots, or takes those it is given', () => {
    checkpoint(vault, image, saved)
    expect(vault.header.slots).toHaveLength(2)
    checkpoint(vault, image, { ...saved, slots: vault.header.slots.slice(0, 1) })
    expect(open(hostOn(host.files.fork())).vault.header.slots).toHaveLength(1)
  })

  test('tells whoever finds the older journal alone that files are missing', () => {
    checkpoint(vault, image, saved)
    for (const name of ['0002.manifest', '0002.journal']) host.files.tamper(`${folder}/${name}`, null)
    expect(failureIn(() => open(hostOn(host.files)))).toBe('vault-damaged')
  })

  test('leaves nothing unsynced when its manifest gets its name, nor when it is answered', () => {
    const since = host.files.operations.length
    checkpoint(vault, image, saved)
    const operations = host.files.operations.slice(since)
    const named = operations.findIndex(({ kind, path }) => kind === 'rename' && path.includes('.manifest'))
    expect(unsynced(operations.slice(0, named))).toEqual([])
    const left = unsynced(operations).map((at) => operations[at])
    expect(left).toEqual([])
  })

  test('does without telling, when the older journal cannot be written to any more', () => {
    let isNamed = false
    host.files.refuse = ({ kind, path }) => {
      isNamed ||= kind === 'rename' && path.includes('.manifest')
      return isNamed && path.endsWith('0001.journal') ? 'unwritable' : null
    }
    expect(checkpoint(vault, image, saved).generation).toBe(2)
    expect(readAgain(host)).toEqual(after)
    expect(host.files.held()).toEqual([`${folder}/0002.journal`])
  })

  test('reads back what it wrote: a disk that lies is told, and the vault is as it was', () => {
    const { ports } = vault
    const lying = {
      ...ports.files,
      open(path: string, mode: Parameters<typeof ports.files.open>[1]) {
        const file = ports.files.open(path, mode)
        if (!path.includes('/packs/')) return file
        return { ...file, write: (at: number, bytes: Uint8Array) => file.write(at, bytes.with(70, 0)) }
      },
    }
    const lied = { ...vault, ports: { ...ports, files: lying } }
    expect(failureIn(() => checkpoint(lied, image, saved))).toBe('vault-damaged')
    expect(readAgain(host)).toEqual(before)
  })
})

describe('a bug of the file system goes on as it is', () => {
  const fail = () => {
    throw new TypeError('a bug')
  }

  test('met while the older journal is told', () => {
    const { files } = vault.ports
    const open = (path: string, mode: Parameters<typeof files.open>[1]) => {
      const file = files.open(path, mode)
      return path.endsWith('0001.journal') ? { ...file, write: fail } : file
    }
    const { vault: on } = finish(openVault({ ...vault.ports, files: { ...files, open } }, unlocking()))
    expect(() => checkpoint(on, image, saved)).toThrow('a bug')
  })

  test('met while what was written for nothing is removed', () => {
    host.files.refuse = ({ kind }) => (kind === 'rename' ? 'disk-full' : null)
    const ports = { ...vault.ports, files: { ...vault.ports.files, removeFile: fail } }
    expect(() => checkpoint({ ...vault, ports }, image, saved)).toThrow('a bug')
  })
})

describe.each([
  ['unwritable', 'write-failed'],
  ['disk-full', 'disk-full'],
  ['no-permission', 'no-permission'],
] as const)('refused (%s) at any moment, a checkpoint', (code, failure) => {
  const isNaming = ({ kind, path }: Operation) => kind === 'rename' && path.includes('0002.manifest')

  test('loses nothing, and leaves no file unless it counts', () => {
    const first = host.files.operations.length
    checkpoint(vault, image, saved)
    const { operations } = host.files
    const naming = operations.findIndex(isNaming)
    for (let at = first; at < operations.length; at++) {
      prepare()
      const [files, keys] = [pathsOn(host), host.keysHeld()]
      host.files.refuse = (_, n) => {
        if (n !== at) return null
        host.files.refuse = () => null
        return code
      }
      const outcome = attempt(() => checkpoint(vault, image, saved))
      const found = readAgain(host)
      expect([vault.spared.size, host.keysHeld()]).toEqual([0, keys])
      if (at < naming) {
        // nothing counted: the files are those there were, and the same checkpoint can be made again
        expect(outcome).toEqual(failed(failure))
        expect([pathsOn(host), found]).toEqual([files, before])
        checkpoint(vault, image, saved)
        expect(readAgain(host)).toEqual(after)
      } else if (outcome.ok) expect(found).toEqual(after)
      else {
        expect(outcome).toEqual(failed('write-failed'))
        expect([before, after]).toContainEqual(found)
      }
    }
  })
})

test('from the renaming of its manifest on, a refusal is one after which nothing is known', () => {
  host.files.refuse = ({ kind, path }) =>
    kind === 'rename' && path.includes('.manifest') ? 'disk-full' : null
  expect(failureIn(() => checkpoint(vault, image, saved))).toBe('write-failed')
  expect(pathsOn(host)).toContain(`${folder}/0002.manifest.tmp`)
})

describe('packs stay within bounds', () => {
  const chunksHeld = () => vault.list.chunks.packs.reduce((sum, { count }) => sum + count, 0)

  test('two chunks for one of the image when nobody waits, three when somebody does', () => {
    // of three chunks written together, the next two checkpoints replace two
    const rewrite = (from: number) => {
      for (const place of [from, from + 1, from + 2]) fillChunk(image, place, from + 100)
    }
    for (let from = 0; from < 5; from++) {
      rewrite(from)
      expect(checkpoint(vault, image, saved).chunksWritten).toBe(from === 0 ? 4 : 3)
    }
    expect(chunksHeld()).toBe(15)
    for (const place of [5, 6]) fillChunk(image, place, 9)
    finish(checkpointSlowly(vault, image, () => saved))
    expect(chunksHeld()).toBeLessThanOrEqual(14)
    expect(readAgain(host).fills).toEqual([100, 101, 102, 103, 104, 9, 9])
  })

  test('whatever is written, and nothing is lost on the way', () => {
    for (let n = 0; n < 60; n++) {
      for (const place of [n % 7, (n * 3) % 7, (n * 5 + 1) % 7]) fillChunk(image, place, (n % 200) + 1)
      checkpoint(vault, image, saved)
      expect(chunksHeld()).toBeLessThanOrEqual(3 * 7)
      expect(readAgain(host).fills).toEqual(fillsOf(image))
    }
  })
})

describe('a checkpoint when nobody waits', () => {
  beforeEach(() => {
    for (let place = 0; place < 7; place++) fillChunk(image, place, 100 + place)
  })
  const fills = [100, 101, 102, 103, 104, 105, 106]

  test('goes two chunks a step, and says how far it is', () => {
    const progress = [...checkpointSlowly(vault, image, () => saved)]
    expect(progress.at(-1)).toEqual({ done: 7, total: 7 })
    expect(progress.map(({ done }) => done)).toEqual(progress.map(({ done }) => done).sort((a, b) => a - b))
    expect(new Set(progress.map(({ total }) => total))).toEqual(new Set([7]))
    expect(new Set(progress.map(({ done }) => done))).toEqual(new Set([2, 3, 5, 6, 7]))
    expect(readAgain(host)).toEqual({ fills, generation: 2, sequence: 1 })
    expect(vault.spared.size).toBe(0)
  })

  test('syncs after each step, so that none is long', () => {
    const counts = packOperations(() => finish(checkpointSlowly(vault, image, () => saved)))
    expect(counts).toEqual({ 'make-file': 3, write: 5, 'sync-data': 5, sync: 3 })
  })

  test('of no more than a step, is made at once', () => {
    checkpoint(vault, image, saved)
    for (const place of [0, 6]) fillChunk(image, place, 9)
    const counts = packOperations(() => finish(checkpointSlowly(vault, image, () => saved)))
    expect(counts).toEqual({ 'make-file': 1, write: 1, sync: 1 })
  })

  test('reads each chunk back, and once', () => {
    const { files } = vault.ports
    const reads: string[] = []
    const open = (path: string, mode: Parameters<typeof files.open>[1]) => {
      const file = files.open(path, mode)
      const read = (offset: number, length: number) => {
        if (mode === 'create') reads.push(`${path} ${offset}`)
        return file.read(offset, length)
      }
      return { ...file, read }
    }
    const on = { ...vault, ports: { ...vault.ports, files: { ...files, open } } }
    const steps = [...checkpointSlowly(on, image, () => saved)].length
    expect(reads).toHaveLength(7)
    expect(new Set(reads).size).toBe(7)
    // five writes and as many readings back, then the end
    expect(steps).toBe(11)
  })

  test('answers like the other', () => {
    const made = finish(checkpointSlowly(vault, image, () => saved))
    expect(made).toEqual({ generation: 2, chunksWritten: 7, removed: 0, leftBehind: 0 })
  })

  test('given up at any step, leaves the vault as it was, and its files', () => {
    const steps = [...checkpointSlowly(vault, image, () => saved)].length
    for (let given = 1; given < steps; given++) {
      prepare()
      for (let place = 0; place < 7; place++) fillChunk(image, place, 100 + place)
      const files = pathsOn(host)
      const act = checkpointSlowly(vault, image, () => saved)
      for (let n = 0; n < given; n++) act.next()
      act.return(undefined as never)
      expect(pathsOn(host)).toEqual(files)
      expect(host.files.held()).toEqual([`${folder}/0001.journal`])
      expect(vault.spared.size).toBe(0)
      expect(readAgain(host)).toEqual(before)
      checkpoint(vault, image, saved)
      expect(readAgain(host).fills).toEqual(fills)
    }
  })

  test('lets chunks be written meanwhile: what counts is what the image holds at the end', () => {
    const act = checkpointSlowly(vault, image, () => ({ ...saved, sequence: vault.journal.sequence }))
    for (let n = 0; act.next().done !== true; n++) {
      if (n > 5) continue
      fillChunk(image, n, 200 + n)
      vault.journal.append('transaction', Uint8Array.of(n))
      expect(readAgain(host).sequence).toBe(vault.journal.sequence)
    }
    expect(readAgain(host)).toEqual({ fills: fillsOf(image), generation: 2, sequence: 7 })
  })

  test('begins again when another was made meanwhile, and keeps nothing of what it had written', () => {
    const act = checkpointSlowly(vault, image, () => saved)
    act.next()
    act.next()
    checkpoint(vault, image, saved)
    fillChunk(image, 1, 9)
    expect(finish(act)).toMatchObject({ generation: 3, chunksWritten: 1 })
    expect(readAgain(host).fills).toEqual(fills.with(1, 9))
    const packs = new Set(vault.list.chunks.packs.map(({ name }) => name))
    for (const packsThen of vault.known.values()) for (const { name } of packsThen) packs.add(name)
    expect(new Set(host.files.list(`${folder}/packs`))).toEqual(packs)
  })

  test('its packs are spared by a collection meanwhile', () => {
    const act = checkpointSlowly(vault, image, () => saved)
    act.next()
    act.next()
    expect(vault.spared.size).toBeGreaterThan(0)
    finish(act)
    expect(vault.spared.size).toBe(0)
  })
})
