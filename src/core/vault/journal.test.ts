import { beforeEach, describe, expect, test } from 'vitest'
import { concat, sameBytes } from './bytes.ts'
import { encodeFrame, frameOverhead } from './frame.ts'
import { encodeJournal, Journal, readJournal } from './journal.ts'
import { FileFault } from './ports.ts'
import { createMemoryFiles, type MemoryFiles } from './testing/memory-files.ts'
import { crypto, failureIn, flipped, sampleIdentity, sampleKeys } from './testing/sample.ts'

const keys = sampleKeys()
const path = '/0004.journal'
const headerLength = 130
let files: MemoryFiles

beforeEach(() => {
  files = createMemoryFiles()
  const file = files.open(path, 'create')
  file.write(0, encodeJournal(crypto, keys, sampleIdentity))
})

function read(bytes = files.contents(path), base = 10) {
  return readJournal(crypto, keys, sampleIdentity, base, bytes)
}

function openJournal(): Journal {
  return new Journal(crypto, keys, sampleIdentity, files.open(path, 'write'), read())
}

function content(length: number, fill = 1): Uint8Array {
  return new Uint8Array(length).fill(fill)
}

function withFrames(...lengths: number[]): Uint8Array {
  const journal = openJournal()
  for (const length of lengths) journal.append('transaction', content(length))
  return files.contents(path)
}

/** Where the n-th frame begins, when every frame before has the given content lengths. */
function startOf(...lengthsBefore: number[]): number {
  return lengthsBefore.reduce((start, length) => start + frameOverhead + length, headerLength)
}

test('frames come back in order, numbered from the generation’s base', () => {
  const reading = read(withFrames(3, 5))
  expect(reading.transactions.map(({ sequence, content }) => [sequence, content.length])).toEqual([
    [11, 3],
    [12, 5],
  ])
  expect(reading).toMatchObject({ sequence: 12, torn: false, closedCleanly: false })
})

test('a clean mark holds until the next transaction', () => {
  const journal = openJournal()
  journal.append('clean')
  expect(read()).toMatchObject({ closedCleanly: true, sequence: 10 })
  journal.append('transaction', content(1))
  expect(read()).toMatchObject({ closedCleanly: false, sequence: 11 })
})

test('the file grows by whole steps, and frames larger than a step fit', () => {
  const before = files.contents(path).length
  const reading = read(withFrames(200_000, 600_000, 10))
  expect(reading.transactions).toHaveLength(3)
  expect((files.contents(path).length - before) % (256 * 1024)).toBe(0)
})

describe('what is wrong with a journal', () => {
  test('a bad last frame is a torn write, wherever it is cut', () => {
    const whole = withFrames(3, 5)
    const [start, end] = [startOf(3), startOf(3, 5)]
    for (let cut = start + 1; cut < end; cut++) {
      const torn = whole.slice()
      torn.fill(0, cut)
      expect(read(torn)).toMatchObject({ torn: true, sequence: 11 })
    }
  })

  test('a flipped bit anywhere in a frame followed by a valid one is damage', () => {
    const whole = withFrames(3, 5)
    for (let bit = startOf() * 8; bit < startOf(3) * 8; bit++) {
      expect(failureIn(() => read(flipped(whole, bit >> 3, 1 << (bit & 7))))).toBe('vault-damaged')
    }
  })

  test('a flipped bit anywhere in the header is damage', () => {
    const whole = withFrames(3)
    for (let bit = 0; bit < headerLength * 8; bit++) {
      expect(failureIn(() => read(flipped(whole, bit >> 3, 1 << (bit & 7))))).toBe('vault-damaged')
    }
  })

  test('a file cut anywhere in its first step is damage', () => {
    const whole = withFrames(3, 5)
    for (const length of [0, 1, 129, 130, 200, startOf(3), startOf(3, 5), whole.length - 1]) {
      expect(failureIn(() => read(whole.subarray(0, length)))).toBe('vault-damaged')
    }
  })

  test('frames beyond the last whole step can only have been cut', () => {
    const whole = withFrames(200_000, 200_000, 10)
    expect(failureIn(() => read(whole.subarray(0, startOf(200_000, 200_000))))).toBe('vault-damaged')
  })

  test('a frame removed, doubled or moved is damage', () => {
    const whole = withFrames(3, 3, 3)
    const frames = [0, 1, 2].map((n) => {
      const start = startOf(...content(n, 3))
      return whole.slice(start, start + frameOverhead + 3)
    })
    const rebuilt = (...order: number[]) => {
      const bytes = whole.slice().fill(0, headerLength)
      bytes.set(concat(order.map((n) => frames[n] ?? new Uint8Array())), headerLength)
      return bytes
    }
    expect(read(rebuilt(0, 1, 2)).sequence).toBe(13)
    for (const order of [
      [1, 2],
      [0, 2],
      [0, 0, 1],
      [1, 0, 2],
      [0, 1, 1],
    ]) {
      expect(failureIn(() => read(rebuilt(...order)))).toBe('vault-damaged')
    }
  })

  test('frames of another journal of the same generation are damage', () => {
    const mine = withFrames(3)
    const theirs = encodeJournal(crypto, keys, sampleIdentity)
    theirs.set(mine.subarray(headerLength, startOf(3)), headerLength)
    expect(failureIn(() => read(theirs))).toBe('vault-damaged')
  })

  test.each([
    ['vault', { ...sampleIdentity, vaultId: content(16, 8) }],
    ['generation', { ...sampleIdentity, generation: 5 }],
    ['manifest', { ...sampleIdentity, manifestHash: content(32, 8) }],
  ])('a journal of another %s is damage', (_, identity) => {
    const bytes = withFrames(3)
    expect(failureIn(() => readJournal(crypto, keys, identity, 10, bytes))).toBe('vault-damaged')
  })

  test('a superseded journal, met as the newest, means that files are missing', () => {
    openJournal().append('superseded')
    expect(failureIn(() => read())).toBe('vault-damaged')
  })

  test('a file made of look-alike frames is given up on', () => {
    const bytes = encodeJournal(crypto, keys, sampleIdentity)
    const fake = encodeFrame(crypto, sampleKeys(2), sampleIdentity, {
      kind: 'transaction',
      sequence: 11,
      previousTag: content(16),
      content: new Uint8Array(),
    }).bytes.subarray(0, 20)
    for (let at = headerLength; at + 20 < bytes.length; at += 20) bytes.set(fake, at)
    expect(failureIn(() => read(bytes))).toBe('vault-damaged')
  })
})

