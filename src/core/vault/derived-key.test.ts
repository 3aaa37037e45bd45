import { expect, test } from 'vitest'
import { derivedKey } from './derived-key.ts'
import { crypto } from './testing/sample.ts'

const secret = new TextEncoder().encode('un hibou sans plume')
const salt = new Uint8Array(16)
const costs = { operations: 1, memory: 8 }

/** A derivation in another thread, which ends when told to. */
function slowly() {
  const gate = Promise.withResolvers<void>()
  const given: { key: Uint8Array; secret: Uint8Array }[] = []
  const wiped: Uint8Array[] = []
  return {
    gate,
    given,
    wiped,
    crypto: {
      newKey: () => new Uint8Array(32),
      wipe: (key: Uint8Array) => void wiped.push(key.fill(0)),
      derive(key: Uint8Array, secret: Uint8Array) {
        given.push({ key, secret })
        return gate.promise.then(() => void key.fill(7))
      },
    },
  }
}

test('a key derived at once takes no step', () => {
  const step = derivedKey(crypto, secret, salt, costs).next()
  expect(step.done).toBe(true)
})

test('the step lasts as long as the derivation, and the copy of the secret goes with it', async () => {
  const host = slowly()
  const steps = derivedKey(host.crypto, secret, salt, costs)
  const waiting = steps.next()
  if (waiting.done === true) throw new Error('nothing to wait for')
  expect(waiting.value).toMatchObject({ done: 0, total: 0 })
  expect(host.given[0]?.secret).toEqual(secret)
  host.gate.resolve()
  await waiting.value.until
  expect(steps.next()).toEqual({ done: true, value: new Uint8Array(32).fill(7) })
  expect(host.given[0]?.secret.every((byte) => byte === 0)).toBe(true)
  expect(host.wiped).toEqual([])
  expect(secret.some((byte) => byte !== 0)).toBe(true)
})

test('given up, it leaves its buffers alone until the derivation ends, then wipes them', async () => {
  const host = slowly()
  const steps = derivedKey(host.crypto, secret, salt, costs)
  steps.next()
  steps.return(new Uint8Array())
  expect(host.wiped).toEqual([])
  expect(host.given[0]?.secret).toEqual(secret)
  host.gate.resolve()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(host.wiped).toEqual([new Uint8Array(32)])
  expect(host.given[0]?.secret.every((byte) => byte === 0)).toBe(true)
})
