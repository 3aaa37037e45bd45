import { failed, ok, type Result } from '#core/result'
import type { KdfCosts } from '#core/vault/ports'
import { opensNotes, type NewSlot } from '#core/vault/slots'
import type { Vault } from '#core/vault/vault'
import { entropyFrom } from '../adapters/words.ts'
import type { SlotFailure, SlotSecret } from '../store.ts'
import { passphraseBytes } from './passphrase-bytes.ts'

/** The slots of typed secrets; their bytes are to be given back to `forget`. */
export function newSlots(
  { notesKey }: Pick<Vault, 'notesKey'>,
  costs: KdfCosts,
  secrets: readonly SlotSecret[],
): Result<NewSlot[], SlotFailure> {
  const slots: NewSlot[] = []
  for (const { role, typed, costs: wanted = costs } of secrets) {
    if (opensNotes(role) && !notesKey) return failed('coordinator-session')
    const secret = secretOf({ role, typed })
    if (!secret.ok) return secret
    slots.push({ role, secret: secret.value, costs: wanted })
  }
  return ok(slots)
}

/** The bytes of a secret as it was typed, to be overwritten. */
export function secretOf({ role, typed }: SlotSecret): Result<Uint8Array, 'recovery-words-invalid'> {
  return role === 'recovery' ? entropyFrom(typed) : ok(passphraseBytes(typed))
}

/** Overwrites the bytes of these secrets. */
export function forget(slots: readonly NewSlot[]): void {
  for (const { secret } of slots) secret.fill(0)
}
