import { identityOf } from './manifest.ts'
import { openSlot, sealSlot, type NewSlot, type Slot, type SlotRole } from './slots.ts'
import type { Vault } from './vault.ts'

/** Whether these bytes are the passphrase of whoever has the vault open; costs a full derivation. */
export function isOwnPassphrase(vault: Vault, secret: Uint8Array): boolean {
  return isSecretOf(vault, vault.role === 'coordinator' ? 'coordinator' : 'worker', secret)
}

/** Whether these bytes open a role's slot; costs a full derivation. */
export function isSecretOf(
  { ports, header, keys, policy }: Vault,
  role: SlotRole,
  secret: Uint8Array,
): boolean {
  const slot = header.slots.find((candidate) => candidate.role === role)
  const opened = slot && openSlot(ports.crypto, identityOf(header.vaultId), slot, secret, policy)
  if (!opened) return false
  const same = ports.crypto.equal(opened.vault, keys.vault)
  ports.crypto.wipe(opened.vault)
  if (opened.notes) ports.crypto.wipe(opened.notes)
  return same
}

/** The vault's slots with one role's made anew, or added; a checkpoint makes them count. The role's old secret opens nothing newer. */
export function withSlot({ ports, header, keys, notesKey }: Vault, wanted: NewSlot): Slot[] {
  const wrapped = { vault: keys.vault, notes: notesKey }
  const slot = sealSlot(ports.crypto, identityOf(header.vaultId), wrapped, wanted)
  return [slot, ...header.slots.filter(({ role }) => role !== wanted.role)]
}
