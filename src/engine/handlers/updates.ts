import { knownBackup } from '#core/copies/backups'
import { migrations } from '#core/caseload/migrations'
import { failed, ok } from '#core/result'
import type { Handlers } from '#shared/contract'
import { digestOf } from '../copies/backup-file.ts'
import type { EnginePorts } from '../ports.ts'
import type { Session } from '../session.ts'
import { actOf } from '../store/long-act.ts'
import { checking, checkingAgain, type Checked } from '../updates/check.ts'

type UpdateHandlers = Pick<Handlers<'engine'>, 'updates.read' | 'updates.check' | 'updates.prepare'>

/** An update is verified, then a copy of the vault, then main may hand the package over to the system's installer. */
export function updateHandlers(session: Session, ports: EnginePorts): UpdateHandlers {
  /** The last one that passed, and the number of the last save then: it does not outlive a lock. */
  let checked: (Checked & { sequence: number }) | null = null
  return {
    'updates.read': () => ok({ hasKey: ports.updateKeys().length > 0 }),
    'updates.check': async ({ act }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const { update } = ports.places()
      if (update === null) return failed('cancelled')
      checked = null
      const outcome = await session.acts.run(act, actOf(checking(update, ports.updateKeys(), schema())))
      if (!outcome.ok) return outcome
      checked = { ...outcome.value, sequence: vault.sequence() }
      const { version, size, notes } = checked.manifest
      return ok({ version, size, notes })
    },
    'updates.prepare': async ({ act, backup }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const update = checked
      if (update === null) return failed('update-not-ready')
      const copy = knownBackup(vault, backup)
      if (!copy || copy.sequence < update.sequence || copy.keyMark !== vault.keyMark())
        return failed('update-needs-backup')
      const digest = await session.acts.run(act, actOf(digestOf(copy.path)))
      if (!digest.ok) return digest
      if (digest.value !== copy.digest) return failed('backup-damaged')
      const same = await session.acts.run(act, actOf(checkingAgain(update)))
      if (!same.ok) return same
      ports.letInstall({ path: update.path, kind: update.manifest.kind })
      return ok()
    },
  }
}

const schema = (): number => migrations.at(-1)?.version ?? 0
