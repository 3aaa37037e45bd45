import { beforeEach, describe, expect, test } from 'vitest'
import { failed } from '../result.ts'
import { checkpoint } from './checkpoint.ts'
import { attempt } from './fault.ts'
import { journalPath, manifestPath } from './generations.ts'
import { encodeMark } from './lock-file.ts'
import { doorsOf } from './open.ts'
import { isOwnPassphrase, isSecretOf, withSlot } from './passphrase.ts'
import { FileFault } from './ports.ts'
import { openNote, sealNote } from './sealed-notes.ts'
import { imageOf, isChunkIntact, keepTornJournal, releaseVault, type Vault } from './vault.ts'
import { verifyChunks } from './verification.ts'
import { longest } from './whole-files.ts'
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
  secrets,
  type Host,
} from './testing/host.ts'
import { cheapCosts, failureIn, flipped } from './testing/sample.ts'
import { finish } from '../steps.ts'

/** A vault of two generations that a session left without closing: three transactions, one of them in the journal. */
let host: Host
beforeEach(() => {
  const maker = hostOn()
  const image = imageOfChunks(5)
  const vault = makeVault(maker, image, ['coordinator', 'recovery'])
  vault.journal.append('transaction', Uint8Array.of(1))
  vault.journal.append('transaction', Uint8Array.of(2))
  fillChunk(image, 4, 50)
  checkpoint(vault, image, { sequence: 2, savedAt: '2026-11-24T14:32' })
  vault.journal.append('transaction', Uint8Array.of(3))
  host = hostOn(maker.files.fork())
})

const journal = journalPath(folder, 2)
const manifest = manifestPath(folder, 2)

function tamper(path: string, change: (bytes: Uint8Array) => Uint8Array | null): void {
  host.files.tamper(path, change(host.files.contents(path)))
}

/** Where the engine of the lock is alive. */
function livingPorts() {
  return { ...host.ports, processes: { ...host.ports.processes, isAlive: () => true } }
}

/** Refused, with every file as it was and nothing kept. */
function expectRefused(failure: string, act: () => unknown = () => open(host)): void {
  const before = host.files.all()
  expect(attempt(act)).toEqual(failed(failure))
  const after = host.files.all()
  before.delete(`${folder}/lock`)
  after.delete(`${folder}/lock`)
  expect(after).toEqual(before)
  expect(heldBy(host)).toEqual(nothing)
}

test('packs that a link leads to are not opened: they may be among somebody’s files', () => {
  host.files.makeLink(`${folder}/packs`)
  expectRefused('not-a-vault')
})

test('a vault opens as it was left', () => {
  const { vault, transactions, closedCleanly, torn } = open(host)
  expect(vault.header).toMatchObject({ generation: 2, slots: [{}, {}, {}] })
  expect(Object.keys(vault.header).sort()).toEqual(['generation', 'slots', 'vaultId'])
  expect(vault.list).toMatchObject({ sequence: 2, savedAt: '2026-11-24T14:32' })
  expect(vault).toMatchObject({ folder, role: 'worker' })
  expect(transactions.map(({ content }) => [...content])).toEqual([[3]])
  expect({ closedCleanly, torn }).toEqual({ closedCleanly: false, torn: false })
  expect(vault.journal.sequence).toBe(3)
  expect(fillsOf(imageOf(vault))).toEqual([1, 2, 3, 4, 50])
  expect(vault.known.get(2)?.length).toBe(vault.list.chunks.packs.length)
})

test('an open vault is locked, by this process', () => {
  tamper(`${folder}/lock`, () => null)
  open(host)
  expect(host.files.contents(`${folder}/lock`)).toEqual(encodeMark(host.ports.processes.self()))
  expect(failureIn(() => open({ ...host, ports: livingPorts() }))).toBe('vault-in-use')
})

test('closed cleanly, it says so, until something is saved', () => {
  const { vault } = open(host)
  vault.journal.append('clean')
  releaseVault(vault)
  expect(host.files.all().has(`${folder}/lock`)).toBe(false)
  expect(heldBy(host)).toEqual(nothing)
  const again = open(host)
  expect(again).toMatchObject({ closedCleanly: true, torn: false })
  expect(again.vault.journal.closedCleanly).toBe(true)
  again.vault.journal.append('transaction', Uint8Array.of(4))
  expect(again.vault.journal.closedCleanly).toBe(false)
  expect(open(host)).toMatchObject({ closedCleanly: false })
})

