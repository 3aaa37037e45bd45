import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { hex } from '#core/vault/bytes'
import { crypto, patientCrypto } from './sodium.ts'

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'))
}

test('XChaCha20-Poly1305 gives the vector of draft-irtf-cfrg-xchacha, A.3.1', () => {
  const plaintext = new TextEncoder().encode(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  )
  const associated = bytes('50515253c0c1c2c3c4c5c6c7')
  const key = bytes('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f')
  const nonce = bytes('404142434445464748494a4b4c4d4e4f5051525354555657')
  const sealed = crypto.seal(plaintext, associated, nonce, key)
  expect(hex(sealed).slice(0, 32)).toBe('bd6d179d3e83d43b9576579493c0e939')
  expect(hex(sealed).slice(-32)).toBe('c0875924c1c7987947deafd8780acf49')

  const opened = new Uint8Array(plaintext.length)
  expect(crypto.open(opened, sealed, associated, nonce, key)).toBe(true)
  expect(opened).toEqual(plaintext)
  expect(crypto.open(opened, sealed, bytes('00'), nonce, key)).toBe(false)
})

test('the hash is BLAKE2b-256, keyed or not', () => {
  expect(hex(crypto.hash(new Uint8Array()))).toBe(
    '0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8',
  )
  expect(crypto.hash(Uint8Array.of(1), new Uint8Array(32))).not.toEqual(crypto.hash(Uint8Array.of(1)))
})

test('a key is derived in another thread, the same, messages passing meanwhile', async () => {
  const costs = { operations: 3, memory: 32 * 1024 }
  const [secret, salt] = [new TextEncoder().encode('un hibou'), new Uint8Array(16)]
  const [here, there] = [crypto.newKey(), patientCrypto.newKey()]
  let beats = 0
  const beat = setInterval(() => beats++, 1)
  const derived = patientCrypto.derive(there, secret, salt, costs)
  expect(derived).toBeInstanceOf(Promise)
  await derived
  clearInterval(beat)
  expect(beats).toBeGreaterThan(0)
  expect(crypto.derive(here, secret, salt, costs)).toBeUndefined()
  expect(hex(there)).toBe(hex(here))
})

test('Argon2id gives what OpenSSL’s gives', () => {
  const [secret, salt] = [new TextEncoder().encode('un hibou sans plume'), new Uint8Array(16).fill(7)]
  const key = crypto.newKey()
  expect(crypto.derive(key, secret, salt, { operations: 3, memory: 64 })).toBeUndefined()
  const parameters = { message: secret, nonce: salt, parallelism: 1, tagLength: 32, memory: 64, passes: 3 }
  expect(hex(key)).toBe(argon2Sync('argon2id', parameters).toString('hex'))
})

test('a subkey is the BLAKE2b of nothing, keyed, with its number for salt and the context for person', () => {
  const key = crypto.newKey()
  const master = Uint8Array.from({ length: 32 }, (_, at) => at)
  crypto.subkey(key, 11, master)
  // hashlib.blake2b(b"", digest_size=32, key=bytes(range(32)), salt=(11).to_bytes(16, "little"), person=b"FILIGRAN".ljust(16, b"\0"))
  expect(hex(key)).toBe('583a511f54dc1994b5e63dd527dd9055ef0bdb442c3245b1898f2c2e15d027ca')
})

test('Argon2id depends on the secret, the salt and both costs', () => {
  const derive = (secret: string, salt: number, operations: number, memory: number) => {
    const key = crypto.newKey()
    const salts = new Uint8Array(16).fill(salt)
    expect(
      crypto.derive(key, new TextEncoder().encode(secret), salts, { operations, memory }),
    ).toBeUndefined()
    return hex(key)
  }
  const keys = [
    derive('a', 1, 1, 8),
    derive('b', 1, 1, 8),
    derive('a', 2, 1, 8),
    derive('a', 1, 2, 8),
    derive('a', 1, 1, 9),
  ]
  expect(new Set(keys).size).toBe(5)
  expect(derive('a', 1, 1, 8)).toBe(keys[0])
})

test('subkeys differ by number and by master', () => {
  const subkey = (id: number, fill: number) => {
    const key = crypto.newKey()
    crypto.subkey(key, id, new Uint8Array(32).fill(fill))
    return hex(key)
  }
  expect(new Set([subkey(1, 1), subkey(2, 1), subkey(1, 2)]).size).toBe(3)
})

test('a wiped key is zeroes', () => {
  const key = crypto.newKey()
  key.fill(7)
  crypto.wipe(key)
  expect([...key]).toEqual(Array.from({ length: 32 }, () => 0))
})

test('equal compares', () => {
  expect(crypto.equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true)
  expect(crypto.equal(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
})
