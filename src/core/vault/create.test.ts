import { beforeEach, describe, expect, test } from 'vitest'
import { createVault, type NewVault } from './create.ts'
import { imageOf, releaseVault } from './vault.ts'
import {
  fillChunk,
  fillsOf,
  folder,
  heldBy,
  hostOn,
  imageOfChunks,
  makeVault,
  nothing,
  open,
  readAgain,
  secrets,
  watchedImage,
  type Host,
} from './testing/host.ts'
import { unsynced } from './testing/power-loss.ts'
import { cheapPolicy, failureIn } from './testing/sample.ts'
import { finish } from '../steps.ts'

let host: Host
beforeEach(() => {
  host = hostOn()
})
/** A vault of one chunk, for its worker alone. */
const wanted = (): NewVault => ({
  folder,
  secrets: [{ role: 'worker', secret: secrets.worker }],
  costs: cheapPolicy.floor,
  policy: cheapPolicy,
  image: imageOfChunks(1),
})
const names = () => [...host.files.all().keys()].filter((path) => !path.includes('/packs/')).sort()

test('a new vault is one generation, whole, under its own name only', () => {
  const image = imageOfChunks(7)
  const vault = makeVault(host, image)
  const files = ['0001.journal', '0001.manifest', 'ballast', 'lock']
  expect(names()).toEqual(files.map((name) => `${folder}/${name}`))
  expect(host.files.list('')).toEqual(['carnet'])
  // seven chunks, three a pack
  expect(host.files.list(`${folder}/packs`)).toHaveLength(3)
  const writes = host.files.operations.filter(
    ({ kind, path }) => kind === 'write' && path.includes('/packs/'),
  )
  expect(writes).toHaveLength(5)
  expect(host.files.contents(`${folder}/ballast`)).toHaveLength(100)
  expect(new Set(host.files.contents(`${folder}/ballast`)).size).toBeGreaterThan(20)
  expect(vault.header).toMatchObject({ generation: 1, slots: [{ role: 'worker' }, { role: 'recovery' }] })
  expect(vault.list).toMatchObject({ imageLength: 7 * 64, sequence: 0, savedAt: null, oldest: 1 })
  expect(vault).toMatchObject({ role: 'worker', folder })
  expect(vault.known.get(1)).toHaveLength(3)
  expect(readAgain(host)).toEqual({ fills: [1, 2, 3, 4, 5, 6, 7], generation: 1, sequence: 0 })
})

test('the session that made it goes on: saving, reading from the disk, giving everything back', () => {
  const image = watchedImage(imageOfChunks(3))
  const vault = makeVault(host, image)
  expect(image.dirty()).toEqual([])
  expect(image.reload(2)).toEqual(new Uint8Array(64).fill(3))
  expect(fillsOf(imageOf(vault))).toEqual([1, 2, 3])
  fillChunk(image, 1, 9)
  vault.journal.append('transaction', Uint8Array.of(1))
  expect(readAgain(host).sequence).toBe(1)
  releaseVault(vault)
  expect(heldBy(host)).toEqual(nothing)
  expect(names()).not.toContain(`${folder}/lock`)
})

test('no two vaults have anything secret in common, and no key is empty', () => {
  const one = makeVault(host, imageOfChunks(1))
  const other = makeVault(hostOn(), imageOfChunks(1))
  expect(one.header.vaultId).not.toEqual(other.header.vaultId)
  for (const name of Object.keys(one.keys) as (keyof typeof one.keys)[]) {
    expect(new Set(one.keys[name]).size).toBeGreaterThan(8)
    expect(new Uint8Array(one.keys[name])).not.toEqual(new Uint8Array(other.keys[name]))
  }
  expect(new Set(Object.values(one.keys).map((key) => key.join())).size).toBe(7)
})

test('costs nobody may ask for are a bug, told before anything is made', () => {
  const dear = { ...wanted(), costs: { operations: 1, memory: 7 } }
  expect(() => finish(createVault(host.ports, dear))).toThrow(RangeError)
  expect(host.files.operations).toEqual([])
})

