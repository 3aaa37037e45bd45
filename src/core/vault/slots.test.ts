import { expect, test } from 'vitest'
import { ByteReader, concat, u16, u32, u8 } from './bytes.ts'
import { identityOf } from './manifest.ts'
import {
  decodeSlot,
  defaultCostPolicy,
  encodeSlot,
  openSlot,
  opensNotes,
  sealSlot,
  withinPolicy,
  type Slot,
  type SlotRole,
} from './slots.ts'
import { hostOn, secrets } from './testing/host.ts'
import { cheapCosts, cheapPolicy, failureIn, sampleVaultId } from './testing/sample.ts'
import { finish } from '../steps.ts'

const identity = identityOf(sampleVaultId)
const keys = { vault: new Uint8Array(32).fill(1), notes: new Uint8Array(32).fill(2) }
const wrappedLengths = { worker: 80, coordinator: 48, recovery: 80 }
const roles = ['worker', 'coordinator', 'recovery'] as const

function slotOf(role: SlotRole, costs = cheapCosts) {
  const host = hostOn()
  const slot = finish(sealSlot(host.ports.crypto, identity, keys, { role, secret: secrets[role], costs }))
  expect(host.keysHeld()).toBe(0)
  return slot
}

test.each(roles)('the slot of a %s gives what she has a right to, and the bytes of the format', (role) => {
  const { crypto } = hostOn().ports
  const slot = slotOf(role)
  const bytes = encodeSlot(slot)
  const clear = concat([u8(1), u8(roles.indexOf(role) + 1), u32(1), u32(8), slot.salt, slot.nonce])
  expect(bytes).toEqual(concat([clear, u16(wrappedLengths[role]), slot.wrapped]))
  const read = decodeSlot(new ByteReader(bytes))
  expect(read).toEqual(slot)
  const opened = finish(openSlot(crypto, identity, read, secrets[role], cheapPolicy))
  expect(opened && new Uint8Array(opened.vault)).toEqual(keys.vault)
  expect(opened?.notes ? new Uint8Array(opened.notes) : null).toEqual(opensNotes(role) ? keys.notes : null)
})

test('a slot that a known key wraps with other associated data, or of another type, is refused', () => {
  const bytes = encodeSlot(slotOf('worker'))
  expect(failureIn(() => decodeSlot(new ByteReader(bytes.with(0, 2))))).toBe('vault-damaged')
  expect(failureIn(() => decodeSlot(new ByteReader(bytes.with(1, 4))))).toBe('vault-damaged')
  expect(failureIn(() => decodeSlot(new ByteReader(bytes.with(1, 2))))).toBe('vault-damaged')
  expect(failureIn(() => decodeSlot(new ByteReader(bytes.subarray(0, -1))))).toBe('vault-damaged')
})

test('every clear field of a slot is authenticated', () => {
  const { crypto } = hostOn().ports
  const slot = slotOf('worker')
  const changed: Slot[] = [
    { ...slot, role: 'recovery' },
    { ...slot, costs: { operations: 2, memory: 8 } },
    { ...slot, costs: { operations: 1, memory: 9 } },
    { ...slot, salt: new Uint8Array(16) },
    { ...slot, nonce: new Uint8Array(24) },
    { ...slot, wrapped: slot.wrapped.with(0, (slot.wrapped[0] ?? 0) ^ 1) },
  ]
  for (const other of changed)
    expect(finish(openSlot(crypto, identity, other, secrets.worker, cheapPolicy))).toBeNull()
})

test('a wrong secret leaves no key in memory; the right one, those it gives', () => {
  const host = hostOn()
  const slot = slotOf('worker')
  expect(finish(openSlot(host.ports.crypto, identity, slot, secrets.recovery, cheapPolicy))).toBeNull()
  expect(host.keysHeld()).toBe(0)
  const opened = finish(openSlot(host.ports.crypto, identity, slot, secrets.worker, cheapPolicy))
  expect(host.keysHeld()).toBe(2)
  if (!opened?.notes) throw new Error('no notes key')
  host.ports.crypto.wipe(opened.vault)
  host.ports.crypto.wipe(opened.notes)
  expect(host.keysHeld()).toBe(0)
})

test('no copy of the keys stays in memory once they are wrapped or given', () => {
  const { crypto } = hostOn().ports
  const copies: Uint8Array[] = []
  const watching = {
    ...crypto,
    seal(plaintext: Uint8Array, ...rest: [Uint8Array, Uint8Array, Uint8Array]) {
      copies.push(plaintext)
      return crypto.seal(plaintext, ...rest)
    },
    open(plaintext: Uint8Array, ...rest: [Uint8Array, Uint8Array, Uint8Array, Uint8Array]) {
      copies.push(plaintext)
      return crypto.open(plaintext, ...rest)
    },
  }
  const wanted = { role: 'worker', secret: secrets.worker, costs: cheapCosts } as const
  const slot = finish(sealSlot(watching, identity, keys, wanted))
  expect(finish(openSlot(watching, identity, slot, secrets.worker, cheapPolicy))?.vault[0]).toBe(1)
  expect(copies).toEqual([new Uint8Array(64), new Uint8Array(64)])
})

test('wrapping keys leaves them as they were', () => {
  slotOf('worker')
  slotOf('coordinator')
  expect(keys).toEqual({ vault: new Uint8Array(32).fill(1), notes: new Uint8Array(32).fill(2) })
})

test('a coordinator is let in by a session that cannot open the notes; nobody else is', () => {
  const { crypto } = hostOn().ports
  const wanted = { secret: secrets.coordinator, costs: cheapCosts }
  const hers = finish(
    sealSlot(crypto, identity, { ...keys, notes: null }, { role: 'coordinator', ...wanted }),
  )
  expect(finish(openSlot(crypto, identity, hers, secrets.coordinator, cheapPolicy))?.notes).toBeNull()
  for (const role of ['worker', 'recovery'] as const)
    expect(() => finish(sealSlot(crypto, identity, { ...keys, notes: null }, { role, ...wanted }))).toThrow(
      /hand them over/,
    )
})

test('the policy holds at its edges', () => {
  const policy = { floor: { operations: 3, memory: 100 }, ceiling: { operations: 5, memory: 200 } }
  const edges = [
    { operations: 3, memory: 100 },
    { operations: 5, memory: 200 },
  ]
  for (const costs of edges) expect(withinPolicy(costs, policy)).toBe(true)
  const beyond = [
    { operations: 2, memory: 100 },
    { operations: 3, memory: 99 },
    { operations: 6, memory: 200 },
    { operations: 5, memory: 201 },
  ]
  for (const costs of beyond) expect(withinPolicy(costs, policy)).toBe(false)
})

test('the default policy refuses less than 256 MiB three times, and more than 2 GiB', () => {
  expect(defaultCostPolicy.floor).toEqual({ operations: 3, memory: 262_144 })
  expect(defaultCostPolicy.ceiling).toEqual({ operations: 64, memory: 2_097_152 })
})
