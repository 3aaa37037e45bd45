import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { failed, ok } from '#core/result'
import { signatures } from '../adapters/signatures.ts'
import { newSigningKey } from '../testing/update-file.ts'
import { parseSignature, readPublicKeys, verify } from './minisign.ts'

const check = (message: string, signature: string, key: string) => {
  const parsed = parseSignature(signature)
  if (parsed === null) return null
  return verify(Buffer.from(message), parsed, readPublicKeys(key), signatures)
}

/** Of minisign’s author: the tests of his crate `minisign-verify`. */
const published = {
  key: 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3',
  prehashed: `untrusted comment: signature from minisign secret key
RUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=
trusted comment: timestamp:1556193335\tfile:test
y/rUw2y8/hOUYjZU71eHp/Wo1KZ40fGy2VJEDl34XMJM+TX48Ss/17u3IvIfbVR1FkZZSNCisQbuQY+bHwhEBg==`,
  legacy: `untrusted comment: signature from minisign secret key
RWQf6LRCGA9i59SLOFxz6NxvASXDJeRtuZykwQepbDEGt87ig1BNpWaVWuNrm73YiIiJbq71Wi+dP9eKL8OC351vwIasSSbXxwA=
trusted comment: timestamp:1555779966\tfile:test
QtKMXWyYcwdpZAlPF7tE2ENJkRd1ujvKjlj1m9RtHTBnZPa5WKU5uWRs5GoP5M/VqE81QFuMKI5k/SfNQUaOAA==`,
}

/** Made with Debian’s minisign 0.11: `minisign -S -m message.txt -t …`, its key then thrown away. */
const made = {
  key: `untrusted comment: minisign public key CB39080D88026F30
RWQwbwKIDQg5y7Dy9w1QggXQoUB1Lv05XV9StuRYw/KCqZoJOlmoeIqe
`,
  message: 'Filigrane, vecteur d’essai\n',
  signature: `untrusted comment: signature from minisign secret key
RUQwbwKIDQg5y4YZtVGpZBQB4yLVN/3TpywbjE3QsdYpImDmATFFrKc1xlTXZdCEzHyvJviXZ85p1U2V5/+APuc4nrSFnplXWws=
trusted comment: filigrane 1.5.0 linux-x64, vecteur d’essai
sXcOBfYCOIrmri5wpt6faeOA6CmqByBuXleiaz2lqTzSW/yaNxHGqEXP1mDNaOFIAGdNn1QLERu6HL9q2mRLBA==
`,
}

test('a published signature verifies, and says nothing of another message', () => {
  expect(check('test', published.prehashed, published.key)).toEqual(ok())
  expect(check('Test', published.prehashed, published.key)).toEqual(failed('update-signature-bad'))
})

test('a signature made with minisign itself verifies, in either convention of lines', () => {
  expect(check(made.message, made.signature, made.key)).toEqual(ok())
  expect(check(made.message, made.signature.replaceAll('\n', '\r\n'), made.key)).toEqual(ok())
  expect(check(`${made.message} `, made.signature, made.key)).toEqual(failed('update-signature-bad'))
})

test('the older signatures, of the whole message, are no signatures here', () => {
  expect(parseSignature(published.legacy)).toBeNull()
})

test('a trusted comment is signed', () => {
  expect(check('test', published.prehashed.replace('file:test', 'file:tent'), published.key)).toEqual(
    failed('update-signature-bad'),
  )
})

test('a key that is not ours is told apart from a bad signature', () => {
  const [ours, other] = [newSigningKey(), newSigningKey()]
  const signature = other.sign(Buffer.from('x'))
  expect(check('x', signature, ours.publicKey)).toEqual(failed('update-other-key'))
  expect(check('x', signature, ours.publicKey + other.publicKey)).toEqual(ok())
  // the number of a key proves nothing: another’s under our number
  const ourNumber = parseSignature(ours.sign(Buffer.from('x')))
  const forged = parseSignature(signature)
  if (!ourNumber || !forged) throw new Error('no signature')
  expect(
    verify(
      Buffer.from('x'),
      { ...forged, keyId: ourNumber.keyId },
      readPublicKeys(ours.publicKey),
      signatures,
    ),
  ).toEqual(failed('update-signature-bad'))
})

test('a file of keys may hold several, or none', () => {
  const [first, second] = [newSigningKey(), newSigningKey()]
  expect(readPublicKeys(`${first.publicKey}\n${second.publicKey}`)).toHaveLength(2)
  expect(readPublicKeys('untrusted comment: none yet\n')).toEqual([])
})

test('one changed character anywhere is never accepted', () => {
  const key = newSigningKey()
  const signature = key.sign(Buffer.from('x'), 'mise à jour')
  const untrusted = signature.indexOf('\n')
  fc.assert(
    fc.property(
      fc.nat(signature.length - 1),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      (at, unit) => {
        // the first line is nobody’s word, and a line may end in either convention
        if (at < untrusted || unit === signature[at] || (unit === '\r' && signature[at + 1] === '\n')) return
        const changed = signature.slice(0, at) + unit + signature.slice(at + 1)
        expect(check('x', changed, key.publicKey)).not.toEqual(ok())
      },
    ),
    { numRuns: 300 },
  )
})

test('whatever is read, an answer comes', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.base64String()), { maxLength: 8 }), (lines) => {
      const text = lines.join('\n')
      expect(readPublicKeys(text).every(({ key }) => key.length === 32)).toBe(true)
      const parsed = parseSignature(text)
      expect(parsed === null || parsed.signature.length === 64).toBe(true)
    }),
  )
})
