import { concat, u16, u32, u8, type ByteReader } from './bytes.ts'
import { damaged } from './fault.ts'
import type { Crypto, KdfCosts } from './ports.ts'
import { sizes } from './sizes.ts'

/** Whom a slot is for. The number is its byte in the file. */
const slotRoles = { worker: 1, coordinator: 2, recovery: 3 } as const
export type SlotRole = keyof typeof slotRoles

/** Argon2id of the secret's bytes; the only type of this format version. */
const argon2idType = 1
/** Today a slot wraps the vault key; a later one may wrap another key after it. */
const wrappedLengths = [sizes.key + sizes.tag, 2 * sizes.key + sizes.tag]

/** One way to the vault key. Everything but `wrapped` is in clear, and authenticated by it. */
export interface Slot {
  role: SlotRole
  costs: KdfCosts
  salt: Uint8Array
  nonce: Uint8Array
  /** The vault key sealed under the derived key, with its tag. */
  wrapped: Uint8Array
}

/** What costs a slot may ask for: less would be a downgrade, more a denial of service. Both are refused before deriving. */
export interface CostPolicy {
  floor: KdfCosts
  ceiling: KdfCosts
}

export const defaultCosts: KdfCosts = { operations: 3, memory: 256 * 1024 }
export const defaultCostPolicy: CostPolicy = {
  floor: defaultCosts,
  ceiling: { operations: 64, memory: 2 * 1024 * 1024 },
}

/**
 * Slot: type u8, role u8, operations u32, memory u32 (KiB), salt 16, nonce 24, length of the wrapped key u16, wrapped key.
 */
export function encodeSlot(slot: Slot): Uint8Array {
  return concat([clearFields(slot), u16(slot.wrapped.length), slot.wrapped])
}

function clearFields({ role, costs, salt, nonce }: Omit<Slot, 'wrapped'>): Uint8Array {
  return concat([
    u8(argon2idType),
    u8(slotRoles[role]),
    u32(costs.operations),
    u32(costs.memory),
    salt,
    nonce,
  ])
}

export function decodeSlot(reader: ByteReader): Slot {
  if (reader.u8() !== argon2idType) damaged()
  const role = roleOf(reader.u8())
  const costs = { operations: reader.u32(), memory: reader.u32() }
  const salt = reader.take(sizes.salt)
  const nonce = reader.take(sizes.nonce)
  const length = reader.u16()
  if (!wrappedLengths.includes(length)) damaged()
  return { role, costs, salt, nonce, wrapped: reader.take(length) }
}

function roleOf(byte: number): SlotRole {
  for (const [role, number] of Object.entries(slotRoles)) if (number === byte) return role as SlotRole
  return damaged()
}

/** Wraps the vault key for one role. `identity` is the header's magic, version and vault id: a slot fits no other vault. */
export function sealSlot(
  crypto: Crypto,
  identity: Uint8Array,
  vaultKey: Uint8Array,
  { role, secret, costs }: { role: SlotRole; secret: Uint8Array; costs: KdfCosts },
): Slot {
  const fields = {
    role,
    costs,
    salt: crypto.randomBytes(sizes.salt),
    nonce: crypto.randomBytes(sizes.nonce),
  }
  const derived = crypto.newKey()
  crypto.derive(derived, secret, fields.salt, costs)
  const wrapped = crypto.seal(vaultKey, concat([identity, clearFields(fields)]), fields.nonce, derived)
  crypto.wipe(derived)
  return { ...fields, wrapped }
}

/** The vault key (to be wiped by the caller), or null when the secret does not open the slot. */
export function openSlot(
  crypto: Crypto,
  identity: Uint8Array,
  slot: Slot,
  secret: Uint8Array,
  policy: CostPolicy,
): Uint8Array | null {
  if (!withinPolicy(slot.costs, policy) || slot.wrapped.length !== sizes.key + sizes.tag) damaged()
  const derived = crypto.newKey()
  const vaultKey = crypto.newKey()
  crypto.derive(derived, secret, slot.salt, slot.costs)
  const associated = concat([identity, clearFields(slot)])
  const opened = crypto.open(vaultKey, slot.wrapped, associated, slot.nonce, derived)
  crypto.wipe(derived)
  if (opened) return vaultKey
  crypto.wipe(vaultKey)
  return null
}

export function withinPolicy(costs: KdfCosts, { floor, ceiling }: CostPolicy): boolean {
  return (
    costs.operations >= floor.operations &&
    costs.operations <= ceiling.operations &&
    costs.memory >= floor.memory &&
    costs.memory <= ceiling.memory
  )
}
