import type { Steps } from '../steps.ts'
import { identityOf } from './manifest.ts'
import { openSlot, sealSlot, type NewSlot, type Slot, type SlotRole } from './slots.ts'
import type { Vault } from './vault.ts'

/** Whether these bytes are the passphrase of whoever has the vault open; costs a full derivation. */
export function isOwnPassphrase(vault: Vault, secret: Uint8Array): Steps<boolean> {
  return isSecretOf(vault, vault.role === 'coordinator' ? 'coordinator' : 'worker', secret)
}

/** Whether these bytes open a role's slot; costs a full derivation. */
export function* isSecretOf(vault: Vault, role: SlotRole, secret: Uint8Array): Steps<boolean> {
  const { ports, header, policy } = vault
  const slot = header.slots.find((candidate) => candidate.role === role)
  const opened = slot && (yield* openSlot(ports.crypto, identityOf(header.vaultId), slot, secret, policy))
  if (!opened) return false
  const same = ports.crypto.equal(opened.vault, vault.keys.vault)
  ports.crypto.wipe(opened.vault)
  if (opened.notes) ports.crypto.wipe(opened.notes)
  return same
}

/** The vault's slots with one role's made anew, or added; a checkpoint makes them count. The role's old secret opens nothing newer. */
export function* withSlot(vault: Vault, wanted: NewSlot): Steps<Slot[]> {
  const { ports, header, keys, notesKey } = vault
  const wrapped = { vault: keys.vault, notes: notesKey }
  const slot = yield* sealSlot(ports.crypto, identityOf(header.vaultId), wrapped, wanted)
  return [slot, ...vault.header.slots.filter(({ role }) => role !== wanted.role)]
}