describe('when the disk refuses', () => {
  test('a full disk while growing leaves the file as it was', () => {
    const journal = openJournal()
    const before = files.contents(path)
    files.capacity = before.length + 1000
    expect(failureIn(() => journal.append('transaction', content(300_000)))).toBe('disk-full')
    expect(sameBytes(files.contents(path), before)).toBe(true)
    journal.append('transaction', content(10))
    expect(read().sequence).toBe(11)
  })

  test('a full disk in the middle of a frame leaves nothing of it', () => {
    const journal = openJournal()
    let refusals = 1
    files.refuse = ({ kind }) => (kind === 'write' && refusals-- > 0 ? 'disk-full' : null)
    expect(failureIn(() => journal.append('transaction', content(10)))).toBe('disk-full')
    expect(read()).toMatchObject({ sequence: 10, torn: false })
  })

  test('a frame half written on a full disk is erased', () => {
    const file = files.open(path, 'write')
    let isFull = true
    const half = {
      ...file,
      write(offset: number, bytes: Uint8Array) {
        file.write(offset, isFull ? bytes.subarray(0, bytes.length / 2) : bytes)
        if (!isFull) return
        isFull = false
        throw new FileFault('disk-full')
      },
    }
    const before = files.contents(path)
    const journal = new Journal(crypto, keys, sampleIdentity, half, read())
    expect(failureIn(() => journal.append('transaction', content(100)))).toBe('disk-full')
    expect(files.contents(path)).toEqual(before)
  })

  test('a fault of one write, even if the next would pass, is final', () => {
    for (const length of [10, 300_000]) {
      const journal = openJournal()
      let refusals = 1
      files.refuse = ({ kind }) => (kind === 'write' && refusals-- > 0 ? 'unwritable' : null)
      expect(failureIn(() => journal.append('transaction', content(length)))).toBe('write-failed')
    }
  })

  test.each(['write', 'sync-data'] as const)('any other fault of %s is final', (kind) => {
    const journal = openJournal()
    files.refuse = (operation) => (operation.kind === kind ? 'unwritable' : null)
    expect(failureIn(() => journal.append('transaction', content(10)))).toBe('write-failed')
  })

  test('even a full disk, told by a sync, is final: what was written is not known', () => {
    const journal = openJournal()
    files.refuse = (operation) => (operation.kind === 'sync-data' ? 'disk-full' : null)
    expect(failureIn(() => journal.append('transaction', content(10)))).toBe('write-failed')
  })

  test('a frame taken back is gone, and the next one takes its number', () => {
    const journal = openJournal()
    journal.append('transaction', content(3))
    journal.append('transaction', content(700))
    const { length } = files.contents(path)
    journal.retract()
    expect(read()).toMatchObject({ sequence: 11, torn: false })
    expect(files.contents(path).length).toBe(length)
    journal.append('transaction', content(4))
    expect(read().transactions.map(({ content }) => content.length)).toEqual([3, 4])
  })
})

test('what follows the frames is told from a write cut short, to the last byte', () => {
  const bytes = withFrames(3)
  expect(read(bytes).torn).toBe(false)
  for (const at of [startOf(3), bytes.length - 1]) expect(read(bytes.with(at, 1)).torn).toBe(true)
})

test('a look-alike that begins like a frame and is none is passed over', () => {
  const bytes = withFrames(3)
  bytes.set(new TextEncoder().encode('FFRAFRAM'), startOf(3) + 10)
  expect(read(bytes)).toMatchObject({ torn: true, sequence: 11 })
})

