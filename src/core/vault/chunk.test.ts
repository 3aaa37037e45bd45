import { expect, test } from 'vitest'
import { hex } from './bytes.ts'
import { isIntact, openChunk, sealChunk, sealedLength, type Pack } from './chunk.ts'
import { crypto, failureIn, flipped, sampleKeys, sampleVaultId } from './testing/sample.ts'

const keys = sampleKeys()
const length = 64
const plaintext = new Uint8Array(length).fill(5)
const packOf = (fill: number): Pack => {
  const id = new Uint8Array(16).fill(fill)
  return { id, name: hex(id), count: 4 }
}
const pack = packOf(1)
const sealed = new Uint8Array(sealedLength(length))
const ref = sealChunk(crypto, keys, sampleVaultId, { pack, at: 2 }, plaintext, sealed)

function read(bytes: Uint8Array = sealed, from = ref, vaultId = sampleVaultId, withKeys = keys) {
  return openChunk(crypto, withKeys, vaultId, from, bytes, new Uint8Array(length))
}

test('a sealed chunk is opened, and shows nothing of what it holds but its length', () => {
  expect(read()).toEqual(plaintext)
  expect(sealed).toHaveLength(24 + length + 16)
  expect(sealed.filter((byte) => byte === 5).length).toBeLessThan(16)
  const again = new Uint8Array(sealed.length)
  sealChunk(crypto, keys, sampleVaultId, { pack, at: 2 }, plaintext, again)
  expect(again).not.toEqual(sealed)
})

test.each([
  ['another place of its pack', { ...ref, at: 3 }, sampleVaultId, keys],
  ['another pack', { ...ref, pack: packOf(2) }, sampleVaultId, keys],
  ['another vault', ref, new Uint8Array(16), keys],
  ['another key', ref, sampleVaultId, sampleKeys(2)],
])('a chunk does not open in %s', (_, from, vaultId, withKeys) => {
  expect(failureIn(() => read(sealed, from, vaultId, withKeys))).toBe('vault-damaged')
})

test('a changed bit, a missing byte, one more: damage', () => {
  for (let bit = 0; bit < sealed.length * 8; bit += 5) {
    const changed = flipped(sealed, bit >> 3, 1 << (bit & 7))
    expect(failureIn(() => read(changed))).toBe('vault-damaged')
    expect(isIntact(crypto, ref, changed)).toBe(false)
  }
  expect(isIntact(crypto, ref, sealed)).toBe(true)
  for (const wrong of [sealed.subarray(1), new Uint8Array([...sealed, 0]), new Uint8Array()]) {
    expect(failureIn(() => read(wrong))).toBe('vault-damaged')
    expect(isIntact(crypto, ref, wrong)).toBe(false)
  }
})
