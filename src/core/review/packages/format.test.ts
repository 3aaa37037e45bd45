import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packageCrypto as crypto } from '../../../engine/adapters/sodium-signing.ts'
import { failed } from '../../result.ts'
import { maxPackageLength, openPackage, sealPackage } from './format.ts'
import { cardLength, decodeCard, encodeCard, ownKeysOf, safetyNumber, type OwnKeys } from './identity.ts'

const keysOf = (byte: number): OwnKeys => ownKeysOf(crypto, new Uint8Array(32).fill(byte))
const worker = keysOf(1)
const coordinator = keysOf(2)
const stranger = keysOf(3)
const head = {
  id: '0195b5a0-0000-7000-8000-000000000000',
  createdAt: '2026-11-24T10:00',
  expiresOn: '2026-12-01',
}
const content = new TextEncoder().encode('{"secret":"Le grand Marc"}')
const seal = (sender = worker, recipient = coordinator, bytes = content): Uint8Array => {
  const sealed = sealPackage(crypto, sender, recipient, { ...head, content: bytes })
  if (!sealed.ok) throw new Error(sealed.failure)
  return sealed.value
}
const open = (bytes: Uint8Array, own = coordinator) => openPackage(crypto, bytes, own)
const refusals = [
  'not-a-package',
  'package-too-new',
  'package-too-large',
  'package-foreign',
  'package-damaged',
  'package-forged',
]

describe('a review package', () => {
  test('opens for its recipient alone, and says who signed it', () => {
    const bytes = seal()
    const opened = open(bytes)
    expect(opened).toMatchObject({ ok: true, value: { ...head } })
    if (!opened.ok) return
    expect([...opened.value.content]).toEqual([...content])
    expect(safetyNumber(crypto, opened.value.sender)).toBe(safetyNumber(crypto, worker))
    expect(open(bytes, stranger)).toEqual(failed('package-foreign'))
    expect(open(bytes, worker)).toEqual(failed('package-foreign'))
    expect(Buffer.from(bytes).includes('Marc')).toBe(false)
  })

  test('weighs the same whatever little it holds', () => {
    expect(seal(worker, coordinator, new Uint8Array(5000)).length).toBe(seal().length)
  })

  test('is refused with a bit changed, wherever it is', () => {
    const bytes = seal()
    // its beginning and its end bit by bit; the zeroes that fill the box up, one byte in sixteen
    const isAtAnEnd = (at: number) => at < 400 || at > bytes.length - 40
    for (let at = 0; at < bytes.length; at += isAtAnEnd(at) ? 1 : 16) {
      const bits = isAtAnEnd(at) ? [0, 1, 2, 3, 4, 5, 6, 7] : [at % 8]
      for (const bit of bits) {
        const spoilt = Uint8Array.from(bytes)
        spoilt[at] = (spoilt[at] ?? 0) ^ (1 << bit)
        const opened = open(spoilt)
        expect(opened.ok ? at : refusals).toContain(opened.ok ? null : opened.failure)
      }
    }
  })

  test('is refused at each of its lengths but its own', () => {
    const bytes = seal()
    for (let length = 0; length < bytes.length; length += length < 200 ? 1 : 37)
      expect(open(bytes.subarray(0, length)).ok).toBe(false)
    expect(open(bytes.subarray(0, bytes.length - 1))).toEqual(failed('package-damaged'))
    expect(open(Uint8Array.from([...bytes, 0]))).toEqual(failed('package-damaged'))
  })

  test('sealed by somebody else in the name of the worker is a forgery', () => {
    const forged = seal({ ...stranger, signKey: worker.signKey, boxKey: worker.boxKey })
    expect(open(forged)).toEqual(failed('package-forged'))
  })

  test('cannot be sealed again for another by who received it', () => {
    const bytes = seal()
    const inside = crypto.boxOpen(bytes.subarray(26), coordinator.boxKey, coordinator.boxSecret)
    if (inside === null) throw new Error('the coordinator opens it')
    const clear = seal(worker, stranger).subarray(0, 26)
    const passedOn = new Uint8Array([...clear, ...crypto.boxSeal(inside, stranger.boxKey)])
    expect(open(passedOn, stranger)).toEqual(failed('package-forged'))
  })

  test('of another version or kind of file is told apart', () => {
    const bytes = seal()
    expect(open(Uint8Array.from(bytes, (byte, at) => (at === 8 ? 2 : byte)))).toEqual(
      failed('package-too-new'),
    )
    expect(open(new TextEncoder().encode('bonjour'))).toEqual(failed('not-a-package'))
    expect(open(new Uint8Array())).toEqual(failed('not-a-package'))
    expect(open(new Uint8Array(maxPackageLength + 1))).toEqual(failed('package-too-large'))
    const big = { ...head, content: new Uint8Array(maxPackageLength) }
    expect(sealPackage(crypto, worker, coordinator, big)).toEqual(failed('package-too-large'))
  })

  test('made of anything is refused with a reason, outside and inside the box', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40_000 }), fc.boolean(), (bytes, isInside) => {
        const whole = isInside
          ? new Uint8Array([...seal().subarray(0, 26), ...crypto.boxSeal(bytes, coordinator.boxKey)])
          : bytes
        const opened = open(whole)
        expect(opened.ok ? [] : refusals).toContain(opened.ok ? null : opened.failure)
      }),
      { numRuns: 300 },
    )
  })

  test('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40_000 }), (bytes) => {
        const opened = open(seal(worker, coordinator, bytes))
        expect(opened.ok && Buffer.from(opened.value.content).equals(bytes)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a card', () => {
  const card = encodeCard(crypto, worker)

  test('gives the keys back, and the number both read', () => {
    expect(card).toHaveLength(cardLength)
    const read = decodeCard(crypto, card)
    expect(read.ok && safetyNumber(crypto, read.value)).toBe(safetyNumber(crypto, worker))
    expect(safetyNumber(crypto, worker)).toMatch(/^(\d{5} ){5}\d{5}$/u)
    expect(safetyNumber(crypto, worker)).not.toBe(safetyNumber(crypto, stranger))
  })

  test('is refused with any bit changed, or any length but its own', () => {
    for (let bit = 0; bit < card.length * 8; bit += 1) {
      const spoilt = Uint8Array.from(card)
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(decodeCard(crypto, spoilt).ok).toBe(false)
    }
    for (let length = 0; length < card.length; length += 1)
      expect(decodeCard(crypto, card.subarray(0, length)).ok).toBe(false)
    expect(decodeCard(crypto, Uint8Array.from([...card, 0]))).toEqual(failed('card-damaged'))
  })
})