test('letters of a frame in a write cut short, however many, are not look-alikes', () => {
  const bytes = withFrames(3)
  bytes.fill('F'.charCodeAt(0), startOf(3) + 10, startOf(3) + 20_000)
  expect(read(bytes)).toMatchObject({ torn: true, sequence: 11 })
})

test('an authentic frame that skips a number is damage', () => {
  const { bytes, tag } = encodeFrame(crypto, keys, sampleIdentity, {
    kind: 'transaction',
    sequence: 11,
    previousTag: read().lastTag,
    content: content(1),
  })
  const after = (sequence: number) => {
    const next = { kind: 'transaction', sequence, previousTag: tag, content: content(1) } as const
    const whole = files.contents(path).slice()
    whole.set(concat([bytes, encodeFrame(crypto, keys, sampleIdentity, next).bytes]), headerLength)
    return whole
  }
  expect(read(after(12)).sequence).toBe(12)
  expect(failureIn(() => read(after(13)))).toBe('vault-damaged')
})

test('a journal nobody wrote to was not closed; one that was closed holds no more transactions', () => {
  expect(read()).toMatchObject({ closedCleanly: false, torn: false, transactions: [] })
  const journal = openJournal()
  journal.append('transaction', content(1))
  expect(journal.closedCleanly).toBe(false)
  journal.append('clean')
  expect(journal.closedCleanly).toBe(true)
  const { closedCleanly, transactions, sequence } = read()
  expect([closedCleanly, transactions.length, sequence]).toEqual([true, 1, 11])
})

test('a journal is filled to its last byte before it grows', () => {
  const step = 100
  const small = encodeJournal(crypto, keys, sampleIdentity, step)
  files.tamper(path, small)
  const reading = () => readJournal(crypto, keys, sampleIdentity, 10, files.contents(path), step)
  expect(reading().allocated).toBe(headerLength + step)
  const journal = new Journal(crypto, keys, sampleIdentity, files.open(path, 'write'), reading())
  journal.append('transaction', content(step - frameOverhead))
  expect(files.contents(path).length).toBe(headerLength + step)
  expect(reading()).toMatchObject({ sequence: 11, end: headerLength + step, torn: false })
  expect(files.operations.filter(({ kind }) => kind === 'sync')).toEqual([])
})

describe('a bug of the file system', () => {
  /** A file whose call of that name has a bug. */
  function journalOn(name: 'write' | 'syncData'): Journal {
    const fail = () => {
      throw new TypeError('a bug')
    }
    const file = { ...files.open(path, 'write'), [name]: fail }
    return new Journal(crypto, keys, sampleIdentity, file, read())
  }

  test('goes on as it is', () => {
    for (const name of ['write', 'syncData'] as const)
      expect(() => journalOn(name).append('transaction', content(10))).toThrow('a bug')
    expect(() => journalOn('write').append('transaction', content(300_000))).toThrow('a bug')
  })
})

describe('taking a frame back', () => {
  test('is for the last one only, once', () => {
    const journal = openJournal()
    expect(() => journal.retract()).toThrow('no frame to take back')
    journal.append('transaction', content(3))
    journal.retract()
    expect(() => journal.retract()).toThrow('no frame to take back')
  })

  test('is durable, and final when the disk refuses', () => {
    const journal = openJournal()
    journal.append('transaction', content(3))
    journal.retract()
    expect(files.operations.at(-1)).toEqual({ kind: 'sync-data', path })
    journal.append('transaction', content(3))
    files.refuse = ({ kind }) => (kind === 'sync-data' ? 'disk-full' : null)
    expect(failureIn(() => journal.retract())).toBe('write-failed')
  })
})

describe('growth', () => {
  test('is by whole steps, synced before it is used', () => {
    const journal = new Journal(crypto, keys, sampleIdentity, files.open(path, 'write'), {
      ...read(),
      growthStep: 1000,
    })
    const before = files.contents(path).length
    journal.append('transaction', content(before + 500))
    const grown = files.contents(path).length
    expect(grown).toBeGreaterThan(before + 500)
    expect((grown - before) % 1000).toBe(0)
    expect(grown - before - frameOverhead - 500).toBeLessThan(1000)
    expect(files.operations.slice(-4).map(({ kind }) => kind)).toEqual([
      'write',
      'sync',
      'write',
      'sync-data',
    ])
    journal.append('transaction', content(1))
    expect(files.contents(path).length).toBe(grown)
  })

  test('refused for lack of room is undone, or final when it cannot be', () => {
    const journal = openJournal()
    files.capacity = files.contents(path).length + 1000
    files.refuse = ({ kind }) => (kind === 'truncate' ? 'unwritable' : null)
    expect(failureIn(() => journal.append('transaction', content(300_000)))).toBe('write-failed')
  })

  test('that cannot be synced is final', () => {
    const journal = openJournal()
    files.refuse = ({ kind }) => (kind === 'sync' ? 'disk-full' : null)
    expect(failureIn(() => journal.append('transaction', content(300_000)))).toBe('write-failed')
  })
})

test('a transaction too large to be read again is a bug', () => {
  expect(() => openJournal().append('transaction', new Uint8Array(64 * 1024 * 1024 + 1))).toThrow(RangeError)
})
