import { beforeEach, describe, expect, test } from 'vitest'
import { checkpoint } from './checkpoint.ts'
import { collect, finishPurge, latestGeneration } from './generations.ts'
import type { Image } from './image.ts'
import { encodeManifest } from './manifest.ts'
import { imageOf, type Vault } from './vault.ts'
import {
  fillChunk,
  fillsOf,
  folder,
  hostOn,
  imageOfChunks,
  makeVault,
  open,
  type Host,
} from './testing/host.ts'
import { failureIn, flipped } from './testing/sample.ts'

let host: Host
beforeEach(() => {
  host = hostOn()
})

function folderWith(...names: string[]): void {
  host.files.makeFolder(folder)
  for (const name of names) host.files.open(`${folder}/${name}`, 'create').close()
}

describe('the latest generation', () => {
  const latest = () => latestGeneration(host.ports, folder)

  test('is the highest number, not the last name', () => {
    folderWith('9999.manifest', '10000.manifest', '0002.manifest', '10001.journal')
    expect(latest()).toBe(10_000)
  })

  test('is that of a whole manifest, whatever else is there', () => {
    folderWith('0003.manifest', '0004.manifest.tmp', 'notes.manifest', '12.manifest', 'x0009.manifest')
    expect(latest()).toBe(3)
  })

  test.each([['0001.journal'], ['0001.journal.torn'], ['0001.manifest.tmp']])(
    'is missing, which is damage, where %s is left',
    (name) => {
      folderWith('à moi.txt', name)
      expect(failureIn(latest)).toBe('vault-damaged')
    },
  )

  test('is missing, which is damage, where packs are left', () => {
    folderWith()
    host.files.makeFolder(`${folder}/packs`)
    expect(failureIn(latest)).toBe('vault-damaged')
  })

  test.each([['0001.manifest.bak'], ['001.journal'], ['0001.txt'], ['notes.manifest'], ['a0001.journal']])(
    'is of no vault where there is only %s',
    (name) => {
      folderWith(name)
      expect(failureIn(latest)).toBe('not-a-vault')
    },
  )

  test('is of no vault when the folder is missing, is a file, or cannot be read', () => {
    expect(failureIn(latest)).toBe('vault-missing')
    host.files.open(folder, 'create').close()
    expect(failureIn(latest)).toBe('not-a-vault')
    const hidden = { ...host.files, list: () => host.files.open('', 'read') as never }
    expect(failureIn(() => latestGeneration({ ...host.ports, files: hidden }, folder))).toBe('unreadable')
  })
})