test('a journal that cannot be closed keeps nobody out, and no pack open', () => {
  const { vault } = open(host)
  imageOf(vault).chunk(0)
  expect(host.files.held()).toHaveLength(2)
  vault.journal.close = () => {
    throw new FileFault('unwritable')
  }
  expect(failureIn(() => releaseVault(vault))).toBe('unwritable')
  expect(host.files.all().has(`${folder}/lock`)).toBe(false)
  expect(host.files.held()).toEqual([journal])
})

test('a write cut short is told, and can be kept aside, whole', () => {
  tamper(journal, (bytes) => bytes.with(bytes.findLastIndex((byte) => byte !== 0) + 3, 1))
  const { vault, torn, transactions } = open(host)
  expect({ torn, transactions: transactions.length }).toEqual({ torn: true, transactions: 1 })
  keepTornJournal(vault)
  expect(host.files.contents(`${journal}.torn`)).toEqual(host.files.contents(journal))
  expect(host.files.held()).toEqual([journal])
})

describe('on a disk with no byte free', () => {
  const usedOn = (host: Host) => [...host.files.all().values()].reduce((sum, { length }) => sum + length, 0)
  beforeEach(() => {
    host.files.tamper(`${folder}/lock`, null)
    host.files.capacity = usedOn(host)
  })

  test('a vault opens in the room of its ballast, and says so', () => {
    expect(open(host)).toMatchObject({ isDiskFull: true, torn: false })
    expect(host.files.contents(`${folder}/lock`)).toEqual(encodeMark(host.ports.processes.self()))
    expect(host.files.all().has(`${folder}/ballast`)).toBe(false)
  })

  test('with room for the lock, the ballast stays', () => {
    host.files.capacity += encodeMark(host.ports.processes.self()).length
    expect(open(host)).toMatchObject({ isDiskFull: false })
    expect(host.files.all().has(`${folder}/ballast`)).toBe(true)
  })

  test('refused after that, it has its ballast again', () => {
    tamper(journal, (bytes) => flipped(bytes, 60))
    const before = [...host.files.all().keys()].sort()
    expect(failureIn(() => open(host))).toBe('vault-damaged')
    expect([...host.files.all().keys()].sort()).toEqual(before)
    expect(usedOn(host)).toBe(host.files.capacity)
    expect(heldBy(host)).toEqual(nothing)
  })

  test('without its ballast it is refused, as it was', () => {
    host.files.removeFile(`${folder}/ballast`)
    host.files.capacity = usedOn(host)
    expectRefused('disk-full')
    expect(host.files.all().has(`${folder}/lock`)).toBe(false)
  })
})

describe('a file longer than any of its kind can be', () => {
  /** Where a file says that it is so long; nothing of it may be read. */
  const sized = (which: string, length: number) => {
    const { files } = host.ports
    const openFile: typeof files.open = (path, mode) => {
      const file = files.open(path, mode)
      const read = () => {
        throw new TypeError('read into memory')
      }
      return path === which ? { ...file, size: () => length, read } : file
    }
    return { ...host, ports: { ...host.ports, files: { ...files, open: openFile } } }
  }

  test.each([
    ['manifest', manifest, longest.manifest],
    ['journal', journal, longest.journal],
  ])('is damage, and is not read: %s', (_, path, most) => {
    expectRefused('vault-damaged', () => open(sized(path, most + 1)))
    expect(failureIn(() => open(sized(path, most)))).toBe('read into memory')
  })

  test('is no lock, however it begins', () => {
    const mark = encodeMark(host.ports.processes.self())
    tamper(`${folder}/lock`, () => new Uint8Array(5_000_000).fill(49))
    open(host)
    expect(host.files.contents(`${folder}/lock`)).toEqual(mark)
  })
})