describe('the place', () => {
  test.each([
    ['a folder that is not empty', () => host.files.makeFolder(`${folder}/autre`)],
    ['a vault', () => host.files.open(`${folder}/0001.manifest`, 'create').close()],
  ])('%s is taken: nothing is touched', (_, fill) => {
    host.files.makeFolder(folder)
    fill()
    const before = host.files.operations.length
    expect(failureIn(() => makeVault(host, imageOfChunks(1)))).toBe('already-exists')
    expect(host.files.operations.length).toBe(before)
  })

  test('a file is no place for a vault', () => {
    host.files.open(folder, 'create').close()
    expect(failureIn(() => makeVault(host, imageOfChunks(1)))).toBe('already-exists')
  })

  test('an empty folder is', () => {
    host.files.makeFolder(folder)
    makeVault(host, imageOfChunks(2))
    expect(readAgain(host).fills).toEqual([1, 2])
  })

  test('inside a folder that is missing, there is none', () => {
    const elsewhere = { ...host, ports: { ...host.ports, files: hostOn().files } }
    const make = () => finish(createVault(elsewhere.ports, { ...wanted(), folder: '/nulle/part' }))
    expect(failureIn(make)).toBe('vault-missing')
  })

  test('what an interrupted creation left is replaced', () => {
    const building = `${folder}.creating`
    for (const path of [building, `${building}/packs`]) host.files.makeFolder(path)
    for (const path of [`${building}/ballast`, `${building}/packs/ab`])
      host.files.open(path, 'create').close()
    makeVault(host, imageOfChunks(1))
    expect(host.files.list('')).toEqual(['carnet'])
    expect(host.files.list(`${folder}/packs`)).toHaveLength(1)
  })

  test('that cannot be looked at is refused for what it is', () => {
    const files = { ...host.files, list: () => host.files.open(folder, 'read').size() as never }
    host.files.makeFolder(folder)
    const blind = { ...host, ports: { ...host.ports, files } }
    expect(failureIn(() => makeVault(blind, imageOfChunks(1)))).toBe('unreadable')
    const broken = {
      ...host.files,
      list: () => {
        throw new TypeError('a bug')
      },
    }
    const bugged = { ...host, ports: { ...host.ports, files: broken } }
    expect(failureIn(() => makeVault(bugged, imageOfChunks(1)))).toBe('a bug')
  })
})

test('refused at any moment, a creation leaves no half vault, no key, no open file', () => {
  const whole = hostOn()
  makeVault(whole, imageOfChunks(4))
  const count = whole.files.operations.length
  for (let at = 0; at < count; at++) {
    host = hostOn()
    let isRefused = false
    host.files.refuse = (_, n) => {
      if (isRefused || n !== at) return null
      isRefused = true
      return 'unwritable'
    }
    const outcome = failureIn(() => makeVault(host, imageOfChunks(4)))
    expect(outcome).toBe('unwritable')
    expect(heldBy(host)).toEqual(nothing)
    expect(host.files.list('')).toEqual([])
    makeVault(host, imageOfChunks(4))
    expect(readAgain(host).fills).toEqual([1, 2, 3, 4])
  }
})

test.each([1, 2])('given up while key %i is derived, a creation leaves nothing, and no key', async (rank) => {
  const { crypto } = host.ports
  const derivations: Promise<void>[] = []
  const elsewhere: typeof crypto.derive = (...given) => {
    const derivation = Promise.resolve().then(() => void crypto.derive(...given))
    derivations.push(derivation)
    return derivation
  }
  const two: NewVault = {
    ...wanted(),
    secrets: [
      { role: 'worker', secret: secrets.worker },
      { role: 'recovery', secret: secrets.recovery },
    ],
  }
  const act = createVault({ ...host.ports, crypto: { ...crypto, derive: elsewhere } }, two)
  for (let derived = 0; derived < rank; derived++) {
    await derivations[derived - 1]
    expect(act.next().value).toMatchObject({ until: derivations[derived] })
  }
  expect(host.keysHeld()).toBeGreaterThan(0)
  act.return(undefined as never)
  await Promise.all(derivations)
  await Promise.resolve()
  expect([host.keysHeld(), host.files.list('')]).toEqual([0, []])
})

test('everything of it is on the disk before it has its name, and its name before it is answered', () => {
  makeVault(host, imageOfChunks(4))
  const { operations } = host.files
  const named = operations.findIndex(({ kind, path }) => kind === 'rename' && path === `${folder}.creating`)
  const pending = unsynced(operations.slice(0, named)).map((at) => operations[at])
  expect(pending).toMatchObject([
    { kind: 'make-folder', path: `${folder}.creating` },
    // a lock means nothing after a power loss
    { kind: 'write', path: `${folder}.creating/lock` },
  ])
  expect(unsynced(operations).map((at) => operations[at]?.kind)).toEqual(['write'])
  open(hostOn(host.files.fork()))
})