describe('a collection', () => {
  let image: Image
  let vault: Vault
  const names = () => host.files.list(folder).sort()
  const packs = () => host.files.list(`${folder}/packs`)

  /** One generation more, one chunk being new. */
  function checkpointAgain(fill: number, purge = false) {
    fillChunk(image, 0, fill)
    return checkpoint(vault, image, { sequence: 0, savedAt: null, purge })
  }

  function put(path: string): void {
    host.files.open(`${folder}/${path}`, 'create').close()
  }

  beforeEach(() => {
    image = imageOfChunks(4)
    vault = makeVault(host, image)
    for (const fill of [10, 11]) checkpointAgain(fill)
  })

  test('keeps three generations, and the packs they refer to', () => {
    expect(packs()).toHaveLength(4)
    // the fourth drops the first, whose chunk nobody else has; its pack has two others in use
    const made = checkpointAgain(12)
    expect(made).toMatchObject({ generation: 4, chunksWritten: 1, removed: 2, leftBehind: 0 })
    expect(names()).toEqual([
      '0002.journal',
      '0002.manifest',
      '0003.journal',
      '0003.manifest',
      '0004.journal',
      '0004.manifest',
      'ballast',
      'lock',
      'packs',
    ])
    // the fifth drops the second, and the pack made for it alone
    expect(checkpointAgain(13)).toMatchObject({ removed: 3, leftBehind: 0 })
    expect(packs()).toHaveLength(5)
  })

  test('removes torn copies and temporary files with their generation, and nothing that is not the vault’s', () => {
    for (const name of ['0001.journal.torn', '0001.manifest.tmp', 'à moi.txt', '0009.journal']) put(name)
    checkpointAgain(12)
    expect(names().filter((name) => name.startsWith('0001'))).toEqual([])
    expect(names()).toEqual(expect.arrayContaining(['à moi.txt', '0009.journal']))
  })

  test('removes packs no generation knows, sparing those being written', () => {
    put('packs/abandonné')
    put('packs/en cours')
    vault.spared.add('en cours')
    expect(collect(vault)).toEqual({ removed: 1, leftBehind: 0 })
    expect(packs()).toContain('en cours')
    expect(packs()).not.toContain('abandonné')
  })

  test('syncs the folder when it removed generations, and not otherwise', () => {
    const syncsOf = (act: () => void) => {
      const before = host.files.operations.length
      act()
      return host.files.operations.slice(before).filter((one) => one.path === folder).length
    }
    expect(syncsOf(() => collect(vault))).toBe(0)
    put('0001.journal.torn')
    vault.list.oldest = 2
    expect(syncsOf(() => collect(vault))).toBe(1)
  })

  test('reads the manifests of generations this session did not make', () => {
    const next = open(hostOn(host.files)).vault
    put('packs/abandonné')
    expect(next.known.size).toBe(1)
    expect(collect(next)).toEqual({ removed: 1, leftBehind: 0 })
    expect(packs()).toHaveLength(4)
  })

  test.each([
    ['cut', (bytes: Uint8Array) => bytes.subarray(0, 40)],
    ['changed in clear', (bytes: Uint8Array) => flipped(bytes, 60)],
    ['changed where it is sealed', (bytes: Uint8Array) => flipped(bytes, bytes.length - 1)],
  ])('leaves every pack while an older manifest cannot be understood: %s', (_, change) => {
    const path = `${folder}/0002.manifest`
    host.files.tamper(path, change(host.files.contents(path)))
    const next = open(hostOn(host.files)).vault
    put('packs/abandonné')
    expect(collect(next)).toEqual({ removed: 0, leftBehind: 0 })
    expect(packs()).toContain('abandonné')
  })

  test('a bug met in an older manifest is not taken for damage', () => {
    const next = open(hostOn(host.files)).vault
    const openSealed = () => {
      throw new TypeError('a bug')
    }
    const broken = { ...next.ports, crypto: { ...next.ports.crypto, open: openSealed } }
    expect(() => collect({ ...next, ports: broken })).toThrow('a bug')
  })

  test('what cannot be removed is left behind, and told; a bug is not', () => {
    put('packs/abandonné')
    host.files.refuse = ({ kind }) => (kind === 'remove-file' ? 'no-permission' : null)
    expect(collect(vault)).toEqual({ removed: 0, leftBehind: 1 })
    const removeFile = () => {
      throw new TypeError('a bug')
    }
    const broken = { ...vault.ports, files: { ...vault.ports.files, removeFile } }
    expect(() => collect({ ...vault, ports: broken })).toThrow('a bug')
  })

  test('a purge leaves one generation', () => {
    // the one that changed, and the two that were left of its first pack
    expect(checkpointAgain(12, true)).toMatchObject({
      generation: 4,
      chunksWritten: 3,
      removed: expect.any(Number),
      leftBehind: 0,
    })
    expect(names()).toEqual(['0004.journal', '0004.manifest', 'ballast', 'lock', 'packs'])
    expect(vault.list.oldest).toBe(4)
    // a pack of the purged ones had chunks in use: they were written again
    const { chunks } = vault.list
    expect(packs().sort()).toEqual(chunks.packs.map(({ name }) => name).sort())
    expect(chunks.packs.reduce((sum, { count }) => sum + count, 0)).toBe(4)
  })

  test('a pack that is removed is not kept open by this session; those that stay are', () => {
    const next = open(hostOn(host.files)).vault
    const read = imageOf(next)
    expect(fillsOf(read)).toHaveLength(4)
    const packsOpen = () => host.files.held().filter((path) => path.includes('/packs/'))
    const before = packsOpen()
    expect(before.length).toBeGreaterThan(1)
    fillChunk(read, 0, 14)
    checkpoint(next, read, { sequence: 0, savedAt: null, purge: true })
    const kept = before.filter((path) => packs().some((name) => path.endsWith(name)))
    expect(kept).toHaveLength(1)
    expect(packsOpen()).toEqual(kept)
  })

  test('a purge that was interrupted is finished at the next opening; otherwise nothing is done', () => {
    put('packs/abandonné')
    finishPurge(vault)
    expect(packs()).toContain('abandonné')
    vault.list.oldest = 3
    finishPurge(vault)
    expect(names().filter((name) => name.startsWith('000'))).toEqual(['0003.journal', '0003.manifest'])
    expect(packs()).not.toContain('abandonné')
    finishPurge(vault)
    expect(names()).toContain('0003.manifest')
  })

  test('so is one whose packs could not be removed', () => {
    host.files.refuse = ({ kind, path }) =>
      kind === 'remove-file' && path.includes('/packs/') ? 'no-permission' : null
    expect(checkpointAgain(12, true)).toMatchObject({ leftBehind: expect.toSatisfy((n) => n > 0) })
    host.files.refuse = () => null
    const own = () => vault.list.chunks.packs.map(({ name }) => name).sort()
    expect(packs().length).toBeGreaterThan(own().length)
    finishPurge(open(hostOn(host.files)).vault)
    expect(packs().sort()).toEqual(own())
  })

  test('and one whose packs alone could be removed: what an older secret opens goes too', () => {
    host.files.refuse = ({ kind, path }) =>
      kind === 'remove-file' && path.endsWith('/0003.manifest') ? 'no-permission' : null
    expect(checkpointAgain(12, true)).toMatchObject({ leftBehind: 1 })
    host.files.refuse = () => null
    expect(packs().sort()).toEqual(vault.list.chunks.packs.map(({ name }) => name).sort())
    expect(names()).toContain('0003.manifest')
    finishPurge(open(hostOn(host.files)).vault)
    expect(names()).not.toContain('0003.manifest')
  })

  test('a manifest that is sound for other keys is not understood either', () => {
    const next = open(hostOn(host.files)).vault
    const others = makeVault(hostOn(), imageOfChunks(1))
    const { ports, header, list } = others
    host.files.tamper(`${folder}/0001.manifest`, encodeManifest(ports.crypto, others.keys, header, list, 64))
    put('packs/abandonné')
    expect(collect(next)).toEqual({ removed: 0, leftBehind: 0 })
  })
})