describe('doors', () => {
  test('are told without a key', () => {
    expect(doorsOf(host.ports, folder)).toEqual(['worker', 'coordinator', 'recovery'])
    expectRefused('vault-missing', () => doorsOf(host.ports, '/ailleurs'))
  })

  test('each opens to its own secret and to no other', () => {
    for (const role of ['worker', 'coordinator', 'recovery'] as const) {
      const host = hostOn()
      makeVault(host, imageOfChunks(1), ['coordinator', 'recovery'])
      for (const typed of ['worker', 'coordinator', 'recovery'] as const) {
        const outcome = failureIn(() => open(hostOn(host.files.fork()), role, secrets[typed]))
        expect(outcome).toBe(role === typed ? null : 'wrong-passphrase')
      }
    }
    expectRefused('wrong-passphrase', () => open(host, 'worker', secrets.recovery))
  })

  test('one that is not there opens to nobody', () => {
    host = hostOn()
    makeVault(host, imageOfChunks(1), [])
    host = hostOn(host.files.fork())
    expectRefused('wrong-passphrase', () => open(host, 'coordinator'))
  })

  test('the session’s own secret is told from any other, leaving no key behind', () => {
    for (const role of ['worker', 'coordinator'] as const) {
      const session = hostOn(host.files.fork())
      const { vault } = open(session, role)
      const held = session.keysHeld()
      expect(finish(isOwnPassphrase(vault, secrets[role]))).toBe(true)
      expect(finish(isOwnPassphrase(vault, secrets[role === 'worker' ? 'coordinator' : 'worker']))).toBe(
        false,
      )
      expect(finish(isSecretOf(vault, 'recovery', secrets.recovery))).toBe(true)
      expect(finish(isSecretOf(vault, 'recovery', secrets.worker))).toBe(false)
      expect(session.keysHeld()).toBe(held)
    }
  })

  test('whoever recovers is the worker: her passphrase is the one asked for', () => {
    const { vault } = open(host, 'recovery')
    expect(finish(isOwnPassphrase(vault, secrets.worker))).toBe(true)
    expect(finish(isOwnPassphrase(vault, secrets.recovery))).toBe(false)
  })

  test('a slot that wraps the key of another vault is nobody’s secret', () => {
    const { vault } = open(host)
    const other = { ...vault, keys: { ...vault.keys, vault: new Uint8Array(32).fill(1) } }
    expect(finish(isOwnPassphrase(other, secrets.worker))).toBe(false)
    expect(
      finish(isSecretOf({ ...vault, header: { ...vault.header, slots: [] } }, 'worker', secrets.worker)),
    ).toBe(false)
  })

  test('one is made anew, the others stay', () => {
    const { vault } = open(host)
    const secret = new TextEncoder().encode('nouveau')
    const slots = finish(withSlot(vault, { role: 'coordinator', secret, costs: cheapCosts }))
    expect(slots.map(({ role }) => role).sort()).toEqual(['coordinator', 'recovery', 'worker'])
    const changed = { ...vault, header: { ...vault.header, slots } }
    expect(finish(isSecretOf(changed, 'coordinator', secret))).toBe(true)
    expect(finish(isSecretOf(changed, 'coordinator', secrets.coordinator))).toBe(false)
    expect(finish(isSecretOf(changed, 'worker', secrets.worker))).toBe(true)
  })
})

test('a sealed note opens for the worker and whoever recovers, never for the coordinator who wrote it', () => {
  const note = Uint8Array.of(1, 2, 3)
  const sealed = sealNote(open(hostOn(host.files.fork()), 'coordinator').vault, note)
  const read = (role: 'worker' | 'coordinator' | 'recovery', bytes = sealed) =>
    openNote(open(hostOn(host.files.fork()), role).vault, bytes)
  expect(read('worker')).toEqual(note)
  expect(read('recovery')).toEqual(note)
  expect(read('coordinator')).toBeNull()
  expect(read('worker', flipped(sealed, 40))).toBeNull()
})

test('the coordinator’s session gives back all it held, and leaves no key when it is refused', () => {
  const { vault } = open(host, 'coordinator')
  expect(vault.notesKey).toBeNull()
  releaseVault(vault)
  expect([host.keysHeld(), host.files.held()]).toEqual([0, []])
  host.files.tamper(journal, null)
  expectRefused('vault-damaged', () => open(host, 'coordinator'))
})

