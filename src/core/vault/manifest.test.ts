import { describe, expect, test } from 'vitest'
import { finish } from '../steps.ts'
import { concat, hex, u16 } from './bytes.ts'
import type { ChunkRef } from './chunk.ts'
import { emptyTable, withChunks } from './chunk-table.ts'
import { decodeHeader, encodeManifest, identityOf, openList, type ChunkList } from './manifest.ts'
import { roomsOf } from './pack.ts'
import { geometryOf } from './sizes.ts'
import { hostOn } from './testing/host.ts'
import { openSlot, sealSlot } from './slots.ts'
import {
  cheapCosts,
  cheapPolicy,
  crypto,
  failureIn,
  flipped,
  sampleKeys,
  sampleVaultId,
} from './testing/sample.ts'

const chunkLength = geometryOf().chunk
const keys = sampleKeys()
const identity = identityOf(sampleVaultId)
const secret = new TextEncoder().encode('un hibou sans plume')
const notes = crypto.boxKeyPair()
const slot = finish(
  sealSlot(
    crypto,
    identity,
    { vault: keys.vault, notes: notes.secretKey },
    { role: 'worker', secret, costs: cheapCosts },
  ),
)
const header = { vaultId: sampleVaultId, generation: 4, slots: [slot] }
const list: ChunkList = {
  imageLength: chunkLength + 4096,
  sequence: 12,
  savedAt: '2026-11-24T14:32',
  oldest: 2,
  notesPublicKey: notes.publicKey,
  chunks: withChunks(emptyTable, 2, new Map([1, 2].map((fill) => [fill - 1, chunkOf(fill)]))),
}
const manifest = encodeManifest(crypto, keys, header, list)

/** In a pack of its own. */
function chunkOf(fill: number): ChunkRef {
  const id = new Uint8Array(16).fill(fill)
  return { pack: { id, name: hex(id), count: 3 }, at: fill, hash: new Uint8Array(32).fill(fill) }
}

function read(bytes: Uint8Array, withKeys = keys) {
  return openList(crypto, withKeys, decodeHeader(crypto, bytes))
}

test('a manifest is read back as it was written', () => {
  expect(decodeHeader(crypto, manifest)).toMatchObject(header)
  expect(read(manifest)).toEqual(list)
})

test('every flipped bit is refused, never read as something else', () => {
  const outcomes = new Map<string, number>()
  for (let at = 0; at < manifest.length * 8; at++) {
    const failure = failureIn(() => read(flipped(manifest, at >> 3, 1 << (at & 7)))) ?? 'accepted'
    outcomes.set(failure, (outcomes.get(failure) ?? 0) + 1)
  }
  expect([...outcomes.keys()].sort()).toEqual(['not-a-vault', 'vault-damaged', 'vault-too-new'])
  // Of the magic's 64 bits, and of the version's 16, of which one lowers it to 0.
  expect(outcomes.get('not-a-vault')).toBe(64)
  expect(outcomes.get('vault-too-new')).toBe(15)
})

test('every truncation is refused', () => {
  for (let length = 0; length < manifest.length; length++) {
    expect(['not-a-vault', 'vault-damaged']).toContain(failureIn(() => read(manifest.subarray(0, length))))
  }
})

test('another key, even one that kept the header’s hash right, is refused', () => {
  expect(failureIn(() => read(manifest, sampleKeys(2)))).toBe('vault-damaged')
})

test('a list fits no other header', () => {
  const other = encodeManifest(crypto, keys, { ...header, generation: 5 }, list)
  const { bytes } = decodeHeader(crypto, other)
  const { sealedList } = decodeHeader(crypto, manifest)
  expect(failureIn(() => read(Uint8Array.from([...bytes, ...sealedList])))).toBe('vault-damaged')
})

test('a newer format says so before anything else', () => {
  const newer = manifest.slice()
  newer.set(u16(2), 8)
  expect(failureIn(() => read(newer))).toBe('vault-too-new')
})

test('a slot opens with its secret only, and in its vault only', () => {
  const opened = finish(openSlot(crypto, identity, slot, secret, cheapPolicy))
  expect(opened && crypto.equal(opened.vault, keys.vault)).toBe(true)
  const other = new TextEncoder().encode('un autre secret')
  expect(finish(openSlot(crypto, identity, slot, other, cheapPolicy))).toBeNull()
  const elsewhere = identityOf(new Uint8Array(16).fill(9))
  expect(finish(openSlot(crypto, elsewhere, slot, secret, cheapPolicy))).toBeNull()
})

