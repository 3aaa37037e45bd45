import type { Steps } from '../steps.ts'
import { concat, u16, u32, u8, type ByteReader } from './bytes.ts'
import { derivedKey } from './derived-key.ts'
import { damaged } from './fault.ts'
import type { Crypto, KdfCosts } from './ports.ts'
import { sizes } from './sizes.ts'

/** Whom a slot is for. The number is its byte in the file. */
const slotRoles = { worker: 1, coordinator: 2, recovery: 3 } as const
export type SlotRole = keyof typeof slotRoles

/** Argon2id of the secret's bytes; the only type of this format version. */
const argon2idType = 1
/** Sealed with a tag: the vault key, then for those who may open the notes, the secret key of these. */
function wrappedLength(role: SlotRole): number {
  return (opensNotes(role) ? 2 : 1) * sizes.key + sizes.tag
}

/** One way in. Everything but `wrapped` is in clear, and authenticated by it. */
export interface Slot {
  role: SlotRole
  costs: KdfCosts
  salt: Uint8Array
  nonce: Uint8Array
  /** The keys sealed under the derived key, with their tag. */
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
  if (length !== wrappedLength(role)) damaged()
  return { role, costs, salt, nonce, wrapped: reader.take(length) }
}

function roleOf(byte: number): SlotRole {
  for (const [role, number] of Object.entries(slotRoles)) if (number === byte) return role as SlotRole
  return damaged()
}

/** Whom a sealed note is for: the coordinator's key opens none, whatever program it runs in. */
export function opensNotes(role: SlotRole): boolean {
  return role !== 'coordinator'
}

/** What a slot gives: the vault key and, to the worker and whoever recovers, the secret key of the sealed notes. */
export interface SlotKeys {
  vault: Uint8Array
  notes: Uint8Array | null
}

/** One person's way in, in the making. */
export interface NewSlot {
  role: SlotRole
  secret: Uint8Array
  costs: KdfCosts
}

/** Wraps the keys a role has a right to. `identity` is the header's magic, version and vault id: a slot fits no other vault. */
export function* sealSlot(
  crypto: Crypto,
  identity: Uint8Array,
  { vault, notes }: SlotKeys,
  { role, secret, costs }: NewSlot,
): Steps<Slot> {
  if (opensNotes(role) && !notes)
    throw new Error('a session that cannot open the notes cannot hand them over')
  const fields = {
    role,
    costs,
    salt: crypto.randomBytes(sizes.salt),
    nonce: crypto.randomBytes(sizes.nonce),
  }
  const derived = yield* derivedKey(crypto, secret, fields.salt, costs)
  // a copy: a slice of a Buffer would be the key itself, and is wiped below
  const content = concat(notes && opensNotes(role) ? [vault, notes] : [vault])
  const wrapped = crypto.seal(content, concat([identity, clearFields(fields)]), fields.nonce, derived)
  crypto.wipe(derived)
  content.fill(0)
  return { ...fields, wrapped }
}

/** The keys (to be wiped by the caller), or null when the secret does not open the slot. */
export function* openSlot(
  crypto: Crypto,
  identity: Uint8Array,
  slot: Slot,
  secret: Uint8Array,
  policy: CostPolicy,
): Steps<SlotKeys | null> {
  if (!withinPolicy(slot.costs, policy)) damaged()
  const derived = yield* derivedKey(crypto, secret, slot.salt, slot.costs)
  const content = new Uint8Array(slot.wrapped.length - sizes.tag)
  const associated = concat([identity, clearFields(slot)])
  const opened = crypto.open(content, slot.wrapped, associated, slot.nonce, derived)
  crypto.wipe(derived)
  if (!opened) return null
  const key = (from: number) => {
    const key = crypto.newKey()
    key.set(content.subarray(from, from + sizes.key))
    return key
  }
  const keys = { vault: key(0), notes: opensNotes(slot.role) ? key(sizes.key) : null }
  content.fill(0)
  return keys
}

export function withinPolicy(costs: KdfCosts, { floor, ceiling }: CostPolicy): boolean {
  return (
    costs.operations >= floor.operations &&
    costs.operations <= ceiling.operations &&
    costs.memory >= floor.memory &&
    costs.memory <= ceiling.memory
  )
}
