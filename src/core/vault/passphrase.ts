import { identityOf } from './manifest.ts'
import { openSlot, sealSlot, type Slot } from './slots.ts'
import type { KdfCosts } from './ports.ts'
import type { Vault } from './vault.ts'

/** Whether these bytes open the worker's slot of a vault already open; costs a full derivation. */
export function opensWorkerSlot({ ports, header, keys, policy }: Vault, secret: Uint8Array): boolean {
  const slot = header.slots.find(({ role }) => role === 'worker')
  const vaultKey = slot && openSlot(ports.crypto, identityOf(header.vaultId), slot, secret, policy)
  if (!vaultKey) return false
  const same = ports.crypto.equal(vaultKey, keys.vault)
  ports.crypto.wipe(vaultKey)
  return same
}

/** The slots of the vault with the worker's made anew for another secret; a checkpoint makes them count. */
export function withWorkerSecret(
  { ports, header, keys }: Vault,
  secret: Uint8Array,
  costs: KdfCosts,
): Slot[] {
  const identity = identityOf(header.vaultId)
  const worker = sealSlot(ports.crypto, identity, keys.vault, { role: 'worker', secret, costs })
  return [worker, ...header.slots.filter(({ role }) => role !== 'worker')]
}
