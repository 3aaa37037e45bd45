import { failed, ok } from '#core/result'
import { knownBackups } from '#core/copies/backups'
import { listBackups, removeBackups } from './copies/known-backups.ts'
import type { OpenVault, Session } from './session.ts'
import type { SlotSecret } from './store.ts'

/** New keys for these slots and no other, as a long act; then the copies it can reach go, and those it cannot are told. */
export async function renewKeys(
  session: Session,
  vault: OpenVault,
  act: string,
  secrets: readonly SlotSecret[],
) {
  // locked while the secrets were derived
  if (session.current()?.vault !== vault) return failed('vault-locked')
  const done = await session.acts.run(act, vault.rekey(secrets))
  if (!done.ok) return done
  const removed = removeBackups(vault, knownBackups(vault))
  const outOfReach = listBackups(vault).filter(({ hasOldKeys }) => hasOldKeys)
  return ok({ removed, outOfReach, olderRemain: done.value.leftBehind > 0 })
}