describe('refused', () => {
  test.each<[string, string, (bytes: Uint8Array) => Uint8Array | null]>([
    ['a manifest that is nothing', manifest, () => new Uint8Array()],
    ['a manifest that is something else', manifest, () => new TextEncoder().encode('bonjour à tous')],
  ])('%s: not a vault', (_, path, change) => {
    tamper(path, change)
    expectRefused('not-a-vault')
  })

  test.each<[string, string, (bytes: Uint8Array) => Uint8Array | null]>([
    ['a bit of the manifest’s slots', manifest, (bytes) => flipped(bytes, 60)],
    ['a bit of the sealed list', manifest, (bytes) => flipped(bytes, bytes.length - 1)],
    ['a journal missing', journal, () => null],
    ['a journal cut short', journal, (bytes) => bytes.subarray(0, 200)],
    ['a bit of the journal’s header', journal, (bytes) => flipped(bytes, 30)],
  ])('%s: damage', (_, path, change) => {
    tamper(path, change)
    expectRefused('vault-damaged')
  })

  test('a manifest under another number', () => {
    host.files.tamper(manifestPath(folder, 3), host.files.contents(manifest))
    host.files.tamper(journalPath(folder, 3), host.files.contents(journal))
    expectRefused('vault-damaged')
  })

  test('a pack missing, whichever', () => {
    const { chunks } = open(hostOn(host.files.fork())).vault.list
    const whole = host.files
    for (const { name } of chunks.packs) {
      host = hostOn(whole.fork())
      tamper(`${folder}/packs/${name}`, () => null)
      expectRefused('vault-damaged')
    }
  })

  test('a vault that a living engine has open, before any derivation', () => {
    const ports = {
      ...livingPorts(),
      crypto: { ...host.ports.crypto, derive: () => expect.unreachable('nothing is derived') },
    }
    expectRefused('vault-in-use', () => open({ ...host, ports }))
  })
})

describe('while the key is derived', () => {
  /** Something happens to the files meanwhile. */
  function openWhile(happening: () => void): () => unknown {
    const derive: typeof host.ports.crypto.derive = (...given) => {
      const until = host.ports.crypto.derive(...given)
      happening()
      return until
    }
    return () => open({ ...host, ports: { ...host.ports, crypto: { ...host.ports.crypto, derive } } })
  }

  test('a newer generation means another engine has the vault', () => {
    const newer = () => host.files.tamper(manifestPath(folder, 3), host.files.contents(manifest))
    expect(failureIn(openWhile(newer))).toBe('vault-in-use')
    expect(host.files.all().has(`${folder}/lock`)).toBe(false)
    expect(host.keysHeld()).toBe(0)
  })

  test('so does another manifest under the same number', () => {
    const whole = host.files.contents(manifest)
    const other = () => tamper(manifest, (bytes) => flipped(bytes, 3))
    expect(failureIn(openWhile(other))).toBe('vault-in-use')
    host.files.tamper(manifest, whole)
    const longer = () => host.files.tamper(manifest, Uint8Array.from([...whole, 0]))
    expect(failureIn(openWhile(longer))).toBe('vault-in-use')
  })

  test('nothing happening, it opens', () => {
    expect(failureIn(openWhile(() => undefined))).toBeNull()
  })
})

describe('verification', () => {
  const packsOf = (vault: Vault) => vault.list.chunks.packs.map(({ name }) => `${folder}/packs/${name}`)

  test('goes through every chunk, so many at a time', () => {
    const verification = verifyChunks(open(host).vault)
    expect(verification.health()).toEqual({ state: 'running', checked: 0, total: 5 })
    expect(verification.checkSome(2)).toEqual({ state: 'running', checked: 2, total: 5 })
    expect(verification.checkSome(2)).toEqual({ state: 'running', checked: 4, total: 5 })
    expect(verification.checkSome(2)).toEqual({ state: 'ok', checked: 5, total: 5 })
    expect(verification.checkSome(2)).toEqual({ state: 'ok', checked: 5, total: 5 })
  })

  test('an image of exactly what is asked is done at once', () => {
    expect(verifyChunks(open(host).vault).checkSome(5).state).toBe('ok')
  })

  test('stops at the first chunk that is not what it was, for good', () => {
    const { vault } = open(host)
    const [first = ''] = packsOf(vault)
    const whole = host.files.contents(first)
    // the second chunk of the first pack
    host.files.tamper(first, flipped(whole, 150))
    expect([isChunkIntact(vault, 0), isChunkIntact(vault, 1)]).toEqual([true, false])
    const verification = verifyChunks(vault)
    expect(verification.checkSome(9)).toEqual({ state: 'damaged', checked: 1, total: 5 })
    host.files.tamper(first, whole)
    expect(verification.checkSome(9)).toEqual({ state: 'damaged', checked: 1, total: 5 })
  })

  test('a pack that cannot be read is damage; a bug is not', () => {
    const { vault } = open(host)
    const [first = ''] = packsOf(vault)
    const whole = host.files.contents(first)
    host.files.tamper(first, null)
    expect(verifyChunks(vault).checkSome(1).state).toBe('damaged')
    host.files.tamper(first, whole)
    const hash = () => {
      throw new TypeError('a bug')
    }
    const broken = { ...vault.ports, crypto: { ...vault.ports.crypto, hash } }
    expect(() => verifyChunks({ ...vault, ports: broken }).checkSome(1)).toThrow('a bug')
  })
})
