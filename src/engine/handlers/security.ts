import { failed, ok, type Result } from '#core/result'
import { settle } from '#core/steps'
import type { Handlers, Input } from '#shared/contract'
import type { EnginePorts } from '../ports.ts'
import type { RecoverySheet } from '../recovery-sheet.ts'
import { renewKeys } from '../renewal.ts'
import type { OpenVault, Session } from '../session.ts'
import type { SlotFailure, SlotSecret } from '../store.ts'
import type { Confirmed } from './confirmation.ts'

type SecurityHandlers = Pick<
  Handlers<'engine'>,
  | 'security.read'
  | 'security.changePassphrase'
  | 'security.letCoordinatorIn'
  | 'security.rekey'
  | 'security.recalibrate'
>
type WantedSlot = Input<'security.rekey'>['slots'][number]

/** Who may open the vault, and with what. Each change asks for the passphrase again. */
export function securityHandlers(
  session: Session,
  ports: EnginePorts,
  sheet: RecoverySheet,
  confirmed: Confirmed,
): SecurityHandlers {
  /** The secrets of the slots wanted, at today's costs; a new sheet must have been retyped, an old one must be this vault's. */
  const secretsOf = async (
    vault: OpenVault,
    slots: readonly WantedSlot[],
  ): Promise<Result<SlotSecret[], 'recovery-words-mismatch' | 'recovery-words-other'>> => {
    const costs = await settle(ports.vaults.calibratedCosts())
    const secrets: SlotSecret[] = []
    for (const slot of slots) {
      if (slot.role !== 'recovery') secrets.push({ role: slot.role, typed: slot.passphrase, costs })
      else if ('words' in slot) {
        const kept: SlotSecret = { role: 'recovery', typed: slot.words, costs }
        if (!(await settle(vault.checkSecret(kept)))) return failed('recovery-words-other')
        secrets.push(kept)
      } else {
        const words = sheet.wordsIf(slot.retyped)
        if (words === null) return failed('recovery-words-mismatch')
        secrets.push({ role: 'recovery', typed: words, costs })
      }
    }
    return ok(secrets)
  }

  return {
    'security.read': () => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const { sequence, lastSavedAt } = vault.opened
      return ok({
        slots: vault.slots(),
        generation: vault.generation(),
        sequence: vault.sequence(),
        lastSavedAt: vault.lastSavedAt(),
        opened: { sequence, lastSavedAt },
      })
    },
    'security.changePassphrase': async ({ passphrase, newPassphrase }) => {
      const vault = await confirmed(passphrase)
      if (!vault.ok) return vault
      return setPassphrase(session, vault.value, { role: ownRole(vault.value), typed: newPassphrase })
    },
    'security.letCoordinatorIn': async ({ passphrase, newPassphrase }) => {
      const vault = await confirmed(passphrase)
      if (!vault.ok) return vault
      if (hasSlot(vault.value, 'coordinator')) return failed('already-let-in')
      const costs = await settle(ports.vaults.calibratedCosts())
      return setPassphrase(session, vault.value, { role: 'coordinator', typed: newPassphrase, costs })
    },
    'security.rekey': async ({ act, passphrase, slots }) => {
      const vault = await confirmed(passphrase)
      if (!vault.ok) return vault
      const secrets = await secretsOf(vault.value, slots)
      if (!secrets.ok) return secrets
      const renewed = await renewKeys(session, vault.value, act, secrets.value)
      if (!renewed.ok) return renewed
      sheet.done()
      session.changed()
      return renewed
    },
    'security.recalibrate': async ({ passphrase }) => {
      const vault = await confirmed(passphrase)
      if (!vault.ok) return vault
      const costs = await settle(ports.vaults.calibratedCosts())
      const own = { role: ownRole(vault.value), typed: passphrase, costs } as const
      const done = await setPassphrase(session, vault.value, own)
      return done.ok ? ok(costs) : done
    },
  }
}

async function setPassphrase(
  session: Session,
  vault: OpenVault,
  secret: SlotSecret,
): Promise<Result<undefined, Exclude<SlotFailure, 'recovery-words-invalid'> | 'vault-locked'>> {
  if (session.current()?.vault !== vault) return failed('vault-locked')
  const set = await session.acts.runUntold(vault.setSecret(secret))
  if (set.ok) {
    session.changed()
    return set
  }
  const { failure } = set
  if (failure === 'recovery-words-invalid') throw new Error('a passphrase was taken for recovery words')
  return failed(failure)
}

/** Whoever recovered stands in the worker's place. */
function ownRole(vault: OpenVault): 'worker' | 'coordinator' {
  return vault.role === 'coordinator' ? 'coordinator' : 'worker'
}

function hasSlot(vault: OpenVault, role: SlotSecret['role']): boolean {
  return vault.slots().some((slot) => slot.role === role)
}