test('a slot moved to another role no longer opens', () => {
  expect(finish(openSlot(crypto, identity, { ...slot, role: 'coordinator' }, secret, cheapPolicy))).toBeNull()
})

test.each([
  ['fewer operations', { operations: 0, memory: 8 }],
  ['less memory', { operations: 1, memory: 7 }],
  ['more operations', { operations: 5, memory: 8 }],
  ['more memory', { operations: 1, memory: 4 * 1024 * 1024 }],
])('costs outside the policy are refused before deriving: %s', (_, costs) => {
  let derivations = 0
  const counting = { ...crypto, derive: () => void derivations++ }
  expect(failureIn(() => finish(openSlot(counting, identity, { ...slot, costs }, secret, cheapPolicy)))).toBe(
    'vault-damaged',
  )
  expect(derivations).toBe(0)
})

test('an authentic list that cannot be true is damage', () => {
  const lists: ChunkList[] = [
    { ...list, imageLength: 5 * chunkLength },
    { ...list, chunks: { ...list.chunks, entries: list.chunks.entries.subarray(1) } },
  ]
  for (const untrue of lists)
    expect(failureIn(() => read(encodeManifest(crypto, keys, header, untrue)))).toBe('vault-damaged')
  expect(failureIn(() => openList(crypto, keys, decodeHeader(crypto, manifest), 4096))).toBe('vault-damaged')
})

describe('whoever has the keys', () => {
  const slots = (count: number) => Array.from({ length: count }, () => slot)
  const withSlots = (count: number) =>
    read(encodeManifest(crypto, keys, { ...header, slots: slots(count) }, list))

  test('gives one to eight slots, no fewer and no more', () => {
    expect([withSlots(1), withSlots(8)]).toEqual([list, list])
    for (const count of [0, 9]) expect(failureIn(() => withSlots(count))).toBe('vault-damaged')
  })

  test('gives no version that never was', () => {
    const fields = decodeHeader(crypto, manifest).fields.slice()
    fields.set(u16(0), 8)
    const forged = concat([fields, crypto.hash(fields), crypto.hash(fields, keys.header)])
    expect(failureIn(() => decodeHeader(crypto, forged))).toBe('vault-damaged')
  })

  test('of the list has not those of the header', () => {
    const half = { ...sampleKeys(2), list: keys.list }
    expect(failureIn(() => read(encodeManifest(crypto, half, header, list)))).toBe('vault-damaged')
  })
})

test('a list cut inside its tag is damage', () => {
  const { sealedList } = decodeHeader(crypto, manifest)
  const end = manifest.length - sealedList.length + 24
  for (const length of [end, end + 15, end + 16])
    expect(failureIn(() => read(manifest.subarray(0, length)))).toBe('vault-damaged')
})

test('nothing saved yet is told from a minute, and another chunk length from its own', () => {
  const unsaved = { ...list, savedAt: null }
  expect(read(encodeManifest(crypto, keys, header, unsaved))).toEqual(unsaved)
  expect(failureIn(() => decodeHeader(crypto, manifest.subarray(0, 8)))).toBe('vault-damaged')
  // as many chunks would do, but they are not of this length
  expect(failureIn(() => openList(crypto, keys, decodeHeader(crypto, manifest), chunkLength + 1))).toBe(
    'vault-damaged',
  )
})

test('a manifest lies in the room it is given, whatever was there before', () => {
  const { forManifest } = roomsOf(hostOn().ports)
  const twoSlots = { ...header, slots: [slot, slot] }
  const longer = encodeManifest(crypto, keys, twoSlots, list, undefined, forManifest)
  expect(read(longer)).toEqual(list)
  const shorter = encodeManifest(crypto, keys, header, list, undefined, forManifest)
  expect(shorter.length).toBeLessThan(longer.length)
  expect(shorter.buffer).toBe(longer.buffer)
  expect(read(shorter)).toEqual(list)
})

test('bugs are not written down', () => {
  const untrue = { ...list, savedAt: 'hier' }
  expect(() => encodeManifest(crypto, keys, header, untrue)).toThrow(TypeError)
  const withoutNotes = { vault: keys.vault, notes: null }
  const wanted = { role: 'recovery', secret, costs: cheapCosts } as const
  expect(() => finish(sealSlot(crypto, identity, withoutNotes, wanted))).toThrow(/hand them over/)
})
